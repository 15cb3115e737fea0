import type { FactoredColumn, LearntTable } from '../../encode/factorise/learnt-table';
import type { ChunkEvidence, Restriction } from '../evidence';
import type { RowSampler, TargetSink } from '../table-model';

interface Column {
  readonly index: number;
}

/** Stands between a sampler of learnt columns and those who know the table's columns alone: joins a column's two parts. */
export class JoinedParts implements TargetSink {
  readonly #sink: TargetSink;
  readonly #byGroups: ReadonlyMap<number, FactoredColumn>;
  readonly #byMembers: ReadonlyMap<number, FactoredColumn>;
  readonly #groups = new Map<number, Int32Array>();

  constructor({ factored }: LearntTable, sink: TargetSink) {
    this.#sink = sink;
    this.#byGroups = new Map(factored.map((column) => [column.index, column]));
    this.#byMembers = new Map(factored.map((column) => [column.memberIndex, column]));
  }

  /** Hands whole columns and joined ones on. */
  accept(column: Column, targets: Int32Array): Int32Array {
    const byGroups = this.#byGroups.get(column.index);
    if (byGroups) {
      const groups = this.#known(byGroups, byGroups.groupOf) ?? targets;
      this.#groups.set(column.index, groups);
      return groups;
    }
    const factored = this.#byMembers.get(column.index);
    if (!factored) return this.#sink.accept(column, targets);
    const groups = this.#groupsOf(factored);
    const { codesOf } = factored;
    const members = this.#known(factored, factored.memberOf) ?? targets;
    this.#sink.accept(
      factored,
      members.map((member, row) => codesOf[groups[row]][member]),
    );
    return members;
  }

  /** The part of the codes that are known whatever is drawn. */
  #known(column: FactoredColumn, partOf: Int32Array): Int32Array | null {
    return this.#sink.knownCodes?.(column)?.map((code) => partOf[code]) ?? null;
  }

  /** The evidence about table columns as evidence about learnt ones; what it allows of categories is the same in every row. */
  evidence(evidence: ChunkEvidence): ChunkEvidence {
    return {
      weights: evidence.weights,
      restrictionOf: (column) => {
        const byGroups = this.#byGroups.get(column.index);
        if (byGroups) return restrictGroups(byGroups, evidence.restrictionOf(byGroups));
        const byMembers = this.#byMembers.get(column.index);
        if (!byMembers) return evidence.restrictionOf(column);
        return restrictMembers(byMembers, this.#groupsOf(byMembers), evidence.restrictionOf(byMembers));
      },
    };
  }

  #groupsOf({ index }: FactoredColumn): Int32Array {
    const groups = this.#groups.get(index);
    if (!groups) throw new Error('The members of a column were drawn before their groups.');
    return groups;
  }
}

/** Groups with something allowed may be drawn; the members' turn takes the rest away. */
function restrictGroups({ codesOf }: FactoredColumn, restriction: Restriction | null): Restriction | null {
  if (!restriction) return null;
  const { tilt } = restriction;
  const allowed = restriction.sharesOf?.(0);
  const shares =
    allowed && Float64Array.from(codesOf, (codes) => (codes.some((code) => allowed[code] > 0) ? 1 : 0));
  return {
    sharesOf: shares ? () => shares : null,
    tilt:
      tilt &&
      Float64Array.from(codesOf, (codes) => codes.reduce((sum, code) => sum + tilt[code], 0) / codes.length),
  };
}

function restrictMembers(
  { codesOf, members }: FactoredColumn,
  groups: Int32Array,
  restriction: Restriction | null,
): Restriction | null {
  const allowed = restriction?.sharesOf?.(0);
  if (!allowed) return null;
  const shares = new Float64Array(members.size);
  return {
    sharesOf: (row) => {
      shares.fill(0);
      codesOf[groups[row]].forEach((code, member) => (shares[member] = allowed[code]));
      return shares;
    },
    tilt: null,
  };
}

/** A sampler of learnt columns as one of the table's. */
export function joinParts(sampler: RowSampler, learnt: LearntTable): RowSampler {
  return {
    draw: (rows, random, sink, evidence) => {
      const joined = new JoinedParts(learnt, sink);
      return sampler.draw(rows, random, joined, evidence && joined.evidence(evidence));
    },
    dispose: () => sampler.dispose(),
  };
}
