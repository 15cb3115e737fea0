import type { Summary, Verdict } from './programs';

/** One synthetic table's figures. */
export interface Result {
  readonly table: string;
  readonly seed: number;
  readonly summary: Summary;
  readonly verdict: Verdict;
}

interface Figure {
  readonly heading: string;
  readonly digits: number;
  readonly valuesOf: (result: Result) => readonly number[];
}

/** One column of the results each; those with two values show both, `own / real`. */
const figures: readonly Figure[] = [
  { heading: 'train s', digits: 1, valuesOf: ({ summary }) => [summary.trainSeconds] },
  { heading: 'generate s', digits: 1, valuesOf: ({ summary }) => [summary.generateSeconds] },
  { heading: 'peak MB', digits: 0, valuesOf: ({ summary }) => [summary.peakMemoryMB] },
  { heading: 'trend', digits: 2, valuesOf: ({ verdict }) => [verdict.trend_error] },
  { heading: 'c2st', digits: 3, valuesOf: ({ verdict }) => [verdict.c2st] },
  { heading: 'c2st_auc', digits: 3, valuesOf: ({ verdict }) => [verdict.c2st_auc] },
  { heading: 'c2st_test_auc', digits: 3, valuesOf: ({ verdict }) => [verdict.c2st_test_auc] },
  { heading: 'mle / real', digits: 3, valuesOf: ({ verdict }) => [verdict.mle, verdict.mle_real] },
  { heading: 'beta_recall', digits: 1, valuesOf: ({ verdict }) => [verdict.beta_recall] },
  { heading: 'dcr_share', digits: 3, valuesOf: ({ verdict }) => [verdict.dcr_share] },
  { heading: 'copies / held-out', digits: 4, valuesOf: ({ verdict }) => verdict.copies },
];

/** A Markdown table: a line for each seed and, where there are several, a table's medians. */
export function toMarkdown(results: readonly Result[]): string {
  const tables = [...new Set(results.map(({ table }) => table))];
  const lines = tables.flatMap((table) => {
    const own = results.filter((result) => result.table === table);
    const perSeed = own.map((result) =>
      line([table, known(String(result.seed)), ...figures.map((f) => cell(f, [result]))]),
    );
    if (own.length === 1) return perSeed;
    return [...perSeed, line([`**${table}**`, '**median**', ...figures.map((f) => `**${cell(f, own)}**`)])];
  });
  const headings = ['table', 'seed', ...figures.map(({ heading }) => heading)];
  const rule = headings.map((_, i) => (i === 0 ? '---' : '---:'));
  return [line(headings), line(rule), ...lines].join('\n');
}

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The medians over the results, value by value. */
function cell({ digits, valuesOf }: Figure, results: readonly Result[]): string {
  const all = results.map(valuesOf);
  return all[0].map((_, i) => known(median(all.map((values) => values[i])).toFixed(digits))).join(' / ');
}

/** A dash for what has no figure. */
function known(figure: string): string {
  return figure === 'NaN' ? '–' : figure;
}

/** Of an even number of values the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
