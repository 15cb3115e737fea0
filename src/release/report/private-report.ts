import type { LedgerRecord } from '../../engine/privacy/ledger';
import type { Evidence, Finding } from '../../evaluation/evidence';
import type { Decision } from '../decision';
import { guaranteeOf } from '../guarantee';
import type { IntendedUse } from '../manifest';
import { type MeasuredFigures, measuredFigures } from '../measured-figures';
import { type ColumnShape, columnShape } from './column-shape';
import { type ReportInput, type Spoken, spokenIn } from './report-input';
import { reportWords } from './words';

/** Everything that a decision wants, for whoever holds the real table. */
export interface PrivateReport extends Spoken {
  readonly report: 'understudy';
  readonly reportVersion: 1;
  readonly audience: 'private';
  readonly notice: string;
  readonly product: ReportInput['product'];
  readonly created: string;
  readonly realFileName: string;
  readonly syntheticFileName: string | null;
  readonly guarantee: string;
  readonly ledger: LedgerRecord | null;
  readonly intended: IntendedUse;
  readonly decision: Decision;
  readonly findings: readonly Finding[];
  readonly measured: MeasuredFigures;
  /** Of the columns that are furthest off, worst first. */
  readonly shapes: readonly ColumnShape[];
  /** What each section found in full. */
  readonly details: Evidence['sections'];
  readonly notes: readonly string[];
}

const shapesShown = 24;

export function makePrivateReport(input: ReportInput): PrivateReport {
  const { evidence, product } = input;
  const measured = measuredFigures(evidence.comparison);
  const byName = new Map(evidence.comparison.columns.map((column) => [column.name, column]));
  const shapes = measured.columns.flatMap(({ name }) => {
    const column = byName.get(name);
    const shape = column && columnShape(column);
    return shape ? [shape] : [];
  });
  return {
    report: 'understudy',
    reportVersion: 1,
    audience: 'private',
    ...spokenIn(),
    notice: reportWords().privateNotice,
    product: { name: product.name, version: product.version },
    created: input.created,
    realFileName: input.realFileName,
    syntheticFileName: input.syntheticFileName,
    guarantee: guaranteeOf(input.ledger, evidence.kept).statement,
    ledger: input.ledger,
    intended: input.intended,
    decision: input.decision,
    findings: evidence.findings,
    measured,
    shapes: shapes.slice(0, shapesShown),
    details: evidence.sections,
    notes: [...sampleNotes(input), ...evidence.comparison.notes, ...evidence.notes],
  };
}

/** What was left out of the real table before anything was learnt. */
function sampleNotes({ sampledFrom }: ReportInput): string[] {
  return sampledFrom === undefined ? [] : [reportWords().sampled(sampledFrom)];
}
