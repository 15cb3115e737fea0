import { CategoricalCodec } from '../encode/categorical';
import type { EncodedColumn, EncodedTable } from '../encode/encode-table';
import { createIdentifierMaker } from '../encode/identifier';
import type { Makers } from '../encode/makers';
import { NumericCodec } from '../encode/numeric';
import { unitsPer } from '../encode/relative';
import { createTextMaker } from '../encode/text';
import type { TargetSink } from '../models/table-model';
import { RandomStream } from '../random';
import type { TypedColumn, TypedTable } from '../typed-table';

/**
 * Turns drawn targets into cells, for one run of any number of chunks: identifiers stay unique across chunks.
 */
export class TableDecoder {
  readonly #columns: readonly EncodedColumn[];
  readonly #random: RandomStream;
  readonly #makers: ReadonlyMap<number, () => string>;

  constructor(encoded: EncodedTable, makers: Makers, seed: number) {
    this.#columns = encoded.columns;
    this.#random = new RandomStream(seed, 'decode');
    this.#makers = new Map(
      [...makers].map(([index, maker]) => {
        const random = new RandomStream(seed, `make ${index}`);
        return [
          index,
          maker.kind === 'identifier'
            ? createIdentifierMaker(maker.model, random)
            : createTextMaker(maker.model, random),
        ];
      }),
    );
  }

  /** Begins a chunk of so many rows. */
  chunk(rows: number): ChunkDecoder {
    return new ChunkDecoder(this.#columns, this.#makers, rows, this.#random);
  }
}

/** Collects one chunk's columns as the sampler draws them. */
export class ChunkDecoder implements TargetSink {
  readonly #columns: readonly EncodedColumn[];
  readonly #makers: ReadonlyMap<number, () => string>;
  readonly #rows: number;
  readonly #random: RandomStream;
  readonly #decoded = new Map<number, TypedColumn>();

  constructor(
    columns: readonly EncodedColumn[],
    makers: ReadonlyMap<number, () => string>,
    rows: number,
    random: RandomStream,
  ) {
    this.#columns = columns;
    this.#makers = makers;
    this.#rows = rows;
    this.#random = random;
  }

  accept({ index }: { readonly index: number }, targets: Int32Array): Int32Array {
    return this.#decode(index, targets);
  }

  /** The finished chunk, columns in the table's order; constant columns, which were never drawn, included. */
  table(): TypedTable {
    this.#columns.forEach((_, index) => {
      if (!this.#decoded.has(index)) this.#decode(index, new Int32Array(this.#rows));
    });
    return {
      rowCount: this.#rows,
      columns: this.#columns.map((_, index) => this.#decoded.get(index) as TypedColumn),
    };
  }

  /** Keeps the column's cells and gives their base codes. */
  #decode(index: number, targets: Int32Array): Int32Array {
    const { column, codec } = this.#columns[index];
    if (codec instanceof NumericCodec) return this.#decodeNumbers(index, codec, targets);
    if (column.type !== 'categorical') throw new Error('A numeric column needs a numeric codec.');
    if (codec instanceof CategoricalCodec) {
      const codes = targets.map((target) => codec.decode(target));
      this.#decoded.set(index, { ...column, codes, dictionary: codec.labels });
    } else {
      const make = this.#makers.get(index) as () => string;
      const dictionary: string[] = [];
      const codes = targets.map((target) => (codec.isFilled(target) ? dictionary.push(make()) - 1 : -1));
      this.#decoded.set(index, { ...column, codes, dictionary });
    }
    return targets;
  }

  #decodeNumbers(index: number, codec: NumericCodec, targets: Int32Array): Int32Array {
    const { column, copySources, relativeTo } = this.#columns[index];
    const base = targets.slice();
    const values = new Float64Array(targets.length);
    for (let row = 0; row < targets.length; row++) {
      const copy = targets[row] - codec.size;
      if (copy >= 0) {
        const copied = this.#numbers(copySources[copy])[row];
        // What is copied may be missing where this column never is: some other row's code then.
        values[row] = Number.isNaN(copied)
          ? codec.decode(this.#anyCode(index), this.#random)
          : Math.min(Math.max(copied, codec.minimum), codec.maximum);
        base[row] = codec.encode(values[row]);
      } else {
        values[row] = codec.decode(targets[row], this.#random);
      }
    }
    if (relativeTo !== null) {
      const scale = unitsPer(column, this.#columns[relativeTo].column) ?? 1;
      const origin = this.#numbers(relativeTo);
      for (let row = 0; row < values.length; row++) values[row] += scale * origin[row];
    }
    this.#decoded.set(index, { type: 'numeric', schema: column.schema, values });
    return base;
  }

  /** A learnt row's own code, drawn as often as it occurs. */
  #anyCode(index: number): number {
    const { base } = this.#columns[index];
    return base[this.#random.int(base.length)];
  }

  #numbers(index: number): Float64Array {
    const source = this.#decoded.get(index);
    if (source?.type !== 'numeric') throw new Error('A column was drawn before the one it refers to.');
    return source.values;
  }
}
