import type { RandomStream } from '../../random';
import type { ChunkEvidence } from '../evidence';
import type { RowSampler, TargetSink } from '../table-model';
import { rakeRows } from './rake';

/** A column whose cells are to come as often as expected. */
export interface RakedColumn {
  /** Per code its cell. */
  readonly cellOf: Int32Array;
  /** Rows expected of each cell, in any unit. */
  readonly expected: Float64Array;
}

/** Rows drawn for each that is kept: with more the weights are met more closely. */
const oversampling = 2;

/**
 * Draws rows of a model and keeps those that together have each column's cells as often as expected. Under evidence rows are
 * as the model draws them: what is expected speaks of all rows.
 */
export class RakedSampler implements RowSampler {
  readonly #sampler: RowSampler;
  readonly #columns: ReadonlyMap<number, RakedColumn>;

  /** @param columns by index */
  constructor(sampler: RowSampler, columns: ReadonlyMap<number, RakedColumn>) {
    this.#sampler = sampler;
    this.#columns = columns;
  }

  async draw(
    rows: number,
    random: RandomStream,
    sink: TargetSink,
    evidence: ChunkEvidence | null = null,
  ): Promise<void> {
    if (evidence) return this.#sampler.draw(rows, random, sink, evidence);
    const drawn: { readonly column: { readonly index: number }; readonly targets: Int32Array }[] = [];
    await this.#sampler.draw(oversampling * rows, random, {
      accept: (column, targets) => {
        drawn.push({ column, targets: targets.slice() });
        return targets;
      },
    });
    const raked = drawn.flatMap(({ column, targets }) => {
      const own = this.#columns.get(column.index);
      return own ? [{ cells: targets.map((code) => own.cellOf[code]), expected: own.expected }] : [];
    });
    if (raked.length === 0) return this.#sampler.draw(rows, random, sink);
    const chosen = rakeRows(
      raked.map(({ cells }) => cells),
      raked.map(({ expected }) => expected),
      rows,
      random,
    );
    for (const { column, targets } of drawn) {
      sink.accept(
        column,
        Int32Array.from(chosen, (row) => targets[row]),
      );
    }
  }

  restart(): void {
    this.#sampler.restart?.();
  }

  dispose(): void {
    this.#sampler.dispose();
  }
}
