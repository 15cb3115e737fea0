import type { LedgerRecord } from '../../engine/privacy/ledger';
import type { Evidence, Finding } from '../../evaluation/evidence';
import type { Decision } from '../decision';
import { type Language, languageNow } from '../../words';
import type { IntendedUse } from '../manifest';

/** What both reports are made from. Private. */
export interface ReportInput {
  readonly product: { readonly name: string; readonly version: string };
  /** ISO 8601. */
  readonly created: string;
  readonly realFileName: string;
  /** Rows of the real file, where those read are a uniform sample of them. */
  readonly sampledFrom?: number;
  /** Null where no file was saved yet. */
  readonly syntheticFileName: string | null;
  readonly evidence: Evidence;
  readonly decision: Decision;
  /** Of what was learnt; null where there is no formal guarantee. */
  readonly ledger: LedgerRecord | null;
  readonly intended: IntendedUse;
}

/** Which language the sentences of a report's JSON are in. */
export interface Spoken {
  /** Absent: English. */
  readonly language?: Language;
}

export function spokenIn(): Spoken {
  const language = languageNow();
  return language === 'en' ? {} : { language };
}

/** A report's JSON file: numbers that are not finite become null, typed arrays plain ones. */
export function reportText(report: object): string {
  const plain = (_: string, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;
  return `${JSON.stringify(report, plain, 2)}\n`;
}

/** Findings of one family, in their order. */
export function ofFamily<One extends Pick<Finding, 'family'>>(
  findings: readonly One[],
  family: Finding['family'],
): One[] {
  return findings.filter((finding) => finding.family === family);
}
