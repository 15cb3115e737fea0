import type { Verdict } from '../quality/programs';
import { median } from '../quality/results-table';

/** One private table's figures. */
export interface PrivateResult {
  readonly table: string;
  readonly mechanism: string;
  readonly epsilon: number;
  readonly learnSeconds: number;
  readonly generateSeconds: number;
  readonly verdict: Verdict;
}

const headings = ['table', 'mechanism', 'ε', 'seconds', 'shape', 'trend (own bins)', 'c2st', 'mle / real'];

/** A Markdown table: medians over repeats, a line for each table, mechanism and ε. */
export function toMarkdown(results: readonly PrivateResult[]): string {
  const groups = new Map<string, PrivateResult[]>();
  for (const result of results) {
    const key = JSON.stringify([result.table, result.mechanism, result.epsilon]);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  const lines = [...groups.values()].map((own) => {
    const figure = (valueOf: (result: PrivateResult) => number, digits: number) =>
      median(own.map(valueOf)).toFixed(digits);
    const [{ table, mechanism, epsilon }] = own;
    return [
      table,
      mechanism,
      String(epsilon),
      figure(({ learnSeconds, generateSeconds }) => learnSeconds + generateSeconds, 1),
      figure(({ verdict }) => verdict.shape_error, 2),
      `${figure(({ verdict }) => verdict.trend_error_realbins, 2)} (${figure(({ verdict }) => verdict.trend_error, 2)})`,
      figure(({ verdict }) => verdict.c2st, 3),
      `${figure(({ verdict }) => verdict.mle, 3)} / ${figure(({ verdict }) => verdict.mle_real, 3)}`,
    ];
  });
  const rule = headings.map((_, i) => (i < 2 ? '---' : '---:'));
  return [headings, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
