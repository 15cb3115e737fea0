/**
 * Area under the receiver operating characteristic: the probability that a row of class 1 scores above one of class 0, ties
 * half. 0 … 1, higher is better; 1.0 is told apart always, 0.5 is guessing. `labels` are 0 or 1 beside `scores`. NaN where
 * a class has no rows. Source: Hanley & McNeil, "The meaning and use of the area under a ROC curve", Radiology 143 (1982).
 */
export function rocAuc(labels: ArrayLike<number>, scores: Float64Array): number {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[a] - scores[b]);
  let positives = 0;
  let rankSum = 0;
  for (let start = 0, end = 0; start < order.length; start = end) {
    let tied = 0;
    for (; end < order.length && scores[order[end]] === scores[order[start]]; end++)
      tied += labels[order[end]];
    positives += tied;
    rankSum += (tied * (start + end + 1)) / 2;
  }
  const negatives = order.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/**
 * Area under the curve of each class against the rest, weighted by its share of the rows: scikit-learn's roc_auc_score with
 * multi_class='ovr', average='weighted'. `scores` holds `count` probabilities a row, row by row; classes without rows are
 * left out. NaN where fewer than two classes have rows.
 */
export function weightedOneVsRestAuc(labels: ArrayLike<number>, scores: Float64Array, count: number): number {
  let sum = 0;
  for (let which = 0; which < count; which++) {
    const isClass = Uint8Array.from(labels, (label) => (label === which ? 1 : 0));
    const weight = isClass.reduce((total, is) => total + is, 0) / labels.length;
    if (weight === 0) continue;
    const own = new Float64Array(labels.length);
    for (let row = 0; row < own.length; row++) own[row] = scores[row * count + which];
    sum += weight * rocAuc(isClass, own);
  }
  return labels.length === 0 ? Number.NaN : sum;
}
