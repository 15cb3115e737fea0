import type { Arena } from '../../../kernels/arena';
import type { Address } from '../../../kernels/kernels';
import type { RandomStream } from '../../../random';
import type { PlacedColumn } from './placed-column';

/** Rows that go through one column together: their outputs stay in the nearest cache. */
export const tileRows = 64;

/** The columns that a chunk is drawn through, and what their network measures. */
export interface ChunkShape {
  readonly columns: readonly PlacedColumn[];
  /** Hidden units, a multiple of 4. */
  readonly units: number;
  readonly blocks: number;
  /** The input layer's bias, one per unit. */
  readonly inputBias: Address;
}

/**
 * What is known of the rows of a chunk as it is drawn, in the kernels' memory: codes, the input layer's sums, and per
 * layer the finished units that are above 0.
 */
export class DrawingChunk {
  readonly capacity: number;
  readonly #arena: Arena;
  readonly #shape: ChunkShape;
  readonly #sums: Address;
  /** Per layer. */
  readonly #entries: readonly Address[];
  readonly #counts: readonly Address[];
  /** Per index of a column: rows of the tables that its codes, and its copies, stand for. */
  readonly #codes: ReadonlyMap<number, Address>;
  readonly #copies: ReadonlyMap<number, Address>;
  readonly #uniforms: Address;
  readonly #targets: Address;
  readonly #outputs: Address;
  readonly #logits: Address;
  readonly #added: Address;
  readonly #states: Address;

  /** @throws RangeError when the memory cannot be had */
  constructor(arena: Arena, shape: ChunkShape, capacity: number) {
    const { columns, units, blocks } = shape;
    const layers = Array.from({ length: blocks + 1 });
    const widest = (measure: (column: PlacedColumn) => number) => Math.max(4, ...columns.map(measure));
    const codesOf = (some: readonly PlacedColumn[]) =>
      new Map(some.map(({ plan }) => [plan.index, arena.take(capacity)]));
    this.capacity = capacity;
    this.#arena = arena;
    this.#shape = shape;
    // Kernels read and write up to three floats behind a row's.
    this.#sums = arena.take(capacity * units + 4);
    // One entry more than there are units: those at 0 are written, and written over.
    this.#entries = layers.map(() => arena.take(2 * capacity * (units + 1)));
    this.#counts = layers.map(() => arena.take(capacity));
    this.#codes = codesOf(columns);
    this.#copies = codesOf(columns.filter(({ plan }) => plan.targets > plan.baseCodes));
    this.#uniforms = arena.take(4 * blocksFor(capacity, columns.length));
    this.#targets = arena.take(capacity);
    this.#outputs = arena.take(tileRows * widest(({ width }) => width));
    this.#logits = arena.take(tileRows * widest(({ targets }) => targets));
    this.#added = arena.take(tileRows * widest(({ pieceWidth }) => pieceWidth));
    this.#states = arena.take(tileRows * widest(({ pieceWidth }) => pieceWidth));
  }

