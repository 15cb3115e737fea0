import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Beliefs } from '../../../../src/engine/models/marginals/beliefs';
import {
  cellsOver,
  marginalOf,
  projection,
  triangulate,
} from '../../../../src/engine/models/marginals/cliques';
import { PairMarginals } from '../../../../src/engine/models/marginals/pair-marginals';
import { RandomStream } from '../../../../src/engine/random';

const rows = 250;

/** Up to five variables of one to four values, and potentials over some sets of them. */
const someModel = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }),
    seed: fc.nat(),
    sets: fc.array(fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
  })
  .map(({ sizes, sets, seed }) => {
    const random = new RandomStream(seed, 'potentials');
    const subsets = sets
      .map((set) => set.filter((variable) => variable < sizes.length).sort())
      .filter((set) => set.length > 0);
    const potentials = subsets.map((set) =>
      Float64Array.from({ length: cellsOver(sizes, set) }, () => 4 * random.normal()),
    );
    return { sizes, subsets, potentials };
  });

/** Every cell of the whole domain, by the definition. */
function bruteForce(sizes: number[], subsets: number[][], potentials: Float64Array[]): Float64Array {
  const all = [...sizes.keys()];
  const logs = new Float64Array(cellsOver(sizes, all));
  subsets.forEach((subset, index) => {
    projection(sizes, all, subset).forEach((place, cell) => (logs[cell] += potentials[index][place]));
  });
  const weights = logs.map(Math.exp);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (rows * weight) / total);
}

function inferred(sizes: number[], subsets: number[][], potentials: Float64Array[]): Beliefs {
  const beliefs = new Beliefs(sizes, triangulate(sizes, subsets), subsets, rows);
  beliefs.infer(potentials);
  return beliefs;
}

describe('belief propagation', () => {
  it('equals adding up the whole domain, for every clique', () => {
    fc.assert(
      fc.property(someModel, ({ sizes, subsets, potentials }) => {
        const joint = bruteForce(sizes, subsets, potentials);
        const beliefs = inferred(sizes, subsets, potentials);
        beliefs.nodes.forEach(({ variables }, node) => {
          const expected = marginalOf(sizes, joint, [...sizes.keys()], variables);
          beliefs
            .tableOf(node)
            .forEach((value, cell) => expect(Math.abs(value - expected[cell])).toBeLessThan(1e-9 * rows));
        });
      }),
    );
  });

  it('gives the joint distribution of any two variables, near or far in the tree', () => {
    fc.assert(
      fc.property(someModel, ({ sizes, subsets, potentials }) => {
        const joint = bruteForce(sizes, subsets, potentials);
        const beliefs = inferred(sizes, subsets, potentials);
        const pairs = new PairMarginals(beliefs, sizes);
        for (let variable = 0; variable < sizes.length; variable++) {
          const others = new Set([...sizes.keys()].filter((other) => other > variable));
          const reached: number[] = [];
          pairs.walk(variable, others, (other, probabilities) => {
            reached.push(other);
            const expected = marginalOf(sizes, joint, [...sizes.keys()], [variable, other]);
            probabilities.forEach((value, cell) =>
              expect(Math.abs(value - expected[cell] / rows)).toBeLessThan(1e-9),
            );
          });
          expect(reached.sort()).toEqual([...others]);
        }
      }),
    );
  });

  it('bears potentials of any size', () => {
    const potentials = [Float64Array.of(900, -900, 0, 5000), Float64Array.of(-3000, 2000)];
    const beliefs = inferred([2, 2], [[0, 1], [1]], potentials);
    expect([...beliefs.tableOf(0)]).toEqual([0, 0, 0, rows]);
  });
});

describe('triangulation', () => {
  it('holds every set in a clique, and no clique within another', () => {
    fc.assert(
      fc.property(someModel, ({ sizes, subsets }) => {
        const cliques = triangulate(sizes, subsets);
        for (const set of subsets)
          expect(cliques.some((clique) => set.every((v) => clique.includes(v)))).toBe(true);
        for (const a of cliques)
          for (const b of cliques) expect(a !== b && a.every((variable) => b.includes(variable))).toBe(false);
        expect(new Set(cliques.flat())).toEqual(new Set(sizes.keys()));
      }),
    );
  });

  it('cuts a ring of four across by its smallest chord', () => {
    const ring = [
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 3],
    ];
    expect(triangulate([9, 2, 9, 2], ring).map(String).sort()).toEqual(['0,1,3', '1,2,3']);
  });
});
