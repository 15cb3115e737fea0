import type { LedgerRecord } from '../../engine/privacy/ledger';
import type { ColumnKind } from '../../engine/schema';
import { guaranteeInShort, type Guarantee, guaranteeOf } from '../guarantee';
import type { LeftOut } from '../manifest';
import { html } from './markup';
import { intendedPart, ledgerPart, masthead, pageOf, plainList } from './page-parts';
import { type ReportInput, reportText } from './report-input';
import type { ReportFile } from './write-reports';

/** What the report under a guarantee is made from: nothing of the evidence is among it. */
export interface GuaranteedInput extends Pick<
  ReportInput,
  'product' | 'created' | 'syntheticFileName' | 'intended'
> {
  readonly ledger: LedgerRecord;
  /** Those of the synthetic table. */
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
}

/** What may be told to whoever gets a table made under differential privacy: what was declared, or paid for. */
interface GuaranteedReport extends Omit<GuaranteedInput, 'ledger'> {
  readonly report: 'understudy';
  readonly reportVersion: 1;
  readonly audience: 'shareable';
  readonly notice: string;
  readonly guarantee: Guarantee;
  readonly leftOut: readonly LeftOut[];
}

const leftOut: readonly LeftOut[] = [
  {
    fields: ['every figure that compares the synthetic rows with the real ones, and every verdict'],
    why: 'They were computed from the real rows, and nobody paid for them: beside the rows they would undo the guarantee.',
  },
  {
    fields: ['the exact number of real rows', 'the real file’s name, size and SHA-256'],
    why: 'Whoever holds a guess at the real table could confirm it.',
  },
];

/** The shareable report of a table made under differential privacy, as a page and as JSON. */
export function writeGuaranteedReport({ ledger, ...input }: GuaranteedInput): ReportFile[] {
  const report: GuaranteedReport = {
    report: 'understudy',
    reportVersion: 1,
    audience: 'shareable',
    notice: 'Shareable: it tells what was declared public, and what the ledger lists; nothing else.',
    product: { name: input.product.name, version: input.product.version },
    created: input.created,
    syntheticFileName: input.syntheticFileName,
    guarantee: guaranteeOf(ledger),
    intended: { use: input.intended.use, limits: input.intended.limits },
    columns: input.columns.map(({ name, kind }) => ({ name, kind })),
    leftOut,
  };
  return [
    { name: 'shareable-report.html', text: pageFor(report, ledger) },
    { name: 'shareable-report.json', text: reportText(report) },
  ];
}

function pageFor(report: GuaranteedReport, ledger: LedgerRecord): string {
  return pageOf('Report of a synthetic table', [
    masthead({
      kind: 'Shareable report',
      words: `Made under ${guaranteeInShort(ledger)}.`,
      notice: report.notice,
      facts: [
        ['Synthetic table', report.syntheticFileName],
        ['Made', `${report.created.slice(0, 10)}, ${report.product.name} ${report.product.version}`],
      ],
    }),
    html`<section>
      <h2>What is promised</h2>
      <p>${report.guarantee.statement}</p>
    </section>`,
    ledgerPart(ledger),
    intendedPart(report.intended),
    html`<section>
      <h2>Columns</h2>
      ${plainList(report.columns.map(({ name, kind }) => `${name}: ${kind}`))}
    </section>`,
    html`<section>
      <h2>What this report leaves out, and why</h2>
      ${plainList(report.leftOut.map(({ fields, why }) => `${fields.join('; ')}: ${why}`))}
    </section>`,
  ]);
}