  /** Forgets the last chunk and takes random numbers for the next: one for each row and column, row by row. */
  begin(rows: number, random: RandomStream): void {
    const { columns, units, inputBias } = this.#shape;
    const { kernels } = this.#arena;
    const blocks = blocksFor(rows, columns.length);
    const { key, counter } = random.takeBlocks(blocks);
    const [a, b, c, d] = counter;
    kernels.fillUniforms(a, b, c, d, key[0], key[1], blocks, this.#uniforms);
    kernels.fillRows(inputBias, units, rows, this.#sums, 4 * units);
    for (const counts of this.#counts) this.#arena.integers(counts, rows).fill(0);
  }

  /** Draws a target for each row from softmax(logits), never a withheld one, and none that a dependency rules out. */
  drawTargets(column: PlacedColumn, rows: number): Int32Array {
    const { kernels } = this.#arena;
    const { columns } = this.#shape;
    const { targets: width, plan } = column;
    for (let first = 0; first < rows; first += tileRows) {
      const count = Math.min(tileRows, rows - first);
      const logits = this.#tileLogits(column, first, count);
      kernels.toShares(logits, 4 * width, count, width);
      for (const { source, sourceGroups, ownGroups } of column.dependencies) {
        const codes = this.#codesOf(source) + 4 * first;
        kernels.keepAllowed(logits, 4 * width, count, width, ownGroups, sourceGroups, codes);
      }
      const uniforms = this.#uniforms + 4 * (first * columns.length + plan.rank);
      const targets = this.#targets + 4 * first;
      kernels.drawShares(logits, 4 * width, count, width, uniforms, 4 * columns.length, targets);
    }
    return this.#arena.integers(this.#targets, rows).slice();
  }

  /** The column's logits, rows × targets; -Infinity where a target is withheld. */
  logits(column: PlacedColumn, rows: number): Float32Array {
    const { plan, targets: width } = column;
    const logits = new Float32Array(rows * plan.targets);
    for (let first = 0; first < rows; first += tileRows) {
      const count = Math.min(tileRows, rows - first);
      const address = this.#tileLogits(column, first, count);
      const tile = this.#arena.floats(address, count * width);
      for (let row = 0; row < count; row++) {
        const own = tile.subarray(row * width, row * width + plan.targets);
        logits.set(own, (first + row) * plan.targets);
      }
    }
    return logits;
  }

  /**
   * Takes what was drawn of a column: adds it to the input layer's sums and finishes the hidden units that waited for it.
   * @param base codes that stand for the values that the targets became
   */
  passOn(column: PlacedColumn, base: Int32Array, targets: Int32Array): void {
    const { plan, input, count } = column;
    const rows = base.length;
    this.#arena.integers(this.#codesOf(plan.index), rows).set(base);
    const copies = this.#copies.get(plan.index);
    if (copies !== undefined) {
      const own = this.#arena.integers(copies, rows);
      for (let row = 0; row < rows; row++) own[row] = targets[row] < plan.baseCodes ? -1 : targets[row];
    }
    if (input)
      this.#addCodes(plan.index, 0, rows, input.table, this.#sums, this.#shape.units, input.firstUnit);
    if (count === 0) return;
    for (let first = 0; first < rows; first += tileRows) {
      this.#finishUnits(column, first, Math.min(tileRows, rows - first));
    }
  }

  /** Logits of a tile's rows, `column.targets` floats each. */
  #tileLogits(column: PlacedColumn, first: number, rows: number): Address {
    const { kernels } = this.#arena;
    const { start, output, sources, spread, width, targets } = column;
    const outputs = spread ? this.#outputs : this.#logits;
    kernels.fillRows(start, width, rows, outputs, 4 * width);
    for (const { index, table } of sources) this.#addCodes(index, first, rows, table, outputs, width);
    this.#addProducts(this.#shape.blocks, first, rows, output, width, outputs);
    if (spread) {
      const { starts, places, factors, bias } = spread;
      kernels.spreadOutputs(
        outputs,
        4 * width,
        rows,
        starts,
        places,
        factors,
        bias,
        targets,
        this.#logits,
        4 * targets,
      );
    }
    return this.#logits;
  }

  /** Finishes the units of a tile's rows that waited for the column, layer by layer. */
  #finishUnits({ before, count, blocks, pieceWidth }: PlacedColumn, first: number, rows: number): void {
    const { kernels } = this.#arena;
    const { units } = this.#shape;
    const finish = (layer: number, sums: Address, stride: number) =>
      kernels.finishUnits(
        sums,
        stride,
        this.#states,
        4 * pieceWidth,
        layer === 0 ? 1 : 0,
        count,
        before,
        rows,
        this.#entriesOf(layer, first),
        this.#entryStride,
        this.#counts[layer] + 4 * first,
      );
    finish(0, this.#sums + 4 * (first * units + before), 4 * units);
    blocks.forEach(({ weights, bias }, layer) => {
      kernels.fillRows(bias, pieceWidth, rows, this.#added, 4 * pieceWidth);
      this.#addProducts(layer, first, rows, weights, pieceWidth, this.#added);
      finish(layer + 1, this.#added, 4 * pieceWidth);
    });
  }

  /** outputs += a layer's finished units · weights. */
  #addProducts(
    layer: number,
    first: number,
    rows: number,
    weights: Address,
    width: number,
    outputs: Address,
  ): void {
    const counts = this.#counts[layer] + 4 * first;
    const entries = this.#entriesOf(layer, first);
    const { kernels } = this.#arena;
    kernels.addProducts(entries, this.#entryStride, counts, rows, weights, width, outputs, 4 * width);
  }

  /** Adds to rows of `width` floats, from the `firstPlace`th on, what a column's codes stand for. */
  #addCodes(
    index: number,
    first: number,
    rows: number,
    table: { readonly address: Address; readonly width: number },
    to: Address,
    width: number,
    firstPlace = 0,
  ): void {
    const copies = this.#copies.get(index);
    for (const codes of [this.#codesOf(index), ...(copies === undefined ? [] : [copies])]) {
      const place = to + 4 * firstPlace;
      this.#arena.kernels.addRows(
        table.address,
        4 * table.width,
        codes + 4 * first,
        rows,
        place,
        4 * width,
        table.width,
      );
    }
  }

  #codesOf(index: number): Address {
    return this.#codes.get(index) as Address;
  }

  get #entryStride(): number {
    return 8 * (this.#shape.units + 1);
  }

  #entriesOf(layer: number, first: number): Address {
    return this.#entries[layer] + first * this.#entryStride;
  }
}

/** Blocks of four random numbers for every row and column, a multiple of 4. */
function blocksFor(rows: number, columns: number): number {
  return 4 * Math.ceil((rows * columns) / 16);
}
