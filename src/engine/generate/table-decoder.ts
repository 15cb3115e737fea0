import { CategoricalCodec } from '../encode/categorical';
import type { EncodedTable } from '../encode/encode-table';
import { createIdentifierMaker } from '../encode/identifier';
import type { Makers } from '../encode/makers';
import { NumericCodec } from '../encode/numeric';
import { unitsPer } from '../encode/relative';
import { addUp } from '../encode/sums/sum-codes';
import { createTextMaker } from '../encode/text';
import type { TargetSink } from '../models/table-model';
import { blockOf, type RowMaker } from '../blocks';
import { codeBelow, cumulativeShares } from '../models/code-counts';
import { RandomStream } from '../random';
import { coarserNumber } from '../sensitive/coarsen';
import { selectColumnRows, type TypedColumn, type TypedTable } from '../typed-table';
import type { NumberLimits } from './given/number-limits';

/** The number columns whose values must lie in a range, by their index. */
type Limits = ReadonlyMap<number, NumberLimits>;

/**
 * Turns drawn targets into cells, for one run of any number of chunks: identifiers stay unique across chunks, and across the
 * runs that draw other blocks of the same table.
 */
export class TableDecoder {
  readonly #encoded: EncodedTable;
  readonly #seed: number;
  readonly #makers: ReadonlyMap<number, RowMaker>;
  readonly #limits: Limits;
  #block = -1;
  #randoms: readonly RandomStream[] = [];

  constructor(encoded: EncodedTable, makers: Makers, seed: number, limits: Limits = new Map()) {
    this.#encoded = encoded;
    this.#seed = seed;
    this.#limits = limits;
    this.#makers = new Map(
      [...makers].map(([index, maker]) => [
        index,
        maker.kind === 'identifier'
          ? createIdentifierMaker(maker.model, seed, `make ${index}`)
          : createTextMaker(maker.model, seed, `make ${index}`),
      ]),
    );
  }

  /**
   * Begins a chunk of so many rows.
   * @param firstRow its place in the table, which never falls from chunk to chunk
   */
  chunk(rows: number, firstRow = 0): ChunkDecoder {
    const block = blockOf(firstRow);
    if (block !== this.#block) {
      this.#block = block;
      this.#randoms = this.#encoded.columns.map(
        (_, index) => new RandomStream(this.#seed, `decode ${index}`, block),
      );
    }
    return new ChunkDecoder(this.#encoded, this.#makers, rows, firstRow, this.#randoms, this.#limits);
  }
}

/** Collects one chunk's columns as the sampler draws them. */
export class ChunkDecoder implements TargetSink {
  readonly #encoded: EncodedTable;
  readonly #makers: ReadonlyMap<number, RowMaker>;
  readonly #rows: number;
  readonly #firstRow: number;
  /** One stream per column: a column's cells hang on no other's number of draws. */
  readonly #randoms: readonly RandomStream[];
  readonly #limits: Limits;
  readonly #decoded = new Map<number, TypedColumn>();
  /** For columns made anew, which rows are filled. */
  readonly #filled = new Map<number, Uint8Array>();

  constructor(
    encoded: EncodedTable,
    makers: ReadonlyMap<number, RowMaker>,
    rows: number,
    firstRow: number,
    randoms: readonly RandomStream[],
    limits: Limits,
  ) {
    this.#encoded = encoded;
    this.#makers = makers;
    this.#rows = rows;
    this.#firstRow = firstRow;
    this.#randoms = randoms;
    this.#limits = limits;
  }

  accept({ index }: { readonly index: number }, targets: Int32Array): Int32Array {
    return this.#decode(index, targets);
  }

  /** Takes a column's cells as they are: it is not to be decoded. */
  keep(index: number, column: TypedColumn): void {
    this.#decoded.set(index, column);
  }

