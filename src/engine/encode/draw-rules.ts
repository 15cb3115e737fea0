import type { Decision } from './dependencies';
import { isPart, type LearntTable } from './factorise/learnt-table';

/** What the codes drawn before leave of a column. */
export interface DrawRule {
  /** Learnt columns drawn before; a row's key is the sum of their codes times `strides`. */
  readonly sources: readonly number[];
  readonly strides: readonly number[];
  /** By key, which list of targets may be drawn; a key that is not there rules nothing out. */
  readonly lists: ReadonlyMap<number, number>;
  /** Targets of list i: `targets[starts[i]]` … `targets[starts[i + 1] − 1]`. */
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  /** True where nothing else exists, however unlikely the listed targets are. */
  readonly isStrict: boolean;
}

/** Columns that may hold together only what stands in one of the tuples. */
interface Relation {
  /** Learnt columns in the order of prediction. */
  readonly columns: readonly RelationColumn[];
  /** True where nothing else exists. */
  readonly isStrict: boolean;
}

interface RelationColumn {
  /** Index of the learnt column. */
  readonly index: number;
  /** Its code in each tuple. */
  readonly codes: Int32Array;
  /** Index of the table's column that it is, or is part of. */
  readonly owner: number;
}

/**
 * Per learnt column what rules it beside the dependencies between whole columns, in the order in which the rules hold:
 * first, only members that are in the drawn group; then, only what goes with a column that it decides or that decides it.
 * A later rule that would leave nothing rules nothing out.
 */
export function findDrawRules(decisions: readonly Decision[], learnt: LearntTable): DrawRule[][] {
  const rules: DrawRule[][] = learnt.columns.map(() => []);
  for (const { index, groups, codesOf } of learnt.factored) {
    const drawn = codesOf.flatMap((codes, group) => (groups.withheld.includes(group) ? [] : [...codes]));
    addRules(rules, relate([{ index, codes: Int32Array.from(drawn) }], true, learnt), learnt);
  }
  for (const { decider, decided, partner } of decisions) {
    if (!isPart(learnt, decider) && !isPart(learnt, decided)) continue;
    const codes = partner.map((_, code) => code).filter((code) => partner[code] >= 0);
    const other = codes.map((code) => partner[code]);
    const tuples = [
      { index: decider, codes },
      { index: decided, codes: other },
    ];
    addRules(rules, relate(tuples, false, learnt), learnt);
  }
  return rules;
}

/** The same tuples by learnt columns: a factored column gives its groups and members. */
function relate(
  tuples: readonly Pick<RelationColumn, 'index' | 'codes'>[],
  isStrict: boolean,
  learnt: LearntTable,
): Relation {
  const columns = tuples.flatMap(({ index, codes }) => {
    const factor = learnt.factored.find((factored) => factored.index === index);
    if (!factor) return [{ index, codes, owner: index }];
    return [
      { index, codes: codes.map((code) => factor.groupOf[code]), owner: index },
      { index: factor.memberIndex, codes: codes.map((code) => factor.memberOf[code]), owner: index },
    ];
  });
  columns.sort((a, b) => learnt.order.indexOf(a.index) - learnt.order.indexOf(b.index));
  return { columns, isStrict };
}

/** Adds what each of the relation's columns leaves of the next, as soon as it has to do with two of the table's. */
function addRules(rules: DrawRule[][], relation: Relation, learnt: LearntTable): void {
  const { columns, isStrict } = relation;
  for (let place = 1; place < columns.length; place++) {
    const isWithinOne = columns.slice(0, place + 1).every(({ owner }) => owner === columns[0].owner);
    if (isWithinOne && !isStrict) continue;
    const rule = createRule(relation, place, learnt);
    if (rule) rules[columns[place].index].push(rule);
  }
}

/**
 * What the relation's columns before the one at `place` leave of it. Null where keys would be too large for exact
 * numbers, or where nothing is ever ruled out.
 */
function createRule({ columns, isStrict }: Relation, place: number, learnt: LearntTable): DrawRule | null {
  const sizeOf = ({ index }: RelationColumn) => learnt.columns[index].codec.size;
  const before = columns.slice(0, place);
  const strides: number[] = [];
  let keys = 1;
  for (const column of before) {
    strides.push(keys);
    keys *= sizeOf(column);
  }
  const size = sizeOf(columns[place]);
  if (keys * size > Number.MAX_SAFE_INTEGER) return null;
  const pairs = Float64Array.from(columns[place].codes, (code, i) => {
    const key = before.reduce((sum, { codes }, s) => sum + strides[s] * codes[i], 0);
    return key * size + code;
  }).sort();
  return toLists(pairs, size, { sources: before.map(({ index }) => index), strides, isStrict });
}

/** @param pairs key · size + target, ascending */
function toLists(
  pairs: Float64Array,
  size: number,
  { sources, strides, isStrict }: Pick<DrawRule, 'sources' | 'strides' | 'isStrict'>,
): DrawRule | null {
  const lists = new Map<number, number>();
  const starts: number[] = [];
  const targets: number[] = [];
  pairs.forEach((pair, i) => {
    if (i > 0 && pairs[i - 1] === pair) return;
    const key = Math.floor(pair / size);
    if (!lists.has(key)) {
      lists.set(key, starts.length);
      starts.push(targets.length);
    }
    targets.push(pair - key * size);
  });
  if (targets.length === size * lists.size) return null;
  return {
    sources,
    strides,
    lists,
    starts: Int32Array.from([...starts, targets.length]),
    targets: Int32Array.from(targets),
    isStrict,
  };
}
