import type { ColumnKind } from '../../engine/schema';
import { binCount, type Bins } from '../../engine/analyze/bins';
import type { JointComparison } from '../../evaluation/report';
import { describeBin, sharesOf } from './density';
import { formatTick, shorten } from './format';
import type { HeatGrid } from './heat-cells';

/** A joint distribution laid out for drawing: one column's bins from left to right, the other's from the bottom up. */
export interface JointLayout {
  readonly across: { readonly name: string; readonly bins: Bins };
  readonly up: { readonly name: string; readonly bins: Bins };
  /** Shares of the rows, top row first. */
  readonly real: HeatGrid;
  readonly synthetic: HeatGrid;
}

/** Numbers go across and categories up, where their names can be read; else the first column goes across. */
export function layJoint(joint: JointComparison): JointLayout {
  const turns = joint.first.bins.type === 'category' && joint.second.bins.type === 'numeric';
  const across = turns ? joint.second : joint.first;
  const up = turns ? joint.first : joint.second;
  const lay = (counts: Float64Array) =>
    layShares(sharesOf(counts), binCount(across.bins), binCount(up.bins), turns, up.bins);
  return { across, up, real: lay(joint.training), synthetic: lay(joint.synthetic) };
}

/** Numbers grow upwards; categories start at the top with the commonest. */
function layShares(shares: Float64Array, columns: number, rows: number, turned: boolean, up: Bins): HeatGrid {
  const values = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const bin = binOfRow(up, row);
    for (let column = 0; column < columns; column++) {
      values[row * columns + column] = shares[turned ? bin * columns + column : column * rows + bin];
    }
  }
  return { rows, columns, values };
}

/** Which bin a row of the picture shows, counted from the top. */
export function binOfRow(bins: Bins, row: number): number {
  return bins.type === 'numeric' ? binCount(bins) - 1 - row : row;
}

export interface Mark {
  /** In bins from the axis' start. */
  readonly at: number;
  readonly text: string;
}

/**
 * The texts along an axis of `pixels`: round numbers of edges for numbers, the middle of each bin for categories.
 * Categories that would be cut shorter than `fewest` letters are numbered instead.
 */
export function markBins(
  bins: Bins,
  pixels: number,
  fewest = 4,
): { marks: readonly Mark[]; numbered: boolean } {
  const count = binCount(bins);
  if (bins.type === 'numeric')
    return { marks: markEdges(bins.edges, bins.kind, count, pixels), numbered: false };
  const letters = Math.floor(pixels / count / 7);
  const longest = Math.max(...Array.from({ length: count }, (_, bin) => [...describeBin(bins, bin)].length));
  const numbered = letters < Math.min(fewest, longest);
  const text = (bin: number) => (numbered ? String(bin + 1) : shorten(describeBin(bins, bin), letters));
  return { marks: Array.from({ length: count }, (_, bin) => ({ at: bin + 0.5, text: text(bin) })), numbered };
}

function markEdges(edges: Float64Array, kind: ColumnKind, count: number, pixels: number): Mark[] {
  const widest = Math.max(writeEdge(edges[0], kind).length, writeEdge(edges[count], kind).length);
  const most = Math.max(1, Math.min(5, Math.floor(pixels / (widest * 8 + 12))));
  const every = Math.max(1, Math.ceil(count / most));
  const marks: Mark[] = [];
  for (let edge = 0; edge <= count; edge += every)
    marks.push({ at: edge, text: writeEdge(edges[edge], kind) });
  return marks;
}

/** Edges fall where they fall: numbers to three digits are near enough beside a picture; years and dates in full. */
function writeEdge(edge: number, kind: ColumnKind): string {
  const isDate = kind === 'date' || kind === 'datetime';
  if (isDate) return formatTick(edge, kind).slice(0, 10);
  return formatTick(
    Math.abs(edge) < 2200 && kind === 'integer' ? Math.ceil(edge) : Number(edge.toPrecision(3)),
    kind,
  );
}