  /** Decodes the columns that were never drawn, as they have one target only. */
  complete(): void {
    for (const index of this.#encoded.order) {
      if (!this.#decoded.has(index) && !this.#filled.has(index))
        this.#decode(index, new Int32Array(this.#rows));
    }
  }

  /**
   * The finished chunk, columns in the table's order. Identifiers and texts are made for the rows that are kept alone.
   * @param kept the rows to give, in that order; all when not said
   */
  table(kept: ArrayLike<number> | null = null): TypedTable {
    this.complete();
    const rows = kept ?? Uint32Array.from({ length: this.#rows }, (_, row) => row);
    const columns = this.#encoded.columns.map((_, index) => {
      const decoded = this.#decoded.get(index);
      if (!decoded) return this.#make(index, rows);
      return kept ? selectColumnRows(decoded, kept) : decoded;
    });
    return { rowCount: rows.length, columns };
  }

  /** The values drawn of a number column. */
  numbersOf(index: number): Float64Array {
    const source = this.#decoded.get(index);
    if (source?.type !== 'numeric') throw new Error('A column was drawn before the one it refers to.');
    return source.values;
  }

  /** Keeps the column's cells and gives their base codes. */
  #decode(index: number, targets: Int32Array): Int32Array {
    const { column, codec } = this.#encoded.columns[index];
    if (codec instanceof NumericCodec) return this.#decodeNumbers(index, codec, targets);
    if (column.type !== 'categorical') throw new Error('A numeric column needs a numeric codec.');
    if (codec instanceof CategoricalCodec) {
      const codes = targets.map((target) => codec.decode(target));
      this.#decoded.set(index, { ...column, codes, dictionary: codec.labels });
    } else {
      this.#filled.set(
        index,
        Uint8Array.from(targets, (target) => Number(codec.isFilled(target))),
      );
    }
    return targets;
  }

  /** Values made anew for the rows, where filled. */
  #make(index: number, rows: ArrayLike<number>): TypedColumn {
    const { column } = this.#encoded.columns[index];
    if (column.type !== 'categorical') throw new Error('Numbers are not made anew.');
    const make = this.#makers.get(index) as RowMaker;
    const filled = this.#filled.get(index) as Uint8Array;
    const dictionary: string[] = [];
    const codes = Int32Array.from(rows, (row, place) =>
      filled[row] === 1 ? dictionary.push(make(this.#firstRow + place)) - 1 : -1,
    );
    return { ...column, codes, dictionary };
  }

  #decodeNumbers(index: number, codec: NumericCodec, targets: Int32Array): Int32Array {
    const { column, relativeTo } = this.#encoded.columns[index];
    const limits = this.#limits.get(index);
    const random = this.#randoms[index];
    const origins = relativeTo === null ? null : this.#originsOf(index, relativeTo);
    const refer = this.#references(index, codec);
    const anyCode = this.#codesOf(index);
    const base = targets.slice();
    const values = new Float64Array(targets.length);
    for (let row = 0; row < targets.length; row++) {
      const origin = origins ? origins[row] : 0;
      if (targets[row] >= codec.size) {
        const referred = refer(targets[row] - codec.size, row, random);
        // What is referred to may be missing where this column never is: some other row's code then.
        values[row] = Number.isNaN(referred)
          ? (limits?.drawAny(random) ?? codec.decode(anyCode(random), random))
          : this.#keepAllowed(codec.clamp(referred), limits, random);
        base[row] = codec.encode(values[row]);
      } else {
        values[row] = limits?.draw(targets[row], origin, random) ?? codec.decode(targets[row], random);
      }
      values[row] += origin;
    }
    const settled = column.schema.coarsening ? values.map(coarserNumber(column)) : values;
    this.#decoded.set(index, { type: 'numeric', schema: column.schema, values: settled });
    return base;
  }

  /** A sum that is cut off at the end of the range, or rounded, may have left what is allowed. */
  #keepAllowed(value: number, limits: NumberLimits | undefined, random: RandomStream): number {
    return limits?.shareOf(value) === 0 ? limits.drawAny(random) : value;
  }

  /** What the targets beyond the base codes stand for in a row: a value copied, or a sum with its rest. */
  #references(
    index: number,
    codec: NumericCodec,
  ): (reference: number, row: number, random: RandomStream) => number {
    const { copySources, sum } = this.#encoded.columns[index];
    const copies = copySources.map((source) => this.numbersOf(source));
    const sums = sum && addUp(sum.terms, (term) => this.numbersOf(term));
    const limits = this.#limits.get(index)?.ofRests;
    return (reference, row, random) => {
      if (reference < copies.length) return copies[reference][row];
      if (!sum || !sums) throw new Error('A target stands for nothing.');
      const code = reference - copies.length;
      const rest = limits?.draw(code, sums[row], random) ?? sum.rest.decode(code, random);
      return codec.round(sums[row] + rest);
    };
  }

  /** What is added to each row's difference, in the column's own unit. */
  #originsOf(index: number, relativeTo: number): Float64Array {
    const { columns } = this.#encoded;
    const scale = unitsPer(columns[index].column, columns[relativeTo].column) ?? 1;
    return this.numbersOf(relativeTo).map((value) => scale * value);
  }

  /** Draws codes as often as learnt rows have them. */
  #codesOf(index: number): (random: RandomStream) => number {
    let bounds: Float64Array | null = null;
    return (random) => {
      bounds ??= cumulativeShares(this.#encoded.columns[index].counts);
      return codeBelow(bounds, random.float());
    };
  }
}
