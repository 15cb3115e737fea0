import { type Finding, isMeasured, type Verdict } from '../../evaluation/evidence';
import type { ColumnComparison } from '../../evaluation/report';
import { count } from '../../evaluation/sentences';
import { askedWords, type Outcome } from '../check-policy';
import type { FamilyVerdict } from '../decision';
import { guaranteeOf } from '../guarantee';
import type { IntendedUse, LeftOut } from '../manifest';
import { coarsen } from './coarsen';
import type { ColumnShape } from './column-shape';
import { maskColumn } from './mask-column';
import { type ReportInput, type Spoken, spokenIn } from './report-input';
import { reportWords } from './words';

/** What the owner lets a shareable report tell of the real table. */
export interface Disclosure {
  /** `none`: verdicts in words alone; `coarse`: rounded figures and shapes too. */
  readonly figures: 'none' | 'coarse';
  readonly exactRowCount: boolean;
  /** Values that fewer real rows hold are not told. */
  readonly fewestRows: number;
}

export const defaultDisclosure: Disclosure = { figures: 'coarse', exactRowCount: false, fewestRows: 10 };

/** What may be told to whoever gets the synthetic file. */
export interface ShareableReport extends Spoken {
  readonly report: 'understudy';
  readonly reportVersion: 1;
  readonly audience: 'shareable';
  readonly notice: string;
  readonly product: ReportInput['product'];
  readonly created: string;
  readonly syntheticFileName: string | null;
  readonly figures: Disclosure['figures'];
  readonly guarantee: string;
  readonly intended: IntendedUse;
  /** The verdict in one sentence. */
  readonly words: string;
  readonly families: readonly FamilyVerdict[];
  /** How many real rows the model learnt from, in words; null where no figure is to be told. */
  readonly realRows: string | null;
  readonly findings: readonly SharedFinding[];
  readonly checked: SharedCheck;
  readonly columns: readonly SharedColumn[];
  readonly leftOut: readonly LeftOut[];
}

export interface SharedFinding extends Pick<Finding, 'family' | 'name' | 'better' | 'verdict'> {
  /** Whether there is a figure at all, told or not: without a verdict it is one that could not be judged. */
  readonly measured: boolean;
  /** Some measures' ideal is what the real rows come to: it is rounded as the figures are. */
  readonly ideal: string | null;
  /** Null where no figure is to be told, or none was measured. */
  readonly synthetic: string | null;
  readonly holdout: string | null;
}

interface SharedCheck {
  readonly policy: string;
  readonly version: number;
  readonly met: boolean;
  readonly tasks: readonly string[];
  readonly assumptions: readonly string[];
  readonly results: readonly { readonly name: string; readonly asked: string; readonly outcome: Outcome }[];
}

export interface SharedColumn extends Pick<ColumnComparison, 'name' | 'kind'> {
  readonly verdict: Verdict;
  readonly distance: string | null;
  readonly shape: ColumnShape | null;
}

/** What a shareable report does not say, and why. */
function listLeftOut(isSample: boolean): LeftOut[] {
  const { leftOutFields: fields, leftOutWhy: why } = reportWords();
  const always = ['exact', 'rare', 'pairs', 'file'] as const;
  const parts = isSample ? (['rowsNotRead', ...always] as const) : always;
  return parts.map((part) => ({ fields: [fields[part]], why: why[part] }));
}

/**
 * The report for whoever gets the synthetic file, put together field by field from what may be told: what is added to
 * the evidence later stays private until someone decides otherwise.
 */
export function makeShareableReport(input: ReportInput, disclosure: Disclosure): ShareableReport {
  const { evidence, decision, product, intended } = input;
  const isTold = disclosure.figures === 'coarse';
  return {
    report: 'understudy',
    reportVersion: 1,
    audience: 'shareable',
    ...spokenIn(),
    notice: reportWords().shareableNotices[disclosure.figures],
    product: { name: product.name, version: product.version },
    created: input.created,
    syntheticFileName: input.syntheticFileName,
    figures: disclosure.figures,
    guarantee: guaranteeOf(null, evidence.kept).statement,
    intended: { use: intended.use, limits: intended.limits },
    words: decision.words,
    families: decision.families.map(({ family, verdict, words }) => ({ family, verdict, words })),
    realRows: isTold ? tellRows(evidence.comparison.rows.training, disclosure.exactRowCount) : null,
    findings: evidence.findings.map((finding) => shareFinding(finding, isTold)),
    checked: shareCheck(decision),
    columns: evidence.comparison.columns.map((column) => shareColumn(column, disclosure)),
    leftOut: listLeftOut(input.sampledFrom !== undefined),
  };
}

function shareFinding(finding: Finding, isTold: boolean): SharedFinding {
  const { family, name, better, ideal, verdict, synthetic, holdout } = finding;
  return {
    family,
    name,
    better,
    verdict,
    measured: isMeasured(finding),
    ideal: isTold ? coarsen(ideal) : null,
    synthetic: isTold ? coarsen(synthetic.value) : null,
    holdout: isTold && holdout ? coarsen(holdout.value) : null,
  };
}

function shareCheck({ check, tasks, assumptions }: ReportInput['decision']): SharedCheck {
  return {
    policy: check.policy,
    version: check.version,
    met: check.met,
    tasks: [...tasks],
    assumptions: [...assumptions],
    results: check.results.map(({ name, threshold, outcome }) => ({
      name,
      asked: askedWords(threshold),
      outcome,
    })),
  };
}

function shareColumn(column: ColumnComparison, { figures, fewestRows }: Disclosure): SharedColumn {
  const { name, kind, distance } = column;
  const isTold = figures === 'coarse';
  return {
    name,
    kind,
    verdict: judgeColumn(distance),
    distance: isTold ? coarsen(distance.synthetic) : null,
    shape: isTold ? maskColumn(column, fewestRows) : null,
  };
}

/** Good: hardly further off than rows never seen; poor: more than a tenth further. */
function judgeColumn({ synthetic, holdout }: ColumnComparison['distance']): Verdict {
  if (!Number.isFinite(synthetic)) return 'unmeasured';
  const ruler = Number.isFinite(holdout) ? (holdout ?? 0) : 0;
  if (synthetic <= Math.max(1.5 * ruler, ruler + 0.02)) return 'good';
  return synthetic <= ruler + 0.1 ? 'fair' : 'poor';
}

/** `20,000 to 50,000`, or the number itself where that is allowed. */
function tellRows(rows: number, isExact: boolean): string {
  if (isExact) return count(rows);
  if (rows < 100) return reportWords().fewerThan(100);
  const power = 10 ** Math.floor(Math.log10(rows));
  const step = [5, 2, 1].find((one) => rows >= one * power) ?? 1;
  const next = step === 2 ? 5 : step * 2;
  return reportWords().between(step * power, next * power);
}
