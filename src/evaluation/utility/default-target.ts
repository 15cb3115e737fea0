import { permutation, type RandomStream } from '../../engine/random';
import { comparableColumns, type AlignedColumn, type AlignedTables } from '../align-tables';
import { comparePair } from '../column-pairs/compare-pairs';
import { preparePairColumn } from '../column-pairs/prepare-pairs';
import { countLevels } from './count-levels';
import { utilityWords } from './words';

/** The column that a model is to predict, or none, and what tells why in one sentence. */
export interface TargetChoice {
  readonly column: AlignedColumn | null;
  readonly sentence: () => string;
}

/** Words that outcomes are named by, the surest first; a column's name is cut into words first. */
const outcomeWords = (
  'target label y outcome class income churn churned default defaulted survived response converted fraud ' +
  'attrition exited purchased subscribed approved readmitted died mortality disease diagnosis recid recidivism ' +
  'price charges salary revenue quality result risk status rating grade'
).split(' ');

/** Columns with more categories are not predicted unless someone asks for it. */
const mostCategories = 50;
const fewCategories = 10;
/** Association with the column that says most about it: less is hardly there, more is the same thing twice. */
const leastAssociation = 0.1;
const mostAssociation = 0.98;
const lookedAt = { rows: 2000, columns: 100 };

/**
 * Chooses what a model is to predict: the column that was asked for, else the one marked as target, else the one whose
 * name sounds most like an outcome, else the last with few categories that others say something about, else the last
 * that can be predicted at all. Identifiers, free text and dates are never chosen unasked.
 */
export function chooseTarget(
  tables: AlignedTables,
  named: string | null,
  random: RandomStream,
): TargetChoice {
  const asked = named ?? tables.columns.find(({ schema }) => schema.role === 'target')?.schema.name;
  if (asked !== undefined) return takeAsked(tables, asked);
  const suitable = comparableColumns(tables).filter(suits);
  const hinted = findHinted(suitable);
  if (hinted) return choose(hinted, 'hinted');
  const few = findPredictable(tables, suitable, random);
  if (few) return choose(few, 'few');
  const last = suitable.at(-1);
  return last ? choose(last, 'last') : { column: null, sentence: () => utilityWords().noTarget };
}

function choose(column: AlignedColumn, why: keyof ReturnType<typeof utilityWords>['choice']): TargetChoice {
  return { column, sentence: () => utilityWords().choice[why](column.schema.name) };
}

function takeAsked(tables: AlignedTables, name: string): TargetChoice {
  const column = tables.columns.find(({ schema }) => schema.name === name);
  if (!column) return { column: null, sentence: () => utilityWords().notInAll(name) };
  return column.comparable
    ? choose(column, 'asked')
    : { column: null, sentence: () => utilityWords().madeAnew(name) };
}

/** Two values at least that are not rare, numbers or few categories. */
function suits(column: AlignedColumn): boolean {
  const { schema, real } = column;
  if (schema.kind === 'date' || schema.kind === 'datetime') return false;
  const counts = countLevels(real, mostCategories);
  if (counts === null) return real.type === 'numeric';
  return counts.length >= 2 && isCommon(counts);
}

/** The second most frequent value is in a hundredth of the rows and in ten of them. */
function isCommon(falling: readonly number[]): boolean {
  const rows = falling.reduce((sum, count) => sum + count, 0);
  return falling[1] >= 10 && falling[1] >= rows / 100;
}

function findHinted(columns: readonly AlignedColumn[]): AlignedColumn | undefined {
  const surest = (column: AlignedColumn) => {
    const words = wordsOfName(column.schema.name);
    const found = outcomeWords.findIndex((word) => words.includes(word));
    return found < 0 ? Infinity : found;
  };
  const hints = columns.map(surest);
  const best = Math.min(...hints, Infinity);
  return best === Infinity ? undefined : columns[hints.lastIndexOf(best)];
}

/** A name cut into words: at signs, digits, and where small letters become large. */
export function wordsOfName(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
}

function findPredictable(
  tables: AlignedTables,
  suitable: readonly AlignedColumn[],
  random: RandomStream,
): AlignedColumn | undefined {
  const few = suitable.filter((column) => {
    const levels = countLevels(column.real, column.training.type === 'numeric' ? 2 : fewCategories);
    return levels !== null;
  });
  const none = new Uint32Array(0);
  const training = permutation(tables.rows.training, random).subarray(0, lookedAt.rows);
  const prepare = (column: AlignedColumn) =>
    preparePairColumn(column, { training, synthetic: none, holdout: none });
  const others = comparableColumns(tables)
    .slice(-lookedAt.columns)
    .map((column) => ({ column, prepared: prepare(column) }));
  return few.slice(-fewCategories).findLast((column) => {
    const own = prepare(column);
    const most = others
      .filter((other) => other.column !== column)
      .map(({ prepared }) => comparePair(own, prepared).associations[0])
      .reduce((most, association) => (association > most ? association : most), 0);
    return most >= leastAssociation && most <= mostAssociation;
  });
}
