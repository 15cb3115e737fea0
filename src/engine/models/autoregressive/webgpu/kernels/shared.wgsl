// What every kernel sees. The constants in capitals stand before this text: sizes of the network, and where each
// matrix starts in its buffer, counted in floats or words (programs.ts).

struct Batch {
  rows: u32,
  // Of the dropout masks.
  seed: u32,
  // A unit drops out when its hash lies below.
  threshold: u32,
  // Where in `work` the losses are added up: rows × columns.
  losses: u32,
  // Factor of the units that are kept.
  kept: f32,
  // Factor of each row's gradient.
  scale: f32,
  // Adam's learning rate and the least divisor, corrected for the moments' start at 0.
  rate: f32,
  floor: f32,
  // Share of each weight that its decay leaves.
  left: f32,
}

// A column of the plan: where it lies among inputs, outputs and targets, and where its lists lie in `tables`.
struct Column {
  inputStart: u32,
  inputEnd: u32,
  // Input of its first copy target.
  copyStart: u32,
  baseCodes: u32,
  outputStart: u32,
  outputWidth: u32,
  targetStart: u32,
  targets: u32,
  // For each code the start of its inputs that are not 0; for each target that of its outputs; for each output that of
  // its targets. Entries are pairs of a number and a value. 0: the outputs are the logits.
  inputsOfCode: u32,
  outputsOfTarget: u32,
  targetsOfOutput: u32,
  // Pairs of a column's place and the start of its direct connections' weights.
  sources: u32,
  sourceCount: u32,
}

struct Code {
  base: u32,
  // 0: the cell has its base code for a target; else one more than the number of its copy target.
  copy: u32,
}

@group(0) @binding(0) var<uniform> batch: Batch;
@group(0) @binding(1) var<storage, read_write> values: array<f32>;
@group(0) @binding(2) var<storage, read_write> firstMoments: array<f32>;
@group(0) @binding(3) var<storage, read_write> secondMoments: array<f32>;
@group(0) @binding(4) var<storage, read_write> work: array<f32>;
@group(0) @binding(5) var<storage, read> codes: array<u32>;
@group(0) @binding(6) var<storage, read> rowNumbers: array<u32>;
@group(0) @binding(7) var<storage, read> tables: array<u32>;

fn columnAt(place: u32) -> Column {
  let at = place * 13u;
  return Column(
    tables[at], tables[at + 1u], tables[at + 2u], tables[at + 3u], tables[at + 4u], tables[at + 5u], tables[at + 6u],
    tables[at + 7u], tables[at + 8u], tables[at + 9u], tables[at + 10u], tables[at + 11u], tables[at + 12u],
  );
}

fn codeAt(row: u32, place: u32) -> Code {
  let word = codes[rowNumbers[row] * COLUMNS + place];
  return Code(word & 0xffffffu, word >> 24u);
}

fn entryValue(at: u32) -> f32 {
  return bitcast<f32>(tables[at + 1u]);
}

// PCG as a hash (Jarzynski & Olano 2020, "Hash functions for GPU rendering").
fn hash(number: u32) -> u32 {
  let state = number * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

// Inverted dropout of a layer's input: 0 or 1/(1 − rate).
fn dropout(layer: u32, row: u32, unit: u32) -> f32 {
  let number = (layer * CAPACITY + row) * HIDDEN + unit;
  return select(batch.kept, 0.0, hash(number + hash(batch.seed)) < batch.threshold);
}
