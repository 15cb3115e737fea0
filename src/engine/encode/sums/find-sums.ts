import { type NumericColumn, resolutionOf, type TypedTable } from '../../typed-table';
import { spacedRows } from '../spaced-rows';
import { binByRank, conditionalEntropy, entropyOf, type RowBins } from './entropy';

/** One summand: a column, taken as it is or with its sign turned. */
export interface Term {
  readonly index: number;
  readonly sign: 1 | -1;
}

/** A column that is other columns' sum but for a small rest: total = fare + tip + tolls + rest. */
export interface Sum {
  /** Index of the column written as a sum. */
  readonly target: number;
  readonly terms: readonly Term[];
}

/** In tables with more number columns than this no sums are looked for. */
const mostColumns = 120;
/** Columns of fewer different values are not amounts. */
const fewestDistinct = 40;
const mostRows = 4_000;
const fewestRows = 400;
/** Values looked at for each pair of columns, all pairs together. */
const valuesLookedAt = 4e6;
const mostTerms = 4;
/** What each term must tell, nats: a third one, or a fourth, must all but end the uncertainty. */
const leastGains = [0.05, 0.04, 0.7, 0.7];
/** Nats that may be chance. */
const hardlyAnything = 0.05;
/** What all terms together must tell. */
const leastGain = 0.3;

/** A column's values in the rows looked at. */
interface Sample {
  readonly index: number;
  readonly values: Float64Array;
  readonly bins: RowBins;
  readonly step: number;
}

/** Σ sign · column = rest, whichever of the columns is written as the sum. */
interface Relation {
  readonly terms: readonly Term[];
  readonly rest: Float64Array;
  readonly step: number;
  /** Nats that the terms told, one after another. */
  readonly gain: number;
}

/**
 * Finds columns that are the sum or difference of others but for a rest that is far less spread than they are. Terms are
 * added one by one, each where it makes the rest least uncertain given that term's own value. Which column is written as
 * the sum of the others is decided by the additive noise principle: the one whose rest depends least on its terms (Hoyer
 * et al., "Nonlinear causal discovery with additive noise models", 2009). No column is part of its own sum, by any way.
 * @param usable indices of columns that may take part
 */
export function findSums(table: TypedTable, usable: readonly number[]): Sum[] {
  const samples = takeSamples(table, usable);
  if (samples.length < 2) return [];
  const relations = samples.flatMap((sample) => relate(sample, samples) ?? []);
  relations.sort((a, b) => b.gain - a.gain);
  const sums: Sum[] = [];
  for (const relation of withoutRepeats(relations)) {
    const sum = bestOrientation(relation, samples, sums);
    if (sum) sums.push(sum);
  }
  return sums;
}

function takeSamples(table: TypedTable, usable: readonly number[]): Sample[] {
  if (usable.length > mostColumns) return [];
  const perPair = Math.floor(valuesLookedAt / Math.max(1, usable.length ** 2));
  const rows = spacedRows(table.rowCount, Math.max(fewestRows, Math.min(mostRows, perPair)));
  const drawn = usable.flatMap((index) => {
    const column = table.columns[index];
    return column.type === 'numeric' ? [{ index, column, values: valuesAt(column, rows) }] : [];
  });
  const amounts = drawn.filter(({ values }) => new Set(values).size >= fewestDistinct);
  const isWhole = rows.map((_, place) => Number(amounts.every(({ values }) => !Number.isNaN(values[place]))));
  const whole = (values: Float64Array) => values.filter((_, place) => isWhole[place] === 1);
  return amounts.flatMap(({ index, column, values }) => {
    const kept = whole(values);
    if (kept.length < fewestRows) return [];
    return [{ index, values: kept, bins: binByRank(kept), step: resolutionOf(column.schema) }];
  });
}

function valuesAt(column: NumericColumn, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => column.values[row]);
}

/** The column less whatever leaves the least of it; null where nothing does. */
function relate(target: Sample, samples: readonly Sample[]): Relation | null {
  let terms: Term[] = [{ index: target.index, sign: 1 }];
  let rest = target.values;
  let step = target.step;
  let gain = 0;
  while (terms.length <= mostTerms) {
    const best = bestTerm(rest, step, samples, terms);
    if (!best || !(best.gain >= leastGains[terms.length - 1])) break;
    gain += best.gain;
    rest = subtract(rest, best.sample.values, best.sign);
    step = Math.min(step, best.sample.step);
    terms = [...terms, { index: best.sample.index, sign: best.sign === 1 ? -1 : 1 }];
  }
  return gain >= leastGain ? { terms, rest, step, gain } : null;
}

interface Candidate {
  readonly sample: Sample;
  readonly sign: 1 | -1;
  readonly gain: number;
}

function bestTerm(
  rest: Float64Array,
  step: number,
  samples: readonly Sample[],
  taken: readonly Term[],
): Candidate | null {
  let best: Candidate | null = null;
  for (const sample of samples) {
    if (taken.some(({ index }) => index === sample.index)) continue;
    const finest = Math.min(step, sample.step);
    const before = conditionalEntropy(rest, sample.bins, finest);
    for (const sign of [1, -1] as const) {
      const after = conditionalEntropy(subtract(rest, sample.values, sign), sample.bins, finest);
      const gain = before - after;
      if (gain > (best?.gain ?? 0)) best = { sample, sign, gain };
    }
  }
  return best;
}

function subtract(values: Float64Array, others: Float64Array, sign: number): Float64Array {
  return values.map((value, row) => value - sign * others[row]);
}

/** One relation for each set of columns, the first. */
function withoutRepeats(relations: readonly Relation[]): Relation[] {
  const seen = new Set<string>();
  return relations.filter(({ terms }) => {
    const key = terms
      .map(({ index }) => index)
      .sort((a, b) => a - b)
      .join();
    return seen.size < seen.add(key).size;
  });
}

/** The relation solved for the column whose rest hangs least on the others; null where none may be. */
function bestOrientation(
  { terms, rest, step }: Relation,
  samples: readonly Sample[],
  sums: readonly Sum[],
): Sum | null {
  const own = terms.map(({ index }) => samples.find((sample) => sample.index === index) as Sample);
  const spread = entropyOf(rest.slice(), step);
  const told = own.map(({ bins }) => spread - conditionalEntropy(rest, bins, step));
  const spreads = own.map((sample) => entropyOf(sample.values.slice(), sample.step));
  // The more the rest hangs on one of the columns, the less it hangs on the others. A rest that hangs on none is of a whole
  // and its parts: the whole is the widest, and stays within its range when they are drawn anew.
  const isFree = told.every((nats) => nats < hardlyAnything);
  const order = terms.map((_, place) => place);
  order.sort((a, b) => (isFree ? spreads[b] - spreads[a] : told[b] - told[a]));
  for (const place of order) {
    const { index: target, sign } = terms[place];
    const others = terms.filter((_, other) => other !== place);
    if (sums.some((sum) => sum.target === target)) continue;
    if (spread > spreads[place] - leastGain) continue;
    if (others.some(({ index }) => reaches(index, target, sums))) continue;
    return {
      target,
      terms: others.map((term) => ({ index: term.index, sign: term.sign === sign ? -1 : 1 })),
    };
  }
  return null;
}

/** True where the column is the other, or is written as a sum in which it occurs. */
function reaches(index: number, other: number, sums: readonly Sum[]): boolean {
  if (index === other) return true;
  const sum = sums.find(({ target }) => target === index);
  return sum !== undefined && sum.terms.some((term) => reaches(term.index, other, sums));
}
