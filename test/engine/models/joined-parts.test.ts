import { describe, expect, it } from 'vitest';
import { encodeTable } from '../../../src/engine/encode/encode-table';
import { factoriseTable } from '../../../src/engine/encode/factorise/learnt-table';
import { JoinedParts } from '../../../src/engine/models/autoregressive/joined-parts';
import type { ChunkEvidence, Restriction } from '../../../src/engine/models/evidence';
import { RandomStream } from '../../../src/engine/random';
import { categories, drawCodes } from '../encode/factorise/made-categories';
import { numbers, tableOf } from '../typed-columns';

const rows = 20_000;
const random = new RandomStream(1, 'table');
const table = tableOf(
  numbers(
    'age',
    Array.from({ length: rows }, () => 18 + random.int(60)),
  ),
  categories('many', drawCodes(rows, 1_000, 5, random), 1_000),
);
const encoded = encodeTable(table, { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
const learnt = factoriseTable(encoded, {});
const [{ index, memberIndex, codesOf, groupOf, memberOf }] = learnt.factored;

/** Hands the learnt columns' codes of the first rows on; what the table's columns get. */
function handOn(count: number): { received: Map<number, Int32Array>; parts: JoinedParts } {
  const received = new Map<number, Int32Array>();
  const parts = new JoinedParts(learnt, {
    accept: (column, targets) => {
      received.set(column.index, targets);
      return targets;
    },
  });
  for (const place of learnt.order)
    parts.accept({ index: place }, learnt.columns[place].base.slice(0, count));
  return { received, parts };
}

function evidenceOf(restriction: Restriction): ChunkEvidence {
  const weights = {
    logMass: new Float64Array(0),
    logTilt: new Float64Array(0),
    isTilted: new Uint8Array(0),
  };
  return { weights, restrictionOf: (column) => (column.index === index ? restriction : null) };
}

describe('JoinedParts', () => {
  it('hands on the codes of the table’s columns, and nothing of parts', () => {
    const { received } = handOn(500);
    expect([...received.keys()].sort()).toEqual([0, 1]);
    for (const [column, codes] of received) expect(codes).toEqual(encoded.columns[column].base.slice(0, 500));
  });

  it('allows the groups that hold something allowed, and in each the members allowed', () => {
    const wanted = [3, 40, 41, 700];
    const allowed = new Float64Array(encoded.columns[index].codec.size);
    for (const code of wanted) allowed[code] = 1;
    const { parts } = handOn(500);
    const evidence = parts.evidence(evidenceOf({ sharesOf: () => allowed, tilt: null }));
    const groups = evidence.restrictionOf({ index })?.sharesOf?.(0);
    expect(groups && [...groups.keys()].filter((group) => groups[group] > 0)).toEqual(
      [...new Set(wanted.map((code) => groupOf[code]))].sort((a, b) => a - b),
    );
    const members = evidence.restrictionOf({ index: memberIndex });
    for (let row = 0; row < 500; row++) {
      const group = learnt.columns[index].base[row];
      const shares = members?.sharesOf?.(row) ?? new Float64Array();
      const left = [...codesOf[group]].filter((code) => shares[memberOf[code]] > 0);
      expect(left.sort()).toEqual(wanted.filter((code) => groupOf[code] === group).sort());
    }
  });

  it('favours groups as their members are favoured, and leaves other columns alone', () => {
    const tilt = Float64Array.from(groupOf, (group) => 1 + group);
    const { parts } = handOn(10);
    const evidence = parts.evidence(evidenceOf({ sharesOf: null, tilt }));
    expect(evidence.restrictionOf({ index })?.tilt).toEqual(
      Float64Array.from(codesOf, (_, group) => 1 + group),
    );
    expect(evidence.restrictionOf({ index: memberIndex })).toBeNull();
    expect(evidence.restrictionOf({ index: 0 })).toBeNull();
  });
});
