import type { ColumnSchema, ColumnWarning } from '../schema';
import { officialNumber } from '../sensitive/official-numbers';
import type { MatterFinding } from '../sensitive/find-matter';
import { coarseningWords, matterWords } from '../sensitive/words';
import { warningWords } from './words';

/** What warnings are drawn from. */
export interface WarningEvidence {
  readonly schema: ColumnSchema;
  readonly rowCount: number;
  readonly missingCount: number;
  readonly distinctCount: number;
  readonly notParsedCount: number;
  /** 0-based. */
  readonly firstNotParsedRow: number | null;
  /** What of people it holds, if anything was found. */
  readonly finding: MatterFinding | null;
  readonly hasAmbiguousDates: boolean;
  /** Numbers and words stand side by side. */
  readonly isMixed: boolean;
}

/**
 * The warnings of a column in its role: where its real cells are kept that is the first to say, and what would become of its
 * values otherwise is beside the point.
 */
export function warningsInRole({
  schema,
  warnings,
}: {
  readonly schema: ColumnSchema;
  readonly warnings: readonly ColumnWarning[];
}): readonly ColumnWarning[] {
  if (schema.role !== 'real') return warnings;
  const others = warnings.filter(({ code }) => code !== 'identifies-people' && code !== 'nearly-unique');
  return [{ code: 'real-cells', message: warningWords().realCells }, ...others];
}

type WarningRule = (evidence: WarningEvidence) => ColumnWarning | null;

/** Everything the owner of the column should know, gravest first. */
export function findWarnings(evidence: WarningEvidence): ColumnWarning[] {
  return rules.map((rule) => rule(evidence)).filter((warning) => warning !== null);
}

function warnOfPeople(evidence: WarningEvidence): ColumnWarning | null {
  const { schema, finding } = evidence;
  if (!finding || !isTelling(finding, evidence)) return null;
  return {
    code: 'identifies-people',
    message: `${describeFinding(finding)} ${consequenceOf(schema, finding)}`,
  };
}

/** A name that promises much says little of a column in which few values repeat over and over. */
function isTelling({ by, matter }: MatterFinding, evidence: WarningEvidence): boolean {
  if (by === 'values' || isPlaceOrTime(matter)) return true;
  return isMadeAnew(evidence.schema) || evidence.distinctCount > 0.3 * presentCount(evidence);
}

function isPlaceOrTime(matter: MatterFinding['matter']): boolean {
  return matter === 'birth-date' || matter === 'latitude' || matter === 'longitude';
}

function describeFinding({ matter, by, share, validShare, lookedAt }: MatterFinding): string {
  const words = warningWords();
  const what = matterWords()[matter];
  if (matter === 'people-in-text') return words.peopleInTexts(share, lookedAt);
  if (by === 'name') return words.byName(what);
  if (validShare !== null && officialNumber(matter)) return words.validNumbers(what, validShare, lookedAt);
  return words.lookLike(what);
}

function consequenceOf(schema: ColumnSchema, { matter }: MatterFinding): string {
  const words = warningWords();
  if (isMadeAnew(schema)) return words.madeUp;
  if (schema.coarsening) return words.onlyCoarser(coarseningWords()[schema.coarsening]);
  return isPlaceOrTime(matter) ? words.tooFine : words.makeAnew;
}

function isMadeAnew({ kind }: ColumnSchema): boolean {
  return kind === 'identifier' || kind === 'text';
}

function presentCount({ rowCount, missingCount }: WarningEvidence): number {
  return rowCount - missingCount;
}

function warnOfUniqueness(evidence: WarningEvidence): ColumnWarning | null {
  const { schema, distinctCount } = evidence;
  const present = presentCount(evidence);
  const canTell = schema.kind !== 'decimal' && schema.kind !== 'date' && schema.kind !== 'datetime';
  const leastShare = schema.kind === 'integer' ? 0.99 : 0.9;
  if (present < 20 || distinctCount < leastShare * present || !canTell) return null;
  const { uniqueMadeAnew, unique } = warningWords();
  return { code: 'nearly-unique', message: isMadeAnew(schema) ? uniqueMadeAnew : unique };
}

function warnOfNothing({ rowCount, missingCount, distinctCount }: WarningEvidence): ColumnWarning | null {
  if (rowCount > 0 && missingCount === rowCount) {
    return { code: 'all-missing', message: warningWords().allMissing };
  }
  if (distinctCount === 1) {
    return { code: 'constant', message: warningWords().constant };
  }
  return null;
}

function warnOfMissing({ rowCount, missingCount }: WarningEvidence): ColumnWarning | null {
  if (missingCount === rowCount || missingCount <= 0.5 * rowCount) return null;
  const share = Math.floor((100 * missingCount) / rowCount);
  return { code: 'many-missing', message: warningWords().manyMissing(share) };
}

function warnOfCategories({ schema, distinctCount }: WarningEvidence): ColumnWarning | null {
  if (schema.kind !== 'category' || distinctCount <= 1000) return null;
  return {
    code: 'many-categories',
    message: warningWords().manyCategories(distinctCount),
  };
}

function warnOfDates({ schema, hasAmbiguousDates }: WarningEvidence): ColumnWarning | null {
  if (!hasAmbiguousDates) return null;
  const pattern = schema.dateFormat ?? '';
  const { dayFirst, monthFirst } = warningWords();
  const message = pattern.indexOf('d') < pattern.search(/M/) ? dayFirst : monthFirst;
  return { code: 'ambiguous-dates', message };
}

function warnOfMixture({ isMixed, schema }: WarningEvidence): ColumnWarning | null {
  if (!isMixed || schema.chosenByUser) return null;
  return { code: 'mixed-types', message: warningWords().mixed };
}

function warnOfMisfits({ schema, notParsedCount, firstNotParsedRow }: WarningEvidence): ColumnWarning | null {
  if (notParsedCount === 0 || firstNotParsedRow === null) return null;
  const { notParsed, fits } = warningWords();
  const message = notParsed(notParsedCount, fits[schema.kind], firstNotParsedRow + 1);
  return { code: 'not-parsed', message };
}

const rules: readonly WarningRule[] = [
  warnOfPeople,
  warnOfUniqueness,
  warnOfNothing,
  warnOfMissing,
  warnOfCategories,
  warnOfDates,
  warnOfMixture,
  warnOfMisfits,
];
