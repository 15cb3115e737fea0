import type { Address } from '../../../kernels/kernels';
import { DrawingChunk } from './drawing-chunk';
import { GrowingTable } from './growing-table';
import type { PlacedColumn, PlacedNetwork } from './placed-column';
import { rootStarts, type Starts } from './starts';
import type { Uniforms } from './uniforms';

/** Most combinations of the first columns' codes, and most memory for what follows from them. */
const mostPrefixes = 8192;
const mostBytes = 1 << 26;
/** With fewer hidden units finished, a row's own start is made sooner than fetched. */
const fewestUnits = 16;
/** Prefixes worked out together. */
const scoutRows = 256;

/** The prefixes of one length that rows had. */
interface Level {
  /** Of each prefix: the one it goes on from, and its last code. */
  readonly parents: number[];
  readonly codes: number[];
  /** Per prefix and code of the next column: the prefix they make, -1 where none was met. None after the last. */
  readonly children: Int32Array;
  /** The next column's shares; null after the last. */
  readonly shares: GrowingTable | null;
}

/**
 * The first columns, drawn from what is worked out once for each combination of their codes: there are few of those, and
 * rows that share them share the hidden units that see nothing else. Fills as rows are drawn.
 */
export class PrefixTree {
  /** Number of columns. */
  readonly depth: number;
  readonly #network: PlacedNetwork;
  readonly #scout: DrawingChunk;
  readonly #root: Starts;
  readonly #levels: readonly Level[];
  readonly #sums: GrowingTable;
  readonly #outputs: readonly GrowingTable[];
  readonly #pieces: readonly (readonly GrowingTable[])[];
  readonly #numbers: Address;
  readonly #targets: Address;
  /** The rows' prefixes, all of one length. */
  #rows = new Int32Array();

