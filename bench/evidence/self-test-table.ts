import type { Finding } from '../../src/evaluation/evidence';
import type { SelfTestOutcome } from './self-test';

/** A Markdown table: a row per finding, a column per case, figure and verdict in the cells, and what it took. */
export function selfTestTable(outcomes: readonly SelfTestOutcome[]): string {
  const ids = outcomes[0].findings.map(({ id }) => id);
  const seconds = outcomes.map((outcome) => [...outcome.seconds.values()].reduce((sum, one) => sum + one, 0));
  const rows = [
    ['measure', ...outcomes.map((outcome) => outcome.case)],
    ['---', ...outcomes.map(() => '---')],
    ...ids.map((id) => [
      `\`${id}\``,
      ...outcomes.map(({ findings }) => cell(findings.find((one) => one.id === id))),
    ]),
    ['seconds', ...seconds.map((one) => one.toFixed(1))],
  ];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cell(finding: Finding | undefined): string {
  if (!finding) return '–';
  const { synthetic, holdout, verdict } = finding;
  const beside = holdout ? ` / ${plain(holdout.value)}` : '';
  return `${plain(synthetic.value)}${beside} ${verdict === 'good' ? 'good' : `**${verdict}**`}`;
}

function plain(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3);
}
