import type { Arena } from '../../../kernels/arena';
import type { Address } from '../../../kernels/kernels';
import type { RuleFilter } from '../rule-filter';
import { ActiveUnits } from './active-units';
import type { PlacedColumn, PlacedNetwork, PlacedTable } from './placed-column';
import type { Starts } from './starts';
import type { Uniforms } from './uniforms';

/** Rows that go through one column together: their outputs stay in the nearest cache. */
const tileRows = 64;

/**
 * What is known of the rows of a chunk as it is drawn, in the kernels' memory: codes, the input layer's sums, and the
 * hidden units finished.
 */
export class DrawingChunk {
  readonly #arena: Arena;
  readonly #network: PlacedNetwork;
  readonly #sums: Address;
  readonly #active: ActiveUnits;
  /** Per index of a column: rows of the tables that its codes, and its copies, stand for. */
  readonly #codes: ReadonlyMap<number, Address>;
  readonly #copies: ReadonlyMap<number, Address>;
  /** Per row which of the ways to begin is its own. */
  readonly #numbers: Address;
  readonly #targets: Address;
  readonly #outputs: Address;
  readonly #logits: Address;
  readonly #added: Address;
  readonly #states: Address;
  #starts: Starts | null = null;
  #rows = 0;
  /** Columns passed on. */
  #passed = 0;

  /** @throws RangeError when the memory cannot be had */
  constructor(network: PlacedNetwork, capacity: number) {
    const { arena, columns, units, blocks } = network;
    const widest = (measure: (column: PlacedColumn) => number) => Math.max(4, ...columns.map(measure));
    const codesOf = (some: readonly PlacedColumn[]) =>
      new Map(some.map(({ plan }) => [plan.index, arena.take(capacity)]));
    this.#arena = arena;
    this.#network = network;
    // Kernels read up to three floats behind a row's.
    this.#sums = arena.take(capacity * units + 4);
    this.#active = new ActiveUnits(arena, blocks + 1, units, capacity);
    this.#codes = codesOf(columns);
    this.#copies = codesOf(columns.filter(({ plan }) => plan.targets > plan.baseCodes));
    this.#numbers = arena.take(capacity);
    this.#targets = arena.take(capacity);
    this.#outputs = arena.take(tileRows * widest(({ width }) => width));
    this.#logits = arena.take(tileRows * widest(({ targets }) => targets));
    this.#added = arena.take(tileRows * widest(({ pieceWidth }) => pieceWidth));
    this.#states = arena.take(tileRows * widest(({ pieceWidth }) => pieceWidth));
  }

  /**
   * Begins another chunk; the codes kept stay.
   * @param numbers per row which of the starts is its own
   */
  begin(starts: Starts, numbers: Int32Array): void {
    const { units } = this.#network;
    this.#starts = starts;
    this.#rows = numbers.length;
    this.#passed = starts.from;
    this.#arena.integers(this.#numbers, this.#rows).set(numbers);
    this.#copyStarts(starts.sums, 0, this.#rows, this.#sums, units);
    this.#active.clear(this.#rows);
  }

  /**
   * Keeps what was drawn of a column, for those that look at it.
   * @param base codes that stand for the values that the targets became
   */
  keepCodes({ plan }: PlacedColumn, base: Int32Array, targets: Int32Array): void {
    this.#arena.integers(this.#codesOf(plan.index), base.length).set(base);
    const copies = this.#copies.get(plan.index);
    if (copies === undefined) return;
    const rows = this.#arena.integers(copies, base.length);
    for (let row = 0; row < base.length; row++) rows[row] = targets[row] < plan.baseCodes ? -1 : targets[row];
  }

  /** Adds a column's codes to the input layer's sums and finishes the hidden units that waited for it. */
  passOn({ plan, input, ...column }: PlacedColumn): void {
    this.#passed = plan.rank + 1;
    const { units } = this.#network;
    if (input) {
      const place = this.#sums + 4 * input.firstUnit;
      this.#addCodes(plan.index, 0, this.#rows, input.table, place, units);
    }
    if (column.count > 0) {
      this.#eachTile((first, rows) => this.#finishUnits({ plan, input, ...column }, first, rows));
    }
  }

