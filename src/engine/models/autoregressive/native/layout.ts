import type { Basis } from '../bases';
import { type ColumnPlan, type NetworkPlan, sourceName } from '../plan';

/**
 * A masked weight matrix as the kernels hold it (assembly/products.ts): groups of four outputs, each with the weights
 * from the units it sees and no others.
 */
export interface WeightGroups {
  /** Name of the parameter. */
  readonly name: string;
  /** Per group the float it starts at in the flat vector. */
  readonly starts: Int32Array;
  /** Per group how many units it sees, a multiple of 4, never falling. */
  readonly reach: Int32Array;
  /** Per output in the kernels' order: its column in the parameter, -1 for padding; and how many units it sees. */
  readonly outputs: Int32Array;
  readonly sees: Int32Array;
}

/** A piece of the flat vector that holds a parameter's row, or part of it, as it is. */
interface Piece {
  readonly name: string;
  /** First entry of the parameter (row-major) and of the flat vector, and how many entries. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface ColumnPlace {
  readonly plan: ColumnPlan;
  /** First of the column's outputs in the kernels' order, a multiple of 4. */
  readonly output: number;
  /** First float of its bias in the flat vector. */
  readonly bias: number;
  /** First float of its direct connections, and the floats of one of their rows (a multiple of 4); -1 without sources. */
  readonly sources: number;
  readonly sourceStride: number;
  /** How many rows they have: the sources' inputs. */
  readonly sourceInputs: number;
}

/** Where everything that is trained lies in one flat vector, what the masks forbid left out. */
export interface Layout {
  /** Floats in all, a multiple of 4. */
  readonly size: number;
  /** Floats at the beginning that are biases. */
  readonly biases: number;
  /** Floats after them that are the input layer's weights. */
  readonly inputWeights: number;
  /** Hidden units, padded to a multiple of 4. */
  readonly units: number;
  readonly blocks: readonly WeightGroups[];
  readonly blockBiases: readonly number[];
  readonly output: WeightGroups;
  /** Outputs in the kernels' order: columns by rank, each padded to a multiple of 4. */
  readonly outputs: number;
  readonly inputBias: number;
  /** Per input: where its weight row would start if stored from unit 0 on, and the first unit it reaches (rounded down to 4). */
  readonly rowPlaces: Int32Array;
  readonly firstUnits: Int32Array;
  readonly columns: readonly ColumnPlace[];
  readonly pieces: readonly Piece[];
  /** Entries that are stored for their neighbours' sake only and must stay 0. */
  readonly forbidden: Int32Array;
}

/** The next multiple of 4: as many floats the kernels work on together. */
export const roundUp = (count: number): number => 4 * Math.ceil(count / 4);

/** @param degrees of the hidden units, ascending */
export function layOut(plan: NetworkPlan, degrees: Int32Array): Layout {
  const writer = new LayoutWriter();
  const { hidden } = plan.options;
  const units = roundUp(hidden);
  const inputBias = writer.piece('inputBias', 0, hidden, units);
  const byRank = [...plan.columns].sort((a, b) => a.rank - b.rank);
  const layers = Array.from({ length: plan.options.blocks }, (_, layer) => layer);
  const blockBiases = layers.map((layer) => writer.piece(`block${layer}Bias`, 0, hidden, units));
  const outputBiases = byRank.map(({ targetStart, targets }) =>
    writer.piece('outputBias', targetStart, targets, roundUp(targets)),
  );
  const biases = writer.size;
  const { rowPlaces, firstUnits } = placeInputs(plan, degrees, units, writer);
  const inputWeights = writer.size - biases;
  const blocks = layers.map((layer) => {
    const outputs = Int32Array.from({ length: units }, (_, unit) => (unit < hidden ? unit : -1));
    const sees = outputs.map((unit) => (unit < 0 ? 0 : countUpTo(degrees, degrees[unit])));
    return writer.groups(`block${layer}`, outputs, sees);
  });
  const places = byRank.map((column, rank) => ({
    ...placeSources(column, writer),
    bias: outputBiases[rank],
  }));
  const { outputs, sees } = orderOutputs(byRank, degrees);
  const output = writer.groups('output', outputs, sees);
  let next = 0;
  const columns = places.map((place) => {
    const own = next;
    next += roundUp(place.plan.outputWidth);
    return { ...place, output: own };
  });
  return {
    size: writer.size,
    biases,
    inputWeights,
    units,
    blocks,
    blockBiases,
    output,
    outputs: outputs.length,
    inputBias,
    rowPlaces,
    firstUnits,
    columns: plan.columns.map((column) => columns.find(({ plan: own }) => own === column) as ColumnPlace),
    pieces: writer.pieces,
    forbidden: Int32Array.from(writer.forbidden),
  };
}