  /** @param capacity most rows of a chunk */
  constructor(network: PlacedNetwork, capacity: number) {
    const { arena, columns, units } = network;
    this.depth = prefixDepth(network);
    this.#network = network;
    this.#scout = new DrawingChunk(network, scoutRows);
    this.#root = rootStarts(network);
    this.#levels = Array.from({ length: this.depth + 1 }, (_, length) => ({
      parents: [],
      codes: [],
      children: new Int32Array(length < this.depth ? countPrefixes(network, length + 1) : 0).fill(-1),
      shares: length < this.depth ? new GrowingTable(arena, columns[length].targets) : null,
    }));
    this.#sums = new GrowingTable(arena, units);
    this.#outputs = columns.map(({ width }) => new GrowingTable(arena, width));
    this.#pieces = columns.map(({ blocks, pieceWidth }) =>
      blocks.map(() => new GrowingTable(arena, pieceWidth)),
    );
    this.#numbers = arena.take(capacity);
    this.#targets = arena.take(capacity);
    this.#add(0, [-1], [-1]);
  }

  /** What rows begin with after these columns, and per row which of them is its own. */
  get starts(): Starts {
    return {
      from: this.depth,
      sums: this.#sums.address,
      outputs: this.#outputs.map(({ address }) => address),
      pieces: this.#pieces.map((layers) => layers.map(({ address }) => address)),
    };
  }

  get numbers(): Int32Array {
    return this.#rows;
  }

  /** Puts so many rows at the empty prefix. */
  begin(rows: number): void {
    this.#rows = new Int32Array(rows);
  }

  /** As of DrawingChunk: the next column's targets, one per row. */
  drawTargets({ plan, targets: width }: PlacedColumn, uniforms: Uniforms): Int32Array {
    const { arena } = this.#network;
    const rows = this.#rows.length;
    arena.integers(this.#numbers, rows).set(this.#rows);
    arena.kernels.drawShares(
      this.#sharesOf(plan.rank).address,
      4 * width,
      this.#numbers,
      rows,
      width,
      uniforms.at(0, plan.rank),
      uniforms.stride,
      this.#targets,
    );
    return arena.integers(this.#targets, rows).slice();
  }

  /** The next column's logits, rows × targets, up to a constant; -Infinity where nothing may be drawn. */
  logits({ plan, targets: width }: PlacedColumn): Float32Array {
    const shares = this.#sharesOf(plan.rank);
    const logs = this.#network.arena.floats(shares.address, shares.rows * width).map(Math.log);
    const logits = new Float32Array(this.#rows.length * plan.targets);
    this.#rows.forEach((prefix, row) => {
      const start = prefix * width;
      logits.set(logs.subarray(start, start + plan.targets), row * plan.targets);
    });
    return logits;
  }

  /** Moves every row on to the prefix that its code makes. @param base of the next column */
  passOn({ plan }: PlacedColumn, base: Int32Array): void {
    const { children } = this.#levels[plan.rank];
    const next = this.#levels[plan.rank + 1];
    const parents: number[] = [];
    const codes: number[] = [];
    this.#rows = this.#rows.map((prefix, row) => {
      const place = prefix * plan.baseCodes + base[row];
      if (children[place] < 0) {
        children[place] = next.codes.length + codes.length;
        parents.push(prefix);
        codes.push(base[row]);
      }
      return children[place];
    });
    this.#add(plan.rank + 1, parents, codes);
  }

  /** Works out what follows from new prefixes, each one code longer than its parent. */
  #add(length: number, parents: readonly number[], codes: readonly number[]): void {
    const level = this.#levels[length];
    for (let done = 0; done < codes.length; done += scoutRows) {
      const first = level.codes.length;
      level.parents.push(...parents.slice(done, done + scoutRows));
      level.codes.push(...codes.slice(done, done + scoutRows));
      this.#explore(length, first, level.codes.length - first);
    }
  }

  /** @param first of `count` prefixes of that length, which nothing is known of yet */
  #explore(length: number, first: number, count: number): void {
    const { columns } = this.#network;
    this.#scout.begin(this.#root, new Int32Array(count));
    this.#codesOf(length, first, count).forEach((codes, rank) => {
      this.#scout.keepCodes(columns[rank], codes, codes);
      this.#scout.passOn(columns[rank]);
    });
    const { shares } = this.#levels[length];
    if (shares) this.#scout.writeShares(columns[length], shares.extend(count));
    else this.#scout.writeStarts(columns.slice(this.depth), this.#extendStarts(count));
  }

  /** By rank the codes of the prefixes. */
  #codesOf(length: number, first: number, count: number): Int32Array[] {
    const codes: Int32Array[] = [];
    let prefixes = Int32Array.from({ length: count }, (_, i) => first + i);
    for (let level = length; level > 0; level--) {
      const own = this.#levels[level];
      codes.unshift(prefixes.map((prefix) => own.codes[prefix]));
      prefixes = prefixes.map((prefix) => own.parents[prefix]);
    }
    return codes;
  }

  #extendStarts(count: number): Starts {
    return {
      from: this.depth,
      sums: this.#sums.extend(count),
      outputs: this.#outputs.map((table, rank) => (rank < this.depth ? 0 : table.extend(count))),
      pieces: this.#pieces.map((layers, rank) =>
        layers.map((table) => (rank < this.depth ? 0 : table.extend(count))),
      ),
    };
  }

  #sharesOf(rank: number): GrowingTable {
    return this.#levels[rank].shares as GrowingTable;
  }
}

/**
 * As many of the first columns as have few enough combinations; none that repeats others or that rules hold for, nor the
 * last; or none.
 */
function prefixDepth(network: PlacedNetwork): number {
  const { columns, units } = network;
  let floats = units;
  for (const { width, blocks, pieceWidth } of columns) floats += width + blocks.length * pieceWidth;
  const most = Math.min(mostPrefixes, mostBytes / (4 * floats));
  const depth = columns.findIndex(
    ({ plan }, rank) =>
      plan.targets > plan.baseCodes || plan.rules.length > 0 || countPrefixes(network, rank + 1) > most,
  );
  const length = Math.min(depth < 0 ? columns.length : depth, columns.length - 1);
  return length > 0 && columns[length].before >= fewestUnits ? length : 0;
}

/** Combinations of the first columns' codes. */
function countPrefixes({ columns }: PlacedNetwork, length: number): number {
  return columns.slice(0, length).reduce((product, { plan }) => product * plan.baseCodes, 1);
}
