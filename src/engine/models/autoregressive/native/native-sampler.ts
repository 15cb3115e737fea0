import type { RandomStream } from '../../../random';
import type { ChunkEvidence } from '../../evidence';
import type { RowSampler, TargetSink } from '../../table-model';
import { drawRestricted } from '../draw-restricted';
import type { Network } from '../network';
import { createRuleFilter } from '../rule-filter';
import { DrawingChunk } from './drawing-chunk';
import { placeNetwork } from './place-network';
import type { PlacedNetwork } from './placed-column';
import { PrefixTree } from './prefix-tree';
import { Uniforms } from './uniforms';

/** What rows are drawn in, made for so many at most. */
interface Room {
  readonly capacity: number;
  readonly tree: PrefixTree;
  readonly chunk: DrawingChunk;
  readonly uniforms: Uniforms;
}

/**
 * Draws rows column by column with the kernels of `assembly/`. As in sampler.ts, every hidden unit is computed once, as
 * soon as the columns it sees are drawn; besides, units at 0 cost nothing, and neither do inputs at 0. A row is what its
 * own random numbers make of it, however many are drawn with it.
 */
export class NativeSampler implements RowSampler {
  readonly #network: Promise<PlacedNetwork>;
  #room: Room | null = null;

  constructor(network: Network) {
    this.#network = placeNetwork(network);
    // `draw` tells of it.
    this.#network.catch(() => undefined);
  }

  /** @throws RangeError when the memory for so many rows cannot be had */
  async draw(
    rows: number,
    random: RandomStream,
    sink: TargetSink,
    evidence: ChunkEvidence | null = null,
  ): Promise<void> {
    const network = await this.#network;
    const { tree, chunk, uniforms } = this.#roomFor(rows, network);
    const drawn = new Map<number, Int32Array>();
    const codesOf = (source: number) => drawn.get(source) as Int32Array;
    uniforms.fill(rows, random);
    tree.begin(rows);
    for (const column of network.columns) {
      const { plan } = column;
      if (plan.rank === tree.depth) chunk.begin(tree.starts, tree.numbers);
      const stage = plan.rank < tree.depth ? tree : chunk;
      const restriction = evidence?.restrictionOf(plan);
      const targets =
        evidence && restriction
          ? drawRestricted(
              stage.logits(column),
              rows,
              { ...plan, codesOf },
              restriction,
              evidence.weights,
              random,
            )
          : plan.rank < tree.depth
            ? tree.drawTargets(column, uniforms)
            : chunk.drawTargets(column, uniforms, createRuleFilter(plan.rules, codesOf));
      const base = sink.accept(plan, targets);
      drawn.set(plan.index, base);
      chunk.keepCodes(column, base, targets);
      stage.passOn(column, base);
    }
  }

  dispose(): void {
    // Its memory goes with it.
  }

  #roomFor(rows: number, network: PlacedNetwork): Room {
    if (!this.#room || this.#room.capacity < rows) {
      this.#room = {
        capacity: rows,
        tree: new PrefixTree(network, rows),
        chunk: new DrawingChunk(network, rows),
        uniforms: new Uniforms(network.arena, network.columns.length, rows),
      };
    }
    return this.#room;
  }
}
