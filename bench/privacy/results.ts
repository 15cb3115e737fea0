import type { PrivateMechanism } from '../../src/engine/privacy/settings';
import type { Verdict } from '../quality/programs';
import { median } from '../quality/results-table';

/** What one private table is made by. */
export interface PrivateCell {
  readonly table: string;
  readonly mechanism: PrivateMechanism;
  readonly epsilon: number;
  readonly seed: number;
  /** Bounds and lists of categories are known, not paid for. */
  readonly isPublic: boolean;
  readonly isQuick: boolean;
}

export interface PrivateSeconds {
  readonly learnSeconds: number;
  readonly generateSeconds: number;
  /** Of both together: what the clock would tell of a machine that does nothing else, for the most part. */
  readonly processorSeconds: number;
}

/** One private table's figures. */
export interface PrivateResult extends PrivateCell, PrivateSeconds {
  readonly verdict: Verdict;
}

export function isSameCell(a: PrivateCell, b: PrivateCell): boolean {
  const keys = ['table', 'mechanism', 'epsilon', 'seed', 'isPublic', 'isQuick'] as const;
  return keys.every((key) => a[key] === b[key]);
}

const headings = [
  'table',
  'ε',
  'mechanism',
  'runs',
  'seconds',
  'shape',
  'trend (own bins)',
  'c2st',
  'mle / real',
];

/** A Markdown table: medians over seeds, a line for each table, ε and mechanism. */
export function toMarkdown(results: readonly PrivateResult[]): string {
  const groups = new Map<string, PrivateResult[]>();
  for (const result of results) {
    const key = JSON.stringify([result.table, result.epsilon, result.mechanism]);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  const lines = [...groups.values()].map((own) => {
    const figure = (valueOf: (result: PrivateResult) => number, digits: number) =>
      median(own.map(valueOf)).toFixed(digits);
    const [{ table, mechanism, epsilon }] = own;
    return [
      table,
      String(epsilon),
      mechanism,
      String(own.length),
      figure(({ learnSeconds, generateSeconds }) => learnSeconds + generateSeconds, 0),
      figure(({ processorSeconds }) => processorSeconds, 0),
      figure(({ verdict }) => verdict.shape_error, 2),
      `${figure(({ verdict }) => verdict.trend_error_realbins, 2)} (${figure(({ verdict }) => verdict.trend_error, 2)})`,
      figure(({ verdict }) => verdict.c2st, 3),
      `${figure(({ verdict }) => verdict.mle, 3)} / ${figure(({ verdict }) => verdict.mle_real, 3)}`,
    ];
  });
  const rule = headings.map((_, i) => (i === 0 || i === 2 ? '---' : '---:'));
  return [headings, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
