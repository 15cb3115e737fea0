import {
  crossCuts,
  cutColumn,
  describeSlice,
  sharpness,
  countSlices,
  type Cut,
  type Slice,
  type SlicedColumn,
  type SliceCounts,
} from './slices';
import type { TwoSampleTest } from './two-sample-test';

/** A slice of fewer rows says too little. */
const fewestRows = 30;
/** Columns whose bins are paired, slices and regions told of, and bins that a region is made of, at most. */
const mostPaired = 6;
const mostSlices = 10;
const mostRegions = 3;
const mostParts = 4;
/** How many times as sharp a narrower slice must be as a wider one that holds it. */
const leastSharpening = 1.2;

/** Where the detectors were most sure. */
export interface WorstSlices {
  /** Single bins, and pairs of bins; the worst first. */
  readonly slices: readonly Slice[];
  /** Examples: slices narrowed down, bin by bin, while the detectors become surer. */
  readonly regions: readonly Slice[];
}

/** A slice with what is needed to narrow it down. */
interface Candidate {
  readonly cut: Cut;
  readonly slice: number;
  readonly counts: SliceCounts;
}

/**
 * The bins of columns, and of pairs of the first six, whose expected share of synthetic rows is furthest from a half,
 * times the root of the rows. Slices are chosen by what detectors expected that had not seen these rows, and described by
 * what came true: chance does not make them look worse than they are. A pair is told of where it is sharper than its
 * bins alone. `columns` come in order of importance.
 */
export async function worstSlices(
  test: TwoSampleTest,
  columns: readonly SlicedColumn[],
  yieldControl: () => Promise<void>,
): Promise<WorstSlices> {
  const rows = Uint32Array.from(test.labels.keys());
  const cuts: Cut[] = [];
  const countsOfCuts: SliceCounts[] = [];
  for (const column of columns) {
    const cut = cutColumn(column);
    if (cut) {
      cuts.push(cut);
      countsOfCuts.push(countSlices(cut, test, rows));
    }
    await yieldControl();
  }
  const candidates = cuts.flatMap((cut, i) => candidatesOf(cut, countsOfCuts[i]));
  for (let second = 1; second < Math.min(mostPaired, cuts.length); second++) {
    for (let first = 0; first < second; first++) {
      const cut = crossCuts(cuts[first], cuts[second]);
      const pairs = candidatesOf(cut, countSlices(cut, test, rows));
      candidates.push(
        ...pairs.filter((pair) =>
          isSharper(pair, countsOfCuts[first], countsOfCuts[second], cuts[second].size),
        ),
      );
      await yieldControl();
    }
  }
  candidates.sort((a, b) => surprise(b) - surprise(a));
  const regions = await findRegions(test, cuts.slice(0, mostPaired), candidates, yieldControl);
  return { slices: candidates.slice(0, mostSlices).map(describe), regions };
}

function candidatesOf(cut: Cut, counts: SliceCounts): Candidate[] {
  const slices = [...counts.rows.keys()].filter((slice) => counts.rows[slice] >= fewestRows);
  return slices.map((slice) => ({ cut, slice, counts }));
}

function surprise({ counts, slice }: Candidate): number {
  return sharpness(counts, slice) * Math.sqrt(counts.rows[slice]);
}

function isSharper(
  { counts, slice }: Candidate,
  first: SliceCounts,
  second: SliceCounts,
  secondSize: number,
): boolean {
  const alone = Math.max(
    sharpness(first, Math.floor(slice / secondSize)),
    sharpness(second, slice % secondSize),
  );
  return sharpness(counts, slice) > leastSharpening * alone;
}

function describe({ cut, slice, counts }: Candidate): Slice {
  return describeSlice(cut.partsOf(slice), counts, slice);
}

/** Narrows the worst slices down; of those that begin with the same columns only the worst. */
async function findRegions(
  test: TwoSampleTest,
  cuts: readonly Cut[],
  candidates: readonly Candidate[],
  yieldControl: () => Promise<void>,
): Promise<Slice[]> {
  const regions: Slice[] = [];
  const tried = new Set<string>();
  for (const candidate of candidates) {
    if (regions.length === mostRegions) break;
    const columns = columnsOf(describe(candidate)).join('\n');
    if (tried.has(columns)) continue;
    tried.add(columns);
    const region = narrow(test, cuts, candidate);
    if (region.parts.length > 1) regions.push(region);
    await yieldControl();
  }
  return regions;
}

/** Adds the bin that makes the detectors most sure, again and again while one makes them surer. */
function narrow(test: TwoSampleTest, cuts: readonly Cut[], { cut, slice, counts }: Candidate): Slice {
  let region = describeSlice(cut.partsOf(slice), counts, slice);
  let rows = Uint32Array.from(cut.sliceOf.keys()).filter((row) => cut.sliceOf[row] === slice);
  while (region.parts.length < mostParts) {
    const known = columnsOf(region);
    const [best] = cuts
      .filter((other) => !known.includes(other.partsOf(0)[0].column))
      .flatMap((other) => candidatesOf(other, countSlices(other, test, rows)))
      .sort((a, b) => surprise(b) - surprise(a));
    const sureness = Math.abs(region.expectedShare - 0.5);
    if (best === undefined || sharpness(best.counts, best.slice) <= leastSharpening * sureness) break;
    region = describeSlice([...region.parts, ...best.cut.partsOf(best.slice)], best.counts, best.slice);
    rows = rows.filter((row) => best.cut.sliceOf[row] === best.slice);
  }
  return region;
}

function columnsOf({ parts }: Slice): string[] {
  return parts.map(({ column }) => column);
}
