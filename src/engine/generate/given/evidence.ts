import { CategoricalCodec } from '../../encode/categorical';
import type { Dependency } from '../../encode/dependencies';
import type { EncodedColumn, EncodedTable } from '../../encode/encode-table';
import { NumericCodec } from '../../encode/numeric';
import { unitsPer } from '../../encode/relative';
import { addUp } from '../../encode/sums/sum-codes';
import { type AllowedValues, type AskedColumn, resolveConditions } from './allowed-values';
import { type Condition, conditionText } from './condition';
import { NumberLimits } from './number-limits';
import { checkReleased } from './released';

/** The values drawn of number columns that others refer to. */
interface DrawnNumbers {
  numbersOf(index: number): Float64Array;
}

/** Per row the share of each of a column's targets that is allowed; bound to one chunk's rows. */
export type RowShares = (row: number) => Float64Array;

/** Conditions as what they leave of the codes that a model draws. */
export class Evidence {
  readonly #encoded: EncodedTable;
  readonly #asked: ReadonlyMap<number, AskedColumn>;
  /** Of columns whose allowed targets are the same in every row. */
  readonly #fixed = new Map<number, Float64Array>();
  /** Number columns that conditions name. */
  readonly limits: ReadonlyMap<number, NumberLimits>;

  /**
   * @param dependencies what the model's drawing keeps to, per column
   * @throws UserError naming the condition that cannot be met
   */
  constructor(
    encoded: EncodedTable,
    dependencies: readonly (readonly Dependency[])[],
    conditions: readonly Condition[],
  ) {
    this.#encoded = encoded;
    this.#asked = resolveConditions(
      conditions,
      encoded.columns.map(({ column }) => column),
    );
    const limits = new Map<number, NumberLimits>();
    for (const [index, asked] of this.#asked) {
      const column = encoded.columns[index];
      if (column.codec instanceof NumericCodec)
        limits.set(index, new NumberLimits(column.codec, asked.allowed, column.counts, column.sum?.rest));
      else this.#fixed.set(index, allowedCodes(column, asked));
    }
    for (const [index, own] of limits) {
      const { relativeTo, references } = encoded.columns[index];
      if (relativeTo === null && references === 0) this.#fixed.set(index, own.sharesAt(0));
    }
    this.limits = limits;
    this.#inferEarlier(dependencies);
  }

  /** Columns whose drawing conditions touch, in the order of prediction. */
  get columns(): readonly number[] {
    return this.#encoded.order.filter((index) => this.#fixed.has(index) || this.limits.has(index));
  }

  /** The conditions on that column as they are written. */
  textsOf(index: number): string[] {
    return (this.#asked.get(index)?.conditions ?? []).map(conditionText);
  }

  /** What is allowed of a column in a chunk's rows, as soon as the columns it refers to are drawn; null: everything. */
  sharesFor(index: number, drawn: DrawnNumbers): RowShares | null {
    const fixed = this.#fixed.get(index);
    if (fixed) return () => fixed;
    const limits = this.limits.get(index);
    if (!limits) return null;
    const column = this.#encoded.columns[index];
    if (column.relativeTo === null) return referredShares(column, limits, drawn);
    const scale = unitsPer(column.column, this.#encoded.columns[column.relativeTo].column) ?? 1;
    const origins = drawn.numbersOf(column.relativeTo);
    return (row) => limits.sharesAt(scale * origins[row]);
  }

  /**
   * Where a column that conditions touch depends on an earlier one, the earlier one's codes that leave nothing of it are
   * not worth drawing: their rows would weigh nothing.
   */
  #inferEarlier(dependencies: readonly (readonly Dependency[])[]): void {
    for (const index of [...this.#encoded.order].reverse()) {
      const own = this.#fixed.get(index);
      if (!own) continue;
      for (const dependency of dependencies[index] ?? []) {
        const { source } = dependency;
        if (this.limits.has(source) && !this.#fixed.has(source)) continue;
        const { codec, references } = this.#encoded.columns[source];
        const before = this.#fixed.get(source) ?? new Float64Array(codec.size + references).fill(1);
        const possible = possibleGroups(dependency, own, this.#encoded.columns[index].codec.withheld);
        const after = before.map((share, code) => (possible(dependency.sourceGroups[code]) ? share : 0));
        this.#fixed.set(source, after);
      }
    }
  }
}

/** Groups of the source that leave something; those that rule nothing out (`keepAllowed`) among them. */
function possibleGroups(
  { ownGroups }: Dependency,
  own: Float64Array,
  withheld: readonly number[],
): (group: number) => boolean {
  const known = new Set<number>();
  const open = new Set<number>();
  ownGroups.forEach((group, code) => {
    if (withheld.includes(code)) return;
    known.add(group);
    if (own[code] > 0) open.add(group);
  });
  return (group) => open.has(group) || !known.has(group);
}

function allowedCodes(column: EncodedColumn, { allowed, conditions }: AskedColumn): Float64Array {
  const { codec } = column;
  if (codec instanceof CategoricalCodec) checkReleased(codec.labels, allowed, conditions);
  return Float64Array.from({ length: codec.size }, (_, code) => Number(isAllowed(column, code, allowed)));
}

function isAllowed({ codec }: EncodedColumn, code: number, allowed: AllowedValues): boolean {
  if (code === codec.missingCode) return allowed.missing;
  if (codec instanceof CategoricalCodec && code < codec.labels.length)
    return allowed.labels?.has(codec.labels[code]) ?? allowed.filled;
  // What is withheld is drawn where nothing else is there, as a missing cell.
  return codec instanceof CategoricalCodec ? allowed.missing : allowed.filled;
}

/**
 * Copies are allowed where the value copied is, and a sum's rests as far as they lead to what is; where the value or the sum
 * is missing, some other row's value is drawn.
 */
function referredShares(
  { codec, references, copySources, sum }: EncodedColumn,
  limits: NumberLimits,
  drawn: DrawnNumbers,
): RowShares {
  if (!(codec instanceof NumericCodec)) throw new Error('Only numbers refer to others.');
  const shares = new Float64Array(codec.size + references);
  const firstRest = codec.size + copySources.length;
  shares.set(limits.sharesAt(0));
  const sources = copySources.map((source) => drawn.numbersOf(source));
  const any = limits.shareOfAny;
  const sums = sum && addUp(sum.terms, (index) => drawn.numbersOf(index));
  return (row) => {
    sources.forEach((values, place) => {
      const copied = values[row];
      shares[codec.size + place] = Number.isNaN(copied) ? any : limits.shareOf(codec.clamp(copied));
    });
    if (sums && Number.isNaN(sums[row])) shares.fill(any, firstRest);
    else if (sums && limits.ofRests) shares.set(limits.ofRests.sharesAt(sums[row]), firstRest);
    return shares;
  };
}
