import type { ColumnSchema, ColumnWarning } from '../schema';
import { namesPersonalMatter, type PersonalMatter } from './name-hints';
import type { TextShape } from './text-shapes';

/** What warnings are drawn from. */
export interface WarningEvidence {
  readonly schema: ColumnSchema;
  readonly rowCount: number;
  readonly missingCount: number;
  readonly distinctCount: number;
  readonly notParsedCount: number;
  /** 0-based. */
  readonly firstNotParsedRow: number | null;
  /** A shape that nearly all its texts have. */
  readonly shape: TextShape | null;
  readonly hasAmbiguousDates: boolean;
  /** Numbers and words stand side by side. */
  readonly isMixed: boolean;
}

type WarningRule = (evidence: WarningEvidence) => ColumnWarning | null;

/** Everything the owner of the column should know, gravest first. */
export function findWarnings(evidence: WarningEvidence): ColumnWarning[] {
  return rules.map((rule) => rule(evidence)).filter((warning) => warning !== null);
}

const shapeSentences: Readonly<Partial<Record<TextShape, string>>> = {
  email: 'These look like e-mail addresses.',
  phone: 'These look like telephone numbers.',
  iban: 'These look like bank account numbers (IBAN).',
  'social-security': 'These look like social security numbers.',
  'payment-card': 'These look like payment card numbers.',
};

const nameSentences: Readonly<Record<PersonalMatter, string>> = {
  name: 'By its name this column holds people’s names.',
  email: 'By its name this column holds e-mail addresses.',
  phone: 'By its name this column holds telephone numbers.',
  address: 'By its name this column holds addresses.',
  number: 'By its name this column holds official numbers of people.',
};

function warnOfPeople(evidence: WarningEvidence): ColumnWarning | null {
  const { schema, shape } = evidence;
  const known = (shape && shapeSentences[shape]) ?? nameSentence(evidence);
  if (!known) return null;
  const consequence = isMadeAnew(schema)
    ? 'Made-up ones will take their place.'
    : 'Make it an identifier or free text so that made-up ones take their place, or drop it.';
  return { code: 'identifies-people', message: `${known} ${consequence}` };
}

function nameSentence(evidence: WarningEvidence): string | null {
  const { schema, distinctCount } = evidence;
  const matter = namesPersonalMatter(schema.name);
  const isQuantity = schema.kind === 'decimal' || schema.kind === 'date' || schema.kind === 'datetime';
  const isTelling =
    distinctCount >= 10 && (isMadeAnew(schema) || distinctCount > 0.3 * presentCount(evidence));
  return matter && isTelling && !isQuantity ? nameSentences[matter] : null;
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
