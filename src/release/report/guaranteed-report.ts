import type { LedgerRecord } from '../../engine/privacy/ledger';
import { kindWords } from '../../engine/kind-words';
import type { ColumnKind } from '../../engine/schema';
import { guaranteeInShort, type Guarantee, guaranteeOf } from '../guarantee';
import type { LeftOut } from '../manifest';
import { html } from './markup';
import { intendedPart, leftOutPart, ledgerPart, masthead, pageOf, plainList } from './page-parts';
import { type ReportInput, reportText, type Spoken, spokenIn } from './report-input';
import { reportWords } from './words';
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
interface GuaranteedReport extends Omit<GuaranteedInput, 'ledger'>, Spoken {
  readonly report: 'understudy';
  readonly reportVersion: 1;
  readonly audience: 'shareable';
  readonly notice: string;
  readonly guarantee: Guarantee;
  readonly leftOut: readonly LeftOut[];
}

function listLeftOut(): LeftOut[] {
  const { leftOutFields: fields, leftOutWhy: why } = reportWords();
  return [
    { fields: [fields.compared], why: why.compared },
    { fields: [fields.rowCount, fields.file], why: why.rowCount },
  ];
}

/** The shareable report of a table made under differential privacy, as a page and as JSON. */
export function writeGuaranteedReport({ ledger, ...input }: GuaranteedInput): ReportFile[] {
  const report: GuaranteedReport = {
    report: 'understudy',
    reportVersion: 1,
    audience: 'shareable',
    ...spokenIn(),
    notice: reportWords().shareableNotices.guaranteed,
    product: { name: input.product.name, version: input.product.version },
    created: input.created,
    syntheticFileName: input.syntheticFileName,
    guarantee: guaranteeOf(ledger),
    intended: { use: input.intended.use, limits: input.intended.limits },
    columns: input.columns.map(({ name, kind }) => ({ name, kind })),
    leftOut: listLeftOut(),
  };
  return [
    { name: 'shareable-report.html', text: pageFor(report, ledger) },
    { name: 'shareable-report.json', text: reportText(report) },
  ];
}

function pageFor(report: GuaranteedReport, ledger: LedgerRecord): string {
  const words = reportWords();
  return pageOf(words.shareableTitle, [
    masthead({
      kind: words.shareableKind,
      words: words.madeUnder(guaranteeInShort(ledger)),
      notice: report.notice,
      facts: [
        [words.syntheticTable, report.syntheticFileName],
        [words.made, words.madeBy(report.created, report.product.name, report.product.version)],
      ],
    }),
    html`<section>
      <h2>${words.whatIsPromised}</h2>
      <p>${report.guarantee.statement}</p>
    </section>`,
    ledgerPart(ledger),
    intendedPart(report.intended),
    html`<section>
      <h2>${words.columns}</h2>
      ${plainList(report.columns.map(({ name, kind }) => `${name}: ${kindWords()[kind]}`))}
    </section>`,
    leftOutPart(report.leftOut),
  ]);
}