/** Each input's weights to the hidden units that may see its column. */
function placeInputs(
  plan: NetworkPlan,
  degrees: Int32Array,
  units: number,
  writer: LayoutWriter,
): Pick<Layout, 'rowPlaces' | 'firstUnits'> {
  const rowPlaces = new Int32Array(plan.inputWidth);
  const firstUnits = new Int32Array(plan.inputWidth);
  for (const { inputStart, inputWidth, rank } of plan.columns) {
    const seen = countUpTo(degrees, rank - 1);
    const first = Math.min(units, seen - (seen % 4));
    for (let input = inputStart; input < inputStart + inputWidth; input++) {
      const { hidden } = plan.options;
      firstUnits[input] = first;
      const start = writer.take(units - first);
      rowPlaces[input] = start - first;
      writer.keep({
        name: 'input',
        from: input * hidden + seen,
        to: start + seen - first,
        count: hidden - seen,
      });
      for (let unit = first; unit < units; unit++) {
        if (unit < seen || unit >= hidden) writer.forbidden.push(start + unit - first);
      }
    }
  }
  return { rowPlaces, firstUnits };
}

function placeSources(plan: ColumnPlan, writer: LayoutWriter): Omit<ColumnPlace, 'output' | 'bias'> {
  const stride = roundUp(plan.outputWidth);
  const inputs = plan.sources.reduce((sum, source) => sum + source.inputWidth, 0);
  if (inputs === 0) return { plan, sources: -1, sourceStride: 0, sourceInputs: 0 };
  const sources = writer.take(inputs * stride);
  for (let input = 0; input < inputs; input++) {
    const to = sources + input * stride;
    writer.keep({ name: sourceName(plan), from: input * plan.outputWidth, to, count: plan.outputWidth });
    for (let i = plan.outputWidth; i < stride; i++) writer.forbidden.push(to + i);
  }
  return { plan, sources, sourceStride: stride, sourceInputs: inputs };
}

function orderOutputs(
  byRank: readonly ColumnPlan[],
  degrees: Int32Array,
): { outputs: Int32Array; sees: Int32Array } {
  const outputs: number[] = [];
  const sees: number[] = [];
  for (const { rank, outputStart, outputWidth } of byRank) {
    const seen = countUpTo(degrees, rank - 1);
    for (let i = 0; i < roundUp(outputWidth); i++) {
      const isPadding = i >= outputWidth;
      outputs.push(isPadding ? -1 : outputStart + i);
      sees.push(isPadding ? 0 : seen);
    }
  }
  return { outputs: Int32Array.from(outputs), sees: Int32Array.from(sees) };
}

/** Hands out places in the flat vector and keeps account of them. */
class LayoutWriter {
  size = 0;
  readonly pieces: Piece[] = [];
  readonly forbidden: number[] = [];

  take(count: number): number {
    const start = this.size;
    this.size += roundUp(count);
    return start;
  }

  keep(piece: Piece): void {
    if (piece.count > 0) this.pieces.push(piece);
  }

  /** `count` entries of a parameter, with room for `padded`. */
  piece(name: string, from: number, count: number, padded: number): number {
    const to = this.take(padded);
    this.keep({ name, from, to, count });
    return to;
  }

  groups(name: string, outputs: Int32Array, sees: Int32Array): WeightGroups {
    const count = outputs.length / 4;
    const starts = new Int32Array(count);
    const reach = new Int32Array(count);
    for (let group = 0; group < count; group++) {
      const own = sees.subarray(4 * group, 4 * group + 4);
      reach[group] = Math.max(group > 0 ? reach[group - 1] : 0, roundUp(Math.max(...own)));
      starts[group] = this.take(4 * reach[group]);
      own.forEach((seen, lane) => {
        for (let unit = seen; unit < reach[group]; unit++) {
          this.forbidden.push(starts[group] + 4 * unit + lane);
        }
      });
    }
    return { name, starts, reach, outputs, sees };
  }
}

/** How many degrees are at most `degree`. */
function countUpTo(degrees: Int32Array, degree: number): number {
  const above = degrees.findIndex((own) => own > degree);
  return above < 0 ? degrees.length : above;
}

/** A basis by its entries that are not 0, for the kernels: pairs of a number (int32) and a value (float32). */
export interface BasisEntries {
  readonly codeStarts: Int32Array;
  readonly codeEntries: Int32Array;
  readonly basisStarts: Int32Array;
  readonly basisEntries: Int32Array;
}

export function basisEntries(basis: Basis): BasisEntries {
  const at = (code: number, place: number) => basis.values[code * basis.width + place];
  const [codeStarts, codeEntries] = entriesOf(basis.rows, basis.width, at);
  const [basisStarts, entries] = entriesOf(basis.width, basis.rows, (place, code) => at(code, place));
  return { codeStarts, codeEntries, basisStarts, basisEntries: entries };
}

function entriesOf(
  rows: number,
  width: number,
  at: (row: number, place: number) => number,
): [Int32Array, Int32Array] {
  const starts = new Int32Array(rows + 1);
  const entries: number[] = [];
  const bits = new Int32Array(1);
  const value = new Float32Array(bits.buffer);
  for (let row = 0; row < rows; row++) {
    for (let place = 0; place < width; place++) {
      value[0] = at(row, place);
      if (value[0] !== 0) entries.push(place, bits[0]);
    }
    starts[row + 1] = entries.length / 2;
  }
  return [starts, Int32Array.from(entries)];
}
