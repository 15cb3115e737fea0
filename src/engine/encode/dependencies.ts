import type { CodeColumn, CodeTable } from './code-table';

/** A column of which each code occurs with one code of another alone (city → country), in every row learnt. */
export interface Decision {
  /** Indices of the column that decides and of the one that it decides. */
  readonly decider: number;
  readonly decided: number;
  /** Per code of the decider the decided one's; -1 where it occurs with none that may be drawn. */
  readonly partner: Int32Array;
}

/**
 * Two columns of which one decides the other. A pair of codes may occur together only where their groups agree:
 * `sourceGroups[code of the source] === ownGroups[code of this column]`.
 */
export interface Dependency {
  /** Index of the earlier column. */
  readonly source: number;
  readonly sourceGroups: Int32Array;
  readonly ownGroups: Int32Array;
}

/** With fewer rows per code on average, one column would seem to decide another by chance. */
const rowsPerCode = 8;

/**
 * The functional dependencies between columns, in either direction (city → country, code ↔ label). Of two columns that
 * decide each other the earlier one is named as the decider.
 */
export function findDecisions({ columns, order, rowCount }: CodeTable): Decision[] {
  const found: Decision[] = [];
  const usable = order.filter((index) => isDiscrete(columns[index], rowCount));
  usable.forEach((later, place) => {
    for (const earlier of usable.slice(0, place)) {
      const decision = findDecision(columns, earlier, later) ?? findDecision(columns, later, earlier);
      if (decision) found.push(decision);
    }
  });
  return found;
}

/** For each column the decisions it is part of, as what an earlier column leaves of it: New York must not lie in France. */
export function dependenciesOf(
  decisions: readonly Decision[],
  { columns, order }: CodeTable,
): Dependency[][] {
  const dependencies: Dependency[][] = columns.map(() => []);
  for (const { decider, decided, partner } of decisions) {
    const own = identity(columns[decided].codec.size);
    if (order.indexOf(decider) < order.indexOf(decided)) {
      dependencies[decided].push({ source: decider, sourceGroups: partner, ownGroups: own });
    } else {
      dependencies[decider].push({ source: decided, sourceGroups: own, ownGroups: partner });
    }
  }
  return dependencies;
}

function isDiscrete({ codec, references }: CodeColumn, rowCount: number): boolean {
  const { size, isAtom } = codec;
  return size > 1 && references === 0 && !isAtom.includes(0) && size * rowsPerCode <= rowCount;
}

/** Null when some code of the first occurs with two of the second. */
function findDecision(columns: readonly CodeColumn[], decider: number, decided: number): Decision | null {
  const own = columns[decider];
  const other = columns[decided];
  const isDrawn = drawable(own);
  const isOtherDrawn = drawable(other);
  const partner = new Int32Array(own.codec.size).fill(-1);
  for (let row = 0; row < own.base.length; row++) {
    const code = own.base[row];
    const otherCode = other.base[row];
    if (partner[code] === otherCode || isDrawn[code] === 0 || isOtherDrawn[otherCode] === 0) continue;
    if (partner[code] >= 0) return null;
    partner[code] = otherCode;
  }
  return { decider, decided, partner };
}

/** Per code 1, but 0 where it is withheld. */
function drawable({ codec }: CodeColumn): Uint8Array {
  const flags = new Uint8Array(codec.size).fill(1);
  for (const code of codec.withheld) flags[code] = 0;
  return flags;
}

function identity(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, code) => code);
}
