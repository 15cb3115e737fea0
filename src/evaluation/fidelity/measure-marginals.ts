import { permutation } from '../../engine/random';
import { selectColumnRows, type TypedColumn } from '../../engine/typed-table';
import { comparableColumns } from '../align-tables';
import type { Figure } from '../evidence';
import type { MeasureContext } from '../measure-context';
import { chooseMarginals, countMarginals } from './choose-marginals';
import { type CodedColumns, MarginalScore } from './k-marginal';
import { makeMarginalCoding } from './marginal-codes';
import { fidelityWords } from './words';

/** The score of one pair or triple of columns. */
interface MarginalOf {
  readonly columns: readonly string[];
  /** Of as many synthetic rows as were held out; of all where there is no ruler. */
  readonly synthetic: number;
  readonly holdout: number | null;
}

/** k-marginal scores over pairs or triples of columns. */
export interface MeasuredMarginals {
  readonly synthetic: Figure;
  readonly holdout: Figure | null;
  /** Of as many synthetic rows as were held out: what the holdout's is to be compared with. */
  readonly syntheticAlike: Figure | null;
  /** Those that lack most beside the ruler, ten at most. */
  readonly worst: readonly MarginalOf[];
  /** Marginals compared, of so many that there are. */
  readonly compared: number;
  readonly possible: number;
  /** Rows of a table at most looked at. */
  readonly rows: number;
}

const mostRows = { standard: 20_000, full: 100_000 };
/** Columns that are coded at most: a random choice of them in wider tables. */
const mostColumns = 100;

/** Marginals that are named. */
const mostNamed = 10;

/** The tables' columns as codes of one meaning. */
interface CodedTables {
  readonly names: readonly string[];
  readonly levels: readonly number[];
  readonly training: CodedColumns;
  readonly synthetic: CodedColumns;
  readonly holdout: CodedColumns | null;
}

/** Scores all pairs and all triples of columns, or 300 random ones of each. Null where there are too few columns or rows. */
export async function measureMarginals(
  context: MeasureContext,
): Promise<{ readonly pairs: MeasuredMarginals | null; readonly triples: MeasuredMarginals | null }> {
  const { rows } = context.tables;
  if (rows.training === 0 || rows.synthetic === 0) return { pairs: null, triples: null };
  const coded = await codeTables(context);
  return { pairs: await score(context, coded, 2), triples: await score(context, coded, 3) };
}

async function codeTables(context: MeasureContext): Promise<CodedTables> {
  const all = comparableColumns(context.tables);
  const chosen = permutation(all.length, context.random('columns')).subarray(0, mostColumns).sort();
  const { rows } = context.tables;
  const rowsOf = (rowCount: number, name: string) =>
    permutation(rowCount, context.random(`rows of ${name}`)).subarray(0, mostRows[context.effort]);
  const taken = {
    training: rowsOf(rows.training, 'training'),
    synthetic: rowsOf(rows.synthetic, 'synthetic'),
    holdout: rowsOf(rows.holdout, 'holdout'),
  };
  const names: string[] = [];
  const coded = { levels: [] as number[], training: [] as Int32Array[], synthetic: [] as Int32Array[] };
  const holdout: Int32Array[] = [];
  for (const at of chosen) {
    const column = all[at];
    const coding = makeMarginalCoding(column.training);
    const encode = (part: TypedColumn, table: keyof typeof taken) =>
      coding.encode(selectColumnRows(part, taken[table]));
    names.push(column.schema.name);
    coded.levels.push(coding.levels);
    coded.training.push(encode(column.training, 'training'));
    coded.synthetic.push(encode(column.synthetic, 'synthetic'));
    if (column.holdout) holdout.push(encode(column.holdout, 'holdout'));
    await context.yieldControl();
  }
  return { names, ...coded, holdout: holdout.length > 0 ? holdout : null };
}

async function score(
  context: MeasureContext,
  { names, levels, training, synthetic, holdout }: CodedTables,
  k: 2 | 3,
): Promise<MeasuredMarginals | null> {
  if (levels.length < k) return null;
  const marginals = chooseMarginals(levels.length, k, context.random(`marginals of ${k}`));
  const whole = new MarginalScore(training, synthetic, levels);
  const ruler = holdout && new MarginalScore(training, holdout, levels);
  const alike = holdout && new MarginalScore(training, startOf(synthetic, holdout[0].length), levels);
  const scores: MarginalOf[] = [];
  for (let done = 0; done < marginals.length; done++) {
    const [own, held, beside] = [whole, ruler, alike].map((one) => one?.add(marginals[done]) ?? null);
    scores.push({
      columns: marginals[done].map((column) => names[column]),
      synthetic: beside ?? own ?? Number.NaN,
      holdout: held,
    });
    context.onProgress(fidelityWords().comparing, done + 1, marginals.length);
    await context.yieldControl();
  }
  return {
    synthetic: whole.figure(),
    holdout: ruler && ruler.figure(),
    syntheticAlike: alike && alike.figure(),
    worst: scores.sort((a, b) => lackOf(b) - lackOf(a)).slice(0, mostNamed),
    compared: marginals.length,
    possible: countMarginals(comparableColumns(context.tables).length, k),
    rows: mostRows[context.effort],
  };
}

function lackOf({ synthetic, holdout }: MarginalOf): number {
  return (holdout ?? 1000) - synthetic;
}

function startOf(coded: CodedColumns, rows: number): CodedColumns {
  return coded.map((codes) => codes.subarray(0, rows));
}
