import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../src/engine/random';
import { chooseMarginals } from '../../../src/evaluation/fidelity/choose-marginals';
import { MarginalScore } from '../../../src/evaluation/fidelity/k-marginal';
import { makeMarginalCoding } from '../../../src/evaluation/fidelity/marginal-codes';
import { categories, numbers } from '../make-tables';
import { golden } from './golden';

const random = new RandomStream(1, 'marginals');
const { levels, ...tables } = golden.marginals;
const training = tables.training.map((codes) => Int32Array.from(codes));
const synthetic = tables.synthetic.map((codes) => Int32Array.from(codes));

function scoreOf(other: readonly Int32Array[], k: 2 | 3) {
  const score = new MarginalScore(training, other, levels);
  for (const columns of chooseMarginals(levels.length, k, random)) score.add(columns);
  return score.figure();
}

describe('MarginalScore', () => {
  it('gives what the formula gives in numpy', () => {
    expect(scoreOf(synthetic, 2).value).toBeCloseTo(tables.two, 9);
    expect(scoreOf(synthetic, 3).value).toBeCloseTo(tables.three, 9);
  });

  it('is 1000 for the table itself, and 0 for one without a common cell', () => {
    expect(scoreOf(training, 2).value).toBeCloseTo(1000, 9);
    const [zeros, ones] = [0, 1].map((code) => [0, 0].map(() => new Int32Array(40).fill(code)));
    const apart = new MarginalScore(zeros, ones, [2, 2]);
    apart.add([0, 1]);
    expect(apart.figure().value).toBe(0);
  });
});

describe('chooseMarginals', () => {
  it('takes all sets of columns where they are few, otherwise 300 different ones', () => {
    expect(chooseMarginals(4, 3, random)).toEqual([
      [0, 1, 2],
      [0, 1, 3],
      [0, 2, 3],
      [1, 2, 3],
    ]);
    const many = chooseMarginals(750, 3, random);
    expect(new Set(many.map(String)).size).toBe(300);
    expect(many.every((set) => new Set(set).size === 3 && Math.max(...set) < 750)).toBe(true);
  });
});

describe('makeMarginalCoding', () => {
  it('cuts numbers into tenths of the training rows, missing ones apart', () => {
    const column = numbers('n', [...Array.from({ length: 100 }, (_, i) => i), null]);
    const coding = makeMarginalCoding(column);
    expect(coding.levels).toBe(11);
    expect([...coding.encode(numbers('n', [-5, 0, 10, 99, 1000, null]))]).toEqual([1, 1, 2, 10, 10, 0]);
  });

  it('keeps the most frequent categories apart, and the rest together', () => {
    const texts = Array.from({ length: 15 }, (_, kind) => Array<string>(15 - kind).fill(`c${kind}`)).flat();
    const coding = makeMarginalCoding(categories('c', texts));
    const codes = coding.encode(categories('c', texts));
    expect(coding.levels).toBe(14);
    expect(new Set(codes.slice(-6))).toEqual(new Set([13]));
  });

  it('has a code for missing cells alone where nothing else is there', () => {
    expect([...makeMarginalCoding(numbers('n', [null])).encode(numbers('n', [null]))]).toEqual([0]);
    expect([...makeMarginalCoding(categories('c', [null])).encode(categories('c', [null]))]).toEqual([0]);
  });
});