  /**
   * Draws a target for each row from softmax(logits), never a withheld one, and none that a dependency rules out.
   * @param keepListed what takes further targets' shares away
   */
  drawTargets(column: PlacedColumn, uniforms: Uniforms, keepListed: RuleFilter | null): Int32Array {
    const { targets: width, plan } = column;
    this.#eachTile((first, rows) => {
      this.#tileShares(column, first, rows, this.#logits);
      if (keepListed) {
        const shares = this.#arena.floats(this.#logits, rows * width);
        for (let row = 0; row < rows; row++) {
          keepListed(shares.subarray(row * width, (row + 1) * width), first + row);
        }
      }
      this.#arena.kernels.drawShares(
        this.#logits,
        4 * width,
        0,
        rows,
        width,
        uniforms.at(first, plan.rank),
        uniforms.stride,
        this.#targets + 4 * first,
      );
    });
    return this.#arena.integers(this.#targets, this.#rows).slice();
  }

  /** The column's logits, rows × targets; -Infinity where a target is withheld. */
  logits(column: PlacedColumn): Float32Array {
    const { plan, targets: width } = column;
    const logits = new Float32Array(this.#rows * plan.targets);
    this.#eachTile((first, rows) => {
      this.#tileLogits(column, first, rows, this.#logits);
      const tile = this.#arena.floats(this.#logits, rows * width);
      for (let row = 0; row < rows; row++) {
        logits.set(tile.subarray(row * width, row * width + plan.targets), (first + row) * plan.targets);
      }
    });
    return logits;
  }

  /** Writes the column's shares, unnormalised, rows × `column.targets`. */
  writeShares(column: PlacedColumn, to: Address): void {
    this.#eachTile((first, rows) => this.#tileShares(column, first, rows, to + 4 * first * column.targets));
  }

  /** Writes what the rows' sums, and later columns' outputs and units, begin with. */
  writeStarts(columns: readonly PlacedColumn[], to: Starts): void {
    const floats = this.#rows * this.#network.units;
    this.#arena.floats(to.sums, floats).set(this.#arena.floats(this.#sums, floats));
    for (const column of columns) {
      const { rank } = column.plan;
      this.#eachTile((first, rows) => {
        this.#tileOutputs(column, first, rows, to.outputs[rank] + 4 * first * column.width);
        column.blocks.forEach((_, layer) => {
          const place = to.pieces[rank][layer] + 4 * first * column.pieceWidth;
          this.#tilePieces(column, layer, first, rows, place);
        });
      });
    }
  }

  #eachTile(work: (first: number, rows: number) => void): void {
    for (let first = 0; first < this.#rows; first += tileRows) {
      work(first, Math.min(tileRows, this.#rows - first));
    }
  }

  #tileShares(column: PlacedColumn, first: number, rows: number, to: Address): void {
    const { kernels } = this.#arena;
    const { targets: width } = column;
    this.#tileLogits(column, first, rows, to);
    kernels.toShares(to, 4 * width, rows, width);
    for (const { source, sourceGroups, ownGroups } of column.dependencies) {
      const codes = this.#codesOf(source) + 4 * first;
      kernels.keepAllowed(to, 4 * width, rows, width, ownGroups, sourceGroups, codes);
    }
  }

  #tileLogits(column: PlacedColumn, first: number, rows: number, to: Address): void {
    const { spread, width, targets } = column;
    if (!spread) {
      this.#tileOutputs(column, first, rows, to);
      return;
    }
    this.#tileOutputs(column, first, rows, this.#outputs);
    const { starts, places, factors, bias } = spread;
    const { kernels } = this.#arena;
    const from = this.#outputs;
    kernels.spreadOutputs(from, 4 * width, rows, starts, places, factors, bias, targets, to, 4 * targets);
  }

  /** The column's outputs as far as the columns passed on tell them. */
  #tileOutputs(
    { plan, output, sources, width }: PlacedColumn,
    first: number,
    rows: number,
    to: Address,
  ): void {
    const { from, outputs } = this.#starts as Starts;
    this.#copyStarts(outputs[plan.rank], first, rows, to, width);
    for (const { plan: source, table } of sources) {
      if (source.rank < from || source.rank >= this.#passed) continue;
      this.#addCodes(source.index, first, rows, table, to, width);
    }
    this.#active.addProducts(this.#network.blocks, first, rows, output, width, to);
  }

  /** Sums of the units that the column finishes in a layer, as far as the units before them tell. */
  #tilePieces(
    { plan, blocks, pieceWidth }: PlacedColumn,
    layer: number,
    first: number,
    rows: number,
    to: Address,
  ): void {
    const { pieces } = this.#starts as Starts;
    this.#copyStarts(pieces[plan.rank][layer], first, rows, to, pieceWidth);
    this.#active.addProducts(layer, first, rows, blocks[layer].weights, pieceWidth, to);
  }

  /** Finishes the units of a tile's rows that waited for the column, layer by layer. */
  #finishUnits(column: PlacedColumn, first: number, rows: number): void {
    const { before, count, blocks, pieceWidth } = column;
    const { units } = this.#network;
    const own = { first: before, count };
    const states = { address: this.#states, stride: 4 * pieceWidth };
    const sums = { address: this.#sums + 4 * (first * units + before), stride: 4 * units };
    this.#active.finish(0, first, rows, own, sums, states);
    blocks.forEach((_, layer) => {
      this.#tilePieces(column, layer, first, rows, this.#added);
      const added = { address: this.#added, stride: 4 * pieceWidth };
      this.#active.finish(layer + 1, first, rows, own, added, states);
    });
  }

  #copyStarts(table: Address, first: number, rows: number, to: Address, width: number): void {
    const numbers = this.#numbers + 4 * first;
    this.#arena.kernels.copyRows(table, 4 * width, numbers, rows, to, 4 * width, width);
  }

  /** Adds to rows of `width` floats what a column's codes stand for. */
  #addCodes(
    index: number,
    first: number,
    rows: number,
    { address, width: own }: PlacedTable,
    to: Address,
    width: number,
  ): void {
    const copies = this.#copies.get(index);
    for (const codes of [this.#codesOf(index), ...(copies === undefined ? [] : [copies])]) {
      this.#arena.kernels.addRows(address, 4 * own, codes + 4 * first, rows, to, 4 * width, own);
    }
  }

  #codesOf(index: number): Address {
    return this.#codes.get(index) as Address;
  }
}
