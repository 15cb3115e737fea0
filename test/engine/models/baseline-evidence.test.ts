import { describe, expect, it } from 'vitest';
import type { ChunkEvidence } from '../../../src/engine/models/evidence';
import type { TableModel, TargetSink } from '../../../src/engine/models/table-model';
import { RandomStream } from '../../../src/engine/random';
import { tableOf, texts } from '../typed-columns';
import { copulaOf, independentOf } from './baselines';

const rows = 40_000;
const codes = 8;

/** Numbers in disguise keep their order: `first` has fewer codes and is drawn first. */
function makeTable() {
  const random = new RandomStream(9, 'table');
  const first = Array.from({ length: 5000 }, () => random.normal());
  const cut = (z: number, steps: number) => Math.min(steps - 1, Math.max(0, Math.floor(steps / 2 + 1.5 * z)));
  return tableOf(
    texts(
      'first',
      first.map((z) => String(cut(z, 6))),
    ),
    texts(
      'second',
      first.map((z) => String(cut(0.8 * z + 0.6 * random.normal(), 8))),
    ),
  );
}

interface Drawn {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

async function draw(model: TableModel, evidence: ChunkEvidence | null): Promise<Drawn> {
  const drawn: Int32Array[] = [];
  const sink: TargetSink = { accept: ({ index }, targets) => (drawn[index] = targets) };
  await model.sampler().draw(rows, new RandomStream(2, 'draw'), sink, evidence);
  return { first: drawn[0], second: drawn[1] };
}

/** Of the second column only codes 0 and 1, and half of 2. */
const allowed = Float64Array.from({ length: codes }, (_, code) => (code < 2 ? 1 : code === 2 ? 0.5 : 0));

function evidenceOnSecond(): ChunkEvidence {
  return {
    weights: {
      logMass: new Float64Array(rows),
      logTilt: new Float64Array(rows),
      isTilted: new Uint8Array(rows),
    },
    restrictionOf: ({ index }) => (index === 1 ? { sharesOf: () => allowed, tilt: null } : null),
  };
}

/** Shares of the first column's codes, each row counted by its weight. */
function sharesOf({ first }: Drawn, weightOf: (row: number) => number): number[] {
  const sums = new Float64Array(6);
  first.forEach((code, row) => (sums[code] += weightOf(row)));
  const total = sums.reduce((sum, weight) => sum + weight, 0);
  return Array.from(sums, (weight) => weight / total);
}

describe.each([
  ['the Gaussian copula', copulaOf],
  ['the independent model', (table: ReturnType<typeof makeTable>) => Promise.resolve(independentOf(table))],
])('%s under evidence', (_, fit) => {
  it('draws what is allowed, and weighs rows as picking them from all would', async () => {
    const model = await fit(makeTable());
    expect(model.encoded.order).toEqual([0, 1]);
    const free = await draw(model, null);
    const picked = sharesOf(free, (row) => allowed[free.second[row]]);

    const evidence = evidenceOnSecond();
    const given = await draw(model, evidence);
    expect(given.second.every((code) => code <= 2)).toBe(true);
    const weighed = sharesOf(given, (row) => Math.exp(evidence.weights.logMass[row]));
    picked.forEach((share, code) => expect(Math.abs(weighed[code] - share)).toBeLessThan(0.015));

    const mass = evidence.weights.logMass.reduce((sum, log) => sum + Math.exp(log), 0) / rows;
    const expected = free.second.reduce((sum, code) => sum + allowed[code], 0) / rows;
    expect(Math.abs(mass / expected - 1)).toBeLessThan(0.05);
  });

  it('keeps columns tied beyond the evidence as they are without it', async () => {
    const model = await fit(makeTable());
    const all: ChunkEvidence = {
      ...evidenceOnSecond(),
      restrictionOf: () => ({ sharesOf: () => new Float64Array(8).fill(1), tilt: null }),
    };
    const joint = ({ first, second }: Drawn) => {
      const counts = new Float64Array(48);
      first.forEach((code, row) => counts[8 * code + second[row]]++);
      return counts.map((count) => count / rows);
    };
    const [free, given] = [joint(await draw(model, null)), joint(await draw(model, all))];
    free.forEach((share, cell) => expect(Math.abs(share - given[cell])).toBeLessThan(0.01));
    expect(all.weights.logMass.every((log) => Math.abs(log) < 1e-6)).toBe(true);
  });
});
