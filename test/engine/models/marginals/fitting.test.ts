import { describe, expect, it } from 'vitest';
import { fitAim } from '../../../../src/engine/models/marginals/aim';
import { marginalOf } from '../../../../src/engine/models/marginals/cliques';
import { MarginalFit } from '../../../../src/engine/models/marginals/marginal-fit';
import { fitSpanningTree } from '../../../../src/engine/models/marginals/mst';
import { type CellRows, countPair, type Pair } from '../../../../src/engine/models/marginals/pair-counts';
import { pairErrors } from '../../../../src/engine/models/marginals/pair-errors';
import { RandomStream } from '../../../../src/engine/random';
import { seededNoise } from '../../privacy/seeded-noise';

const rows = 4000;
const host = { breathe: () => Promise.resolve(), onProgress: () => undefined };
const options = { rounds: 8, target: null, mostCells: 50_000 };

/** A chain of five variables, each mostly what the one before is: all else follows. */
function makeChain(): CellRows {
  const random = new RandomStream(3, 'chain');
  const sizes = Int32Array.of(3, 4, 2, 5, 3);
  const cells = Array.from(sizes, () => new Int32Array(rows));
  for (let row = 0; row < rows; row++) {
    let before = random.int(60);
    sizes.forEach((size, variable) => {
      before = random.float() < 0.8 ? before : random.int(60);
      cells[variable][row] = before % size;
    });
  }
  return { sizes, cells };
}

const chain = makeChain();
const allPairs: Pair[] = [...chain.sizes.keys()].flatMap((b) =>
  Array.from({ length: b }, (_, a): Pair => [a, b]),
);

function oneWaysOf({ sizes, cells }: CellRows): MarginalFit {
  const fit = new MarginalFit(sizes, rows);
  cells.forEach((own, variable) => {
    const counts = new Float64Array(sizes[variable]);
    for (const cell of own) counts[cell]++;
    fit.add({ variables: [variable], counts, variances: 1 });
  });
  return fit;
}

/** Mean over pairs of Σ|n − n̂| / 2n. */
async function meanError(fit: MarginalFit): Promise<number> {
  const counts = allPairs.map((pair) => countPair(chain, pair));
  const errors = await pairErrors(fit, allPairs, counts, host.breathe);
  return errors.reduce((sum, error) => sum + error, 0) / (2 * rows * allPairs.length);
}

describe('fitting marginals', () => {
  it('reproduces what was measured exactly', async () => {
    const fit = oneWaysOf(chain);
    const ring: Pair[] = [
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 3],
    ];
    for (const pair of ring)
      fit.add({ variables: pair, counts: Float64Array.from(countPair(chain, pair)), variances: 1 });
    await fit.fit(2000, host.breathe);
    const counts = ring.map((pair) => countPair(chain, pair));
    const errors = await pairErrors(fit, ring, counts, host.breathe);
    for (const error of errors) expect(error / rows).toBeLessThan(0.002);
  });

  it('weighs what was measured twice by its precision', async () => {
    const fit = new MarginalFit([2], 100);
    fit.add({ variables: [0], counts: Float64Array.of(40, 60), variances: 1 });
    fit.add({ variables: [0], counts: Float64Array.of(80, 20), variances: Float64Array.of(3, 3) });
    await fit.fit(500, host.breathe);
    expect(fit.beliefs.marginal([0])[0]).toBeCloseTo(50, 3);
  });

  it('goes on from where it was when a marginal is added', async () => {
    const fit = oneWaysOf(chain);
    await fit.fit(200, host.breathe);
    const before = await meanError(fit);
    fit.add({ variables: [0, 1], counts: Float64Array.from(countPair(chain, [0, 1])), variances: 1 });
    await fit.fit(0, host.breathe);
    expect(await meanError(fit)).toBeCloseTo(before, 6);
    await fit.fit(200, host.breathe);
    expect(await meanError(fit)).toBeLessThan(before);
  });
});

describe('AIM', () => {
  it('finds the pairs that matter and all the others by them, where noise is small', async () => {
    const fit = oneWaysOf(chain);
    await fit.fit(200, host.breathe);
    const apart = await meanError(fit);
    await fitAim(fit, chain, 1e4, options, seededNoise(1), host);
    expect(apart).toBeGreaterThan(0.07);
    expect(await meanError(fit)).toBeLessThan(0.01);
  });

  it('keeps its junction tree within the cells it is given', async () => {
    const fit = oneWaysOf(chain);
    await fitAim(fit, chain, 1e4, { ...options, mostCells: 50 }, seededNoise(1), host);
    expect(fit.beliefs.cells).toBeLessThanOrEqual(50);
  });

  it('measures all pairs with the target before it chooses', async () => {
    const fit = oneWaysOf(chain);
    await fitAim(fit, chain, 1, { ...options, rounds: 1, target: 2 }, seededNoise(1), host);
    const pairs = fit.subsets.filter((subset) => subset.length === 2).map(String);
    expect(pairs).toEqual(expect.arrayContaining(['0,2', '1,2', '2,3', '2,4']));
    expect(pairs.length).toBeLessThanOrEqual(5);
  });

  it('does with one variable', async () => {
    const single = { sizes: chain.sizes.slice(0, 1), cells: chain.cells.slice(0, 1) };
    const fit = oneWaysOf(single);
    await fitAim(fit, single, 1, { ...options, target: 0 }, seededNoise(1), host);
    expect(fit.subsets).toEqual([[0]]);
  });
});

describe('MST', () => {
  it('measures the tree that the table has', async () => {
    const fit = oneWaysOf(chain);
    await fitSpanningTree(fit, chain, 1e4, seededNoise(2), host);
    const edges = fit.subsets.filter((subset) => subset.length === 2);
    expect(edges).toHaveLength(4);
    // A tree: every variable is connected with the first.
    const joint = marginalOf(chain.sizes, fit.beliefs.tableOf(0), fit.beliefs.nodes[0].variables, []);
    expect(joint[0]).toBeCloseTo(rows, 6);
    expect(await meanError(fit)).toBeLessThan(0.05);
  });
});
