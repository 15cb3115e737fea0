import type { ColumnComparison } from '../../evaluation/report';
import { sharesOf } from '../../evaluation/bin-shapes';
import { type ColumnShape, placeEdges, valueText } from './column-shape';
import { reportWords } from './words';

/** Shares in a shareable picture are whole multiples of this. */
const shareStep = 0.02;

/**
 * A column's shape as it may be told: categories and bins that fewer than `fewestRows` real rows hold are put together
 * with others, nothing says where the outermost values lie, and shares are rounded. Null where too little remains to
 * be a picture.
 */
export function maskColumn(column: ColumnComparison, fewestRows: number): ColumnShape | null {
  const { bins, counts, name } = column;
  if (!bins) return null;
  const groups =
    bins.type === 'category'
      ? groupCategories(bins.labels, counts.training, fewestRows)
      : groupBins(counts.training, fewestRows);
  const isTold = groups.every((bins) => sumOf(counts.training, bins) >= fewestRows);
  if (groups.length < 2 || !isTold) return null;
  const shares = (all: Float64Array) => coarseShares(Float64Array.from(groups, (bins) => sumOf(all, bins)));
  const told = { name, real: shares(counts.training), synthetic: shares(counts.synthetic), holdout: null };
  const words = reportWords();
  if (bins.type === 'category') {
    const isCommon = ([bin, ...more]: number[]) => more.length === 0 && bin < bins.labels.length;
    const labels = groups.map((group) => (isCommon(group) ? bins.labels[group[0]] : words.allOthers));
    return { ...told, type: 'category', labels };
  }
  const inner = groups.slice(1).map(([first]) => bins.edges[first]);
  return {
    ...told,
    type: 'numeric',
    edges: evenOuter(placeEdges({ edges: Float64Array.from(inner), scale: bins.scale })),
    ends: [
      words.below(valueText(inner[0], bins.kind)),
      words.andAbove(valueText(inner[inner.length - 1], bins.kind)),
    ],
  };
}

/** Bars shown at most, the rest are one. */
const mostBars = 7;

/** Each common category by itself; the rare, the many and the rest together, where they come to enough rows. */
function groupCategories(labels: readonly string[], counts: Float64Array, fewestRows: number): number[][] {
  const bins = Array.from(counts, (_, bin) => bin);
  const alone = bins.filter((bin) => bin < labels.length && counts[bin] >= fewestRows).slice(0, mostBars);
  const rest = bins.filter((bin) => !alone.includes(bin));
  const groups = alone.map((bin) => [bin]);
  if (rest.length === 0) return groups;
  // Too few to be told of: one common category is given up to hide them among its rows.
  if (sumOf(counts, rest) < fewestRows) rest.unshift(...(groups.pop() ?? []));
  return [...groups, rest];
}

/** Neighbouring bins, joined until each has enough rows. */
function groupBins(counts: Float64Array, fewestRows: number): number[][] {
  const groups: number[][] = [];
  let open: number[] = [];
  for (let bin = 0; bin < counts.length; bin++) {
    open.push(bin);
    if (sumOf(counts, open) < fewestRows) continue;
    groups.push(open);
    open = [];
  }
  if (open.length > 0) groups.push([...(groups.pop() ?? []), ...open]);
  return groups;
}

function sumOf(counts: Float64Array, bins: readonly number[]): number {
  return bins.reduce((sum, bin) => sum + counts[bin], 0);
}

function coarseShares(counts: Float64Array): number[] {
  return Array.from(sharesOf(counts), (share) =>
    Number((Math.round(share / shareStep) * shareStep).toFixed(2)),
  );
}

/** The outermost bins are open: each is drawn as wide as the mean of the others, whatever its real width. */
function evenOuter(inner: readonly number[]): number[] {
  const step = inner.length > 1 ? 1 / (inner.length - 1) : 1;
  const whole = 1 + 2 * step;
  return [0, ...inner.map((edge) => ((inner.length > 1 ? edge : 0) + step) / whole), 1];
}
