import type { ColumnFacts, PublicFacts } from '../encode/private/public-facts';
import { UserError } from '../errors';
import { marginalMechanisms } from '../models/marginals/recipe';
import { isNumericKind, type ColumnSchema } from '../schema';
import { type PrivacyUnit, rowsPerUnit } from './ledger';
import { noiseShare } from './noise-share';
import { privacyWords } from './words';

/** What is asked of differentially private learning. All of it is public: typed by a person, never read from the table. */
export interface PrivacySettings {
  /** The odds that an attacker gives to one unit's being in the table change by at most a factor e^ε. */
  readonly epsilon: number;
  /** But for this probability. */
  readonly delta: number;
  /** About how many rows there are, as the owner declares; the exact number stays unsaid. */
  readonly declaredRows: number;
  readonly unit: PrivacyUnit;
  readonly mechanism: PrivateMechanism | 'proposed';
  /** By the column's name. */
  readonly facts: Readonly<Record<string, ColumnFacts>>;
  /** Whether bounds and categories that are not given are found privately, at a cost. */
  readonly findsFacts: boolean;
  /** Whether a table that is mostly noise is wanted all the same. */
  readonly acceptsNoise: boolean;
}

/** Networks trained by private gradient steps: one that begins with what AIM's marginals tell, and one that does not. */
const networkMechanisms = ['hybrid', 'dp-sgd'] as const;
export type NetworkMechanism = (typeof networkMechanisms)[number];

export const privateMechanisms = [...networkMechanisms, ...marginalMechanisms] as const;
export type PrivateMechanism = (typeof privateMechanisms)[number];

export function usesNetwork(mechanism: PrivateMechanism): mechanism is NetworkMechanism {
  return networkMechanisms.some((one) => one === mechanism);
}

/** Rows × ε, over the rows of a unit, from which on a network is worth its part of the budget: measured on public tables. */
const enoughForNetwork = 30_000;
export const smallestEpsilon = 0.01;
export const largestEpsilon = 50;
const largestDelta = 1e-5;
/** Of a column's count, on average over rows: from here on a table is more noise than not. */
const mostlyNoise = 0.25;

/** δ below one in the declared rows: the largest power of ten that is at most half of that, and at most 10⁻⁵. */
export function proposeDelta(declaredRows: number): number {
  const power = Math.floor(-Math.log10(2 * Math.max(1, declaredRows)));
  return Math.min(largestDelta, Number(`1e${power}`));
}

/** The one asked for, or what serves best as far as public facts tell. */
export function chosenMechanism({
  mechanism,
  epsilon,
  declaredRows,
  unit,
}: Pick<PrivacySettings, 'mechanism' | 'epsilon' | 'declaredRows' | 'unit'>): PrivateMechanism {
  if (mechanism !== 'proposed') return mechanism;
  return (epsilon * declaredRows) / rowsPerUnit(unit) >= enoughForNetwork ? 'hybrid' : 'aim';
}

/** The facts, by the column's name. */
export function factsOf({ facts }: Pick<PrivacySettings, 'facts'>): PublicFacts {
  return new Map(Object.entries(facts));
}

/** Whether reach or categories of a column have to be known: identifiers and texts are made anew. */
export function takesFacts({ kind, role }: Pick<ColumnSchema, 'kind' | 'role'>): boolean {
  return role !== 'drop' && kind !== 'identifier' && kind !== 'text';
}

/** Names of the learnt columns whose reach or categories are not given. */
function columnsWithoutFacts(
  columns: readonly Pick<ColumnSchema, 'name' | 'kind' | 'role'>[],
  { facts }: Pick<PrivacySettings, 'facts'>,
): string[] {
  return columns
    .filter(takesFacts)
    .filter(({ kind, name }) => {
      const given = Object.hasOwn(facts, name) ? facts[name] : {};
      return isNumericKind(kind) ? !given.bounds : !given.categories;
    })
    .map(({ name }) => name);
}

/**
 * @throws UserError where the rows are a sample of the file's: how many were drawn hung on all of them, and no ledger pays for that
 */
export function checkWhole({ sampledFrom }: { readonly sampledFrom?: number }): void {
  if (sampledFrom === undefined) return;
  throw new UserError(privacyWords().isSampled);
}

/** @throws UserError naming what is not as it must be, and what to do */
export function checkPrivacy(
  settings: PrivacySettings,
  columns: readonly Pick<ColumnSchema, 'name' | 'kind' | 'role'>[],
): void {
  const { epsilon, delta, declaredRows, unit, findsFacts } = settings;
  const words = privacyWords();
  if (columns.some(({ role }) => role === 'real')) throw new UserError(words.keptReal);
  if (!(epsilon >= smallestEpsilon && epsilon <= largestEpsilon))
    throw new UserError(words.epsilonRange(smallestEpsilon, largestEpsilon));
  if (!(Number.isSafeInteger(declaredRows) && declaredRows >= 1)) throw new UserError(words.declareRows);
  if (!(delta > 0 && delta < 1 / declaredRows)) throw new UserError(words.deltaRange(1 / declaredRows));
  checkUnit(unit, columns);
  const open = columnsWithoutFacts(columns, settings);
  if (open.length > 0 && !findsFacts)
    throw new UserError(words.openFacts(open.slice(0, 3), Math.max(0, open.length - 3)));
  checkNoise(settings, columns);
}

function checkUnit(unit: PrivacyUnit, columns: readonly Pick<ColumnSchema, 'name'>[]): void {
  if (unit.kind === 'row') return;
  if (!columns.some(({ name }) => name === unit.column))
    throw new UserError(privacyWords().noSubjectColumn(unit.column));
  if (!(Number.isSafeInteger(unit.mostRows) && unit.mostRows >= 1 && unit.mostRows <= 1000))
    throw new UserError(privacyWords().subjectRows);
}

/** Whether a table would be more noise than not. */
export function isMostlyNoise(share: number): boolean {
  return share >= mostlyNoise;
}

function checkNoise(
  settings: PrivacySettings,
  columns: readonly Pick<ColumnSchema, 'kind' | 'role'>[],
): void {
  const share = noiseShare(settings, columns);
  if (!isMostlyNoise(share) || settings.acceptsNoise) return;
  const { epsilon, declaredRows } = settings;
  throw new UserError(privacyWords().mostlyNoise(epsilon, share, declaredRows));
}
