import { type NetworkPlan, sourceName } from '../plan';
import { putColumns } from './column-tables';
import { listRanks, putMatrices, putReach, type UpdateTables } from './matrices';
import { placeWeights, type WeightPlaces } from './weight-places';
import { WordList } from './word-list';
import { placeWork, type WorkPlaces } from './work-places';

/** What does not change while a network is trained: where everything lies, and the lists that kernels go by. */
export interface NetworkTables {
  readonly weights: WeightPlaces;
  readonly work: WorkPlaces;
  readonly update: UpdateTables;
  /** Where the reach of each layer's tiles lies in `words` (`putReach`). */
  readonly reach: { readonly blocks: readonly number[]; readonly output: number };
  readonly words: Uint32Array<ArrayBuffer>;
}

/** What is known of a network before it is trained. */
export interface NetworkShape {
  readonly plan: NetworkPlan;
  /** Of the hidden units, ascending. */
  readonly degrees: Int32Array;
  readonly parameters: readonly { readonly name: string; readonly size: number }[];
}

/** @param capacity most rows of a batch */
export function tabulate({ plan, degrees, parameters }: NetworkShape, capacity: number): NetworkTables {
  const weights = placeWeights(parameters);
  const work = placeWork(plan, capacity);
  const words = new WordList();
  putColumns(words, plan, (column) => (column.sources.length > 0 ? weights.of(sourceName(column)) : 0));
  const update = putMatrices(words, plan, degrees, weights, work);
  const toOwnDegree = putReach(
    words,
    degrees,
    degrees.map((degree) => degree + 1),
  );
  const reach = {
    blocks: work.blocks.map(() => toOwnDegree),
    output: putReach(words, degrees, listRanks(plan).outputs),
  };
  return { weights, work, update, reach, words: words.words };
}
