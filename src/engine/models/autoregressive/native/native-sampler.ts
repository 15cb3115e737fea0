import type { RandomStream } from '../../../random';
import type { ChunkEvidence } from '../../evidence';
import type { RowSampler, TargetSink } from '../../table-model';
import { drawRestricted } from '../draw-restricted';
import type { Network } from '../network';
import { DrawingChunk } from './drawing-chunk';
import { type PlacedNetwork, placeNetwork } from './place-network';

/**
 * Draws rows column by column with the kernels of `assembly/`. As in sampler.ts, every hidden unit is computed once, as
 * soon as the columns it sees are drawn; besides, units at 0 cost nothing, and neither do inputs at 0. A row is what its
 * own random numbers make of it, however many are drawn with it.
 */
export class NativeSampler implements RowSampler {
  readonly #placed: Promise<PlacedNetwork>;
  #chunk: DrawingChunk | null = null;

  constructor(network: Network) {
    this.#placed = placeNetwork(network);
    // Told by the first `draw`.
    this.#placed.catch(() => undefined);
  }

  /** @throws RangeError when the memory for so many rows cannot be had */
  async draw(
    rows: number,
    random: RandomStream,
    sink: TargetSink,
    evidence: ChunkEvidence | null = null,
  ): Promise<void> {
    const { arena, shape } = await this.#placed;
    if (!this.#chunk || this.#chunk.capacity < rows) this.#chunk = new DrawingChunk(arena, shape, rows);
    const chunk = this.#chunk;
    const drawn = new Map<number, Int32Array>();
    const codesOf = (source: number) => drawn.get(source) as Int32Array;
    chunk.begin(rows, random);
    for (const column of shape.columns) {
      const { plan } = column;
      const restriction = evidence?.restrictionOf(plan);
      const targets =
        evidence && restriction
          ? drawRestricted(
              chunk.logits(column, rows),
              rows,
              { ...plan, codesOf },
              restriction,
              evidence.weights,
              random,
            )
          : chunk.drawTargets(column, rows);
      const base = sink.accept(plan, targets);
      drawn.set(plan.index, base);
      chunk.passOn(column, base, targets);
    }
  }

  dispose(): void {
    // Its memory goes with it.
  }
}
