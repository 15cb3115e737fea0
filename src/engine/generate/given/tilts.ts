import type { EncodedTable } from '../../encode/encode-table';

/** Neighbouring codes are favoured alike: about so many groups to a line, of about equal counts. */
const groupsPerLine = 16;
/** So many effective rows are added to both sides of a ratio, lest few rows make a strong tilt. */
const shrinkage = 2;
/** A column is tilted where its groups differ by more than this many standard deviations of chance. */
const significance = 3;

/** How much the tilted proposal favours each target of one column. */
interface ColumnTilt {
  /** Per target its group. */
  readonly groupOf: Int32Array;
  readonly logs: Float64Array;
}

/** Per target the factor by which it is favoured; null where all are alike. */
function factorsOf({ groupOf, logs }: ColumnTilt): Float64Array | null {
  return logs.some((log) => log !== 0) ? Float64Array.from(groupOf, (group) => Math.exp(logs[group])) : null;
}

/** One drawn chunk: a column's targets, and what each row weighs under the conditions and under the tilted proposal. */
export interface TiltSample {
  /** By column index. */
  readonly targets: ReadonlyMap<number, Int32Array>;
  readonly weights: Float64Array;
  readonly tiltedWeights: Float64Array;
  readonly effectiveRows: number;
}

/**
 * A proposal that favours what rows under the conditions look like: each target of a column drawn before the last
 * condition is made likelier or rarer. The factors are learnt from weighted pilot rows, as in adaptive importance
 * sampling for Bayesian networks (AIS-BN: Cheng & Druzdzel 2000), by making each column's shares under the proposal those
 * under the conditions (the cross-entropy method's step: Rubinstein & Kroese 2004). The weights undo them.
 */
export class Tilts {
  readonly #columns: ReadonlyMap<number, ColumnTilt>;

  readonly #factors: ReadonlyMap<number, Float64Array | null>;

  private constructor(columns: ReadonlyMap<number, ColumnTilt>) {
    this.#columns = columns;
    this.#factors = new Map([...columns].map(([index, tilt]) => [index, factorsOf(tilt)]));
  }

  /** No target is favoured. */
  static none(encoded: EncodedTable, columns: readonly number[]): Tilts {
    return new Tilts(new Map(columns.map((index) => [index, plainTilt(encoded, index)])));
  }

  get columns(): readonly number[] {
    return [...this.#columns.keys()];
  }

  /** Per target the factor by which it is favoured; null where all are alike. */
  factorsOf(index: number): Float64Array | null {
    return this.#factors.get(index) ?? null;
  }

  /** Tilts that bring the proposal nearer to the conditions, as a sample drawn with these shows them. */
  improvedBy(sample: TiltSample): Tilts {
    const improved = [...this.#columns].map(([index, tilt]): [number, ColumnTilt] => {
      const targets = sample.targets.get(index);
      return [index, targets ? improve(tilt, targets, sample) : tilt];
    });
    return new Tilts(new Map(improved));
  }
}

function plainTilt({ columns }: EncodedTable, index: number): ColumnTilt {
  const { codec, references, target } = columns[index];
  const counts = new Float64Array(codec.size + references);
  for (const own of target) counts[own]++;
  const groupOf = new Int32Array(counts.length);
  const perGroup = target.length / groupsPerLine;
  let group = 0;
  let held = 0;
  for (let own = 0; own < counts.length; own++) {
    const isInLine = own < codec.ordered && codec.ordered > groupsPerLine;
    if (own > 0 && (!isInLine || held + counts[own] / 2 > perGroup)) {
      group++;
      held = 0;
    }
    held += counts[own];
    groupOf[own] = group;
  }
  return { groupOf, logs: new Float64Array(group + 1) };
}

function improve(tilt: ColumnTilt, targets: Int32Array, sample: TiltSample): ColumnTilt {
  const wanted = sharesOf(tilt, targets, sample.weights);
  const proposed = sharesOf(tilt, targets, sample.tiltedWeights);
  const n = sample.effectiveRows;
  if (!differs(wanted, proposed, n)) return tilt;
  const logs = tilt.logs.map(
    (log, group) => log + Math.log((n * wanted[group] + shrinkage) / (n * proposed[group] + shrinkage)),
  );
  return { ...tilt, logs };
}

function sharesOf({ groupOf, logs }: ColumnTilt, targets: Int32Array, weights: Float64Array): Float64Array {
  const shares = new Float64Array(logs.length);
  let total = 0;
  targets.forEach((target, row) => {
    shares[groupOf[target]] += weights[row];
    total += weights[row];
  });
  return total > 0 ? shares.map((share) => share / total) : shares;
}

/** Likelihood ratio statistic 2n Σ p log(p / q) against its mean and spread by chance. */
function differs(wanted: Float64Array, proposed: Float64Array, n: number): boolean {
  let divergence = 0;
  wanted.forEach((share, group) => {
    if (share > 0) divergence += share * Math.log(share / Math.max(proposed[group], 1 / (n + 1) ** 2));
  });
  const freedom = Math.max(1, wanted.filter((share, group) => share + proposed[group] > 0).length - 1);
  return 2 * n * divergence > freedom + significance * Math.sqrt(2 * freedom);
}
