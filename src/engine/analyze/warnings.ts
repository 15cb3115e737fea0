import type { ColumnSchema, ColumnWarning } from '../schema';
import { coarseningWords } from '../sensitive/coarsen';
import { officialNumber } from '../sensitive/official-numbers';
import type { MatterFinding } from '../sensitive/find-matter';
import { pluralOf } from '../sensitive/matters';

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
  const what = pluralOf(matter);
  if (matter === 'people-in-text')
    return `${percent(share)} of ${withCommas(lookedAt)} texts looked at name people or say how to reach them.`;
  if (by === 'name') return `By its name this column holds ${what}.`;
  if (validShare !== null && officialNumber(matter))
    return `These look like ${what}: ${percent(validShare)} of ${withCommas(lookedAt)} different ones looked at pass the check digits.`;
  return `These look like ${what}.`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function consequenceOf(schema: ColumnSchema, { matter }: MatterFinding): string {
  if (isMadeAnew(schema)) return 'Made-up ones will take their place.';
  if (schema.coarsening) return `Only ${coarseningWords[schema.coarsening]} is learnt and kept.`;
  if (isPlaceOrTime(matter))
    return 'As fine as they are, they may point to one person: make them coarser, or drop them.';
  return 'Make it an identifier or free text so that made-up ones take their place, or drop it.';
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
  const consequence = isMadeAnew(schema)
    ? 'They are not learnt; new ones are made.'
    : 'A value may point to one person: make it an identifier, or drop it.';
  return { code: 'nearly-unique', message: `Nearly every row has a value of its own. ${consequence}` };
}

function warnOfNothing({ rowCount, missingCount, distinctCount }: WarningEvidence): ColumnWarning | null {
  if (rowCount > 0 && missingCount === rowCount) {
    return { code: 'all-missing', message: 'Every cell is missing.' };
  }
  if (distinctCount === 1) {
    return { code: 'constant', message: 'All cells that are not missing hold the same value.' };
  }
  return null;
}

function warnOfMissing({ rowCount, missingCount }: WarningEvidence): ColumnWarning | null {
  if (missingCount === rowCount || missingCount <= 0.5 * rowCount) return null;
  const share = Math.floor((100 * missingCount) / rowCount);
  return { code: 'many-missing', message: `${share} % of its cells are missing.` };
}

function warnOfCategories({ schema, distinctCount }: WarningEvidence): ColumnWarning | null {
  if (schema.kind !== 'category' || distinctCount <= 1000) return null;
  return {
    code: 'many-categories',
    message: `It has ${withCommas(distinctCount)} different categories; rare ones are learnt poorly.`,
  };
}

function warnOfDates({ schema, hasAmbiguousDates }: WarningEvidence): ColumnWarning | null {
  if (!hasAmbiguousDates) return null;
  const pattern = schema.dateFormat ?? '';
  const order = pattern.indexOf('d') < pattern.search(/M/) ? 'day before month' : 'month before day';
  return {
    code: 'ambiguous-dates',
    message: `Day and month cannot be told apart here; they are read ${order}. Change the pattern if that is wrong.`,
  };
}

function warnOfMixture({ isMixed, schema }: WarningEvidence): ColumnWarning | null {
  if (!isMixed || schema.chosenByUser) return null;
  return { code: 'mixed-types', message: 'Numbers and words stand side by side in this column.' };
}

function warnOfMisfits({ schema, notParsedCount, firstNotParsedRow }: WarningEvidence): ColumnWarning | null {
  if (notParsedCount === 0 || firstNotParsedRow === null) return null;
  const cells = notParsedCount === 1 ? '1 cell does' : `${withCommas(notParsedCount)} cells do`;
  const kind = kindWords[schema.kind] ?? schema.kind;
  const row = withCommas(firstNotParsedRow + 1);
  const counts = notParsedCount === 1 ? 'it counts' : 'they count';
  return {
    code: 'not-parsed',
    message: `${cells} not fit ${kind} (first: row ${row}); ${counts} as missing.`,
  };
}

const kindWords: Readonly<Partial<Record<ColumnSchema['kind'], string>>> = {
  integer: 'whole numbers',
  decimal: 'decimal numbers',
  date: 'dates of this pattern',
  datetime: 'date-times of this pattern',
  boolean: 'yes and no',
};

function withCommas(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
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
