import type { EncodedTable } from '../encode/encode-table';
import type { LearntTable } from '../encode/factorise/learnt-table';
import { fitGaussianCopula } from '../models/gaussian-copula/gaussian-copula-model';
import type { RandomStream } from '../random';
import type { LearningTask } from './learning-task';
import type { TrainingContext } from './types';

/** Rows that are drawn, at most and at least; of wide tables as many as keep to so many cells. */
const mostRows = 20_000;
const fewestRows = 1_000;
const mostCells = 4e6;
/** Own rows from which on they outweigh the rehearsal's even at the end. */
const rowsWorthOfPrior = 100;
/** Of the training, in which the own rows take over. */
const takeover = 0.5;

/**
 * What a network learns before a table's own few rows, and a little beside them: rows of a Gaussian copula fitted to those.
 * A few hundred rows tell each column and each pair of columns well, and the rest hardly at all; a network left alone with
 * them is either unfinished or knows them by heart.
 */
export class Rehearsal {
  /** The learnt columns with the drawn rows after the table's own. */
  readonly learnt: LearntTable;
  readonly #rows: Uint32Array;
  readonly #floor: number;

  /**
   * @param learnt what the network learns of the table itself
   * @param drawn codes of each of its columns, as `drawRehearsal` gives them
   * @param ownRows number of the table's rows that the network is fitted to
   */
  constructor(learnt: LearntTable, drawn: readonly Int32Array[], ownRows: number) {
    this.learnt = appendRows(learnt, drawn);
    this.#rows = Uint32Array.from(
      { length: this.learnt.rowCount - learnt.rowCount },
      (_, i) => learnt.rowCount + i,
    );
    this.#floor = 1 / (1 + (ownRows / rowsWorthOfPrior) ** 2);
  }

  /**
   * Share of rehearsal rows in a batch: falls from all of them to few halfway; what is left then is a prior that a hundred rows
   * of the table's own outweigh.
   * @param progress of the training as planned, 0 … 1
   */
  shareAt(progress: number): number {
    return Math.max(this.#floor, 1 - progress / takeover);
  }

  /** True in the first half: what the validation rows say of the network then says nothing of its end. */
  isTakingOver(progress: number): boolean {
    return progress < takeover;
  }

  /** The rows of an epoch with as many of them exchanged for rehearsal rows as the share says. */
  mix(own: Uint32Array, progress: number, random: RandomStream): Uint32Array {
    const share = this.shareAt(progress);
    return own.map((row) => (random.float() < share ? this.#rows[random.int(this.#rows.length)] : row));
  }
}

/** What of a learning task is needed to fit a copula. */
interface RehearsalTask extends Pick<LearningTask, 'encoded' | 'makers' | 'ranges'> {
  readonly context: Pick<TrainingContext, 'breathe' | 'wantsStop'>;
}

/**
 * Fits a Gaussian copula to the rows and draws from it; asked to stop, it makes do with the rows looked at so far.
 * @param fit rows the network is fitted to, as indices into the encoded table
 * @returns base codes by column
 */
export async function drawRehearsal(
  { encoded, makers, ranges, context }: RehearsalTask,
  fit: Uint32Array,
  random: RandomStream,
): Promise<Int32Array[]> {
  const { model } = await fitGaussianCopula(selectCodes(encoded, fit), { makers, ranges }, random, {
    breathe: () => context.breathe(),
    shouldEnd: () => context.wantsStop(),
    onProgress: () => undefined,
  });
  const rows = Math.min(mostRows, Math.max(fewestRows, Math.floor(mostCells / encoded.columns.length)));
  // Columns of one code are not drawn: it is theirs.
  const drawn: Int32Array[] = encoded.columns.map(() => new Int32Array(rows));
  const sampler = model.sampler();
  await sampler.draw(rows, random, { accept: ({ index }, targets) => (drawn[index] = targets) });
  sampler.dispose();
  return drawn;
}

/** The encoded table of some of its rows. */
function selectCodes(encoded: EncodedTable, rows: Uint32Array): EncodedTable {
  const pick = (codes: Int32Array) => Int32Array.from(rows, (row) => codes[row]);
  const columns = encoded.columns.map((column) => {
    const base = pick(column.base);
    const counts = new Float64Array(column.codec.size);
    for (const code of base) counts[code]++;
    return { ...column, base, target: pick(column.target), counts };
  });
  return { ...encoded, rowCount: rows.length, columns };
}

function appendRows(learnt: LearntTable, drawn: readonly Int32Array[]): LearntTable {
  const columns = learnt.columns.map((column, index) => ({
    ...column,
    base: join(column.base, drawn[index]),
    target: join(column.target, drawn[index]),
  }));
  return { ...learnt, rowCount: columns[0].base.length, columns };
}

function join(before: Int32Array, after: Int32Array): Int32Array {
  const joined = new Int32Array(before.length + after.length);
  joined.set(before);
  joined.set(after, before.length);
  return joined;
}
