import type { RandomStream } from '../../engine/random';

/** A fold's rows to learn from and to test on, rising. */
export interface Fold {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/**
 * Parts the rows 0 … labels.length − 1 at random into `count` folds with the same share of every label in each, as nearly
 * as whole rows allow: every row is tested once.
 */
export function stratifiedFolds(labels: ArrayLike<number>, count: number, random: RandomStream): Fold[] {
  const byLabel = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const rows = byLabel.get(labels[row]);
    if (rows) rows.push(row);
    else byLabel.set(labels[row], [row]);
  }
  const foldOf = new Uint8Array(labels.length);
  let next = 0;
  for (const label of [...byLabel.keys()].sort((a, b) => a - b)) {
    for (const row of random.shuffle(byLabel.get(label) ?? [])) foldOf[row] = next++ % count;
  }
  const rows = Uint32Array.from(foldOf.keys());
  return Array.from({ length: count }, (_, fold) => ({
    train: rows.filter((row) => foldOf[row] !== fold),
    test: rows.filter((row) => foldOf[row] === fold),
  }));
}
