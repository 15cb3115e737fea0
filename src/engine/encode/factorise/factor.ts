import type { CodeColumn } from '../code-table';
import type { CodeSet } from '../code-set';

/**
 * A column of codes learnt in two parts: p(code | x) = p(group | x) · p(member | group, x), which is exact (Goodman 2001,
 * "Classes for fast maximum entropy training"). The rare and the missing code have groups of their own.
 */
export interface Factor {
  readonly groupOf: Int32Array;
  /** Place of each code in its group. */
  readonly memberOf: Int32Array;
  /** Codes of each group, by member. */
  readonly codesOf: readonly Int32Array[];
  readonly groups: CodeSet;
  readonly members: CodeSet;
}

/**
 * @param parts the codes of each group in the order of the members: together 0 … n−1 of the codec's codes
 * @param codec its codes from n on are put into groups of their own
 */
export function createFactor(codec: CodeSet, parts: readonly Int32Array[]): Factor {
  const inParts = parts.reduce((sum, codes) => sum + codes.length, 0);
  const alone = Array.from({ length: codec.size - inParts }, (_, i) => Int32Array.of(inParts + i));
  const codesOf = [...parts, ...alone];
  const groupOf = new Int32Array(codec.size);
  const memberOf = new Int32Array(codec.size);
  codesOf.forEach((codes, group) =>
    codes.forEach((code, member) => {
      groupOf[code] = group;
      memberOf[code] = member;
    }),
  );
  const missingCode = codec.missingCode < 0 ? -1 : groupOf[codec.missingCode];
  const withheld = codec.withheld.map((code) => groupOf[code]);
  const mostMembers = parts.reduce((most, codes) => Math.max(most, codes.length), 1);
  return {
    groupOf,
    memberOf,
    codesOf,
    groups: lineOf(codesOf.length, parts.length, missingCode, withheld),
    members: lineOf(mostMembers, mostMembers, -1, []),
  };
}

/** Neighbouring groups, and neighbouring members, are alike: the first `ordered` codes lie on a line. */
function lineOf(size: number, ordered: number, missingCode: number, withheld: readonly number[]): CodeSet {
  return { size, ordered, isAtom: new Uint8Array(size).fill(1), missingCode, withheld };
}

/** The two columns of codes that take the column's place. */
export function splitColumn(
  { base, isKept }: CodeColumn,
  factor: Factor,
): [groups: CodeColumn, members: CodeColumn] {
  const part = (codec: CodeSet, partOf: Int32Array): CodeColumn => {
    const codes = base.map((code) => partOf[code]);
    return { codec, base: codes, target: codes, references: 0, ...(isKept && { isKept }) };
  };
  return [part(factor.groups, factor.groupOf), part(factor.members, factor.memberOf)];
}
