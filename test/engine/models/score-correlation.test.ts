import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlateScores } from '../../../src/engine/models/gaussian-copula/score-correlation';
import { RandomStream } from '../../../src/engine/random';
import { patientHost } from './baselines';

/** Pearson's, by its definition. */
function pearson(a: number[], b: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, i) => {
    ab += (value - ma) * (b[i] - mb);
    aa += (value - ma) ** 2;
    bb += (b[i] - mb) ** 2;
  });
  return aa * bb > 1e-9 ? ab / Math.sqrt(aa * bb) : 0;
}

function makeColumns(count: number, rows: number) {
  const random = new RandomStream(3, 'columns');
  const shared = Array.from({ length: rows }, () => random.int(4));
  return Array.from({ length: count }, (_, column) => ({
    codes: Int32Array.from(shared, (code) => (random.float() < 0.3 ? random.int(4) : (code + column) % 4)),
    scores: Float64Array.from({ length: 4 }, () => Math.fround(random.normal())),
  }));
}

const everyRow = (rows: number) => Uint32Array.from({ length: rows }, (_, row) => row);

describe('correlateScores', () => {
  it('gives Pearson’s correlation of every two columns, whatever their number', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 2, max: 700 }),
        async (count, rows) => {
          const columns = makeColumns(count, rows);
          const { matrix } = await correlateScores(columns, everyRow(rows), patientHost);
          const values = columns.map(({ codes, scores }) => Array.from(codes, (code) => scores[code]));
          for (let i = 0; i < count; i++) {
            expect(matrix[i * count + i]).toBe(1);
            for (let j = 0; j < i; j++) {
              expect(matrix[i * count + j]).toBe(matrix[j * count + i]);
              expect(Math.abs(matrix[i * count + j] - pearson(values[i], values[j]))).toBeLessThan(1e-6);
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('gives 0 for a column that does not vary', async () => {
    const [first] = makeColumns(1, 100);
    const still = { codes: new Int32Array(100), scores: Float64Array.of(0.7) };
    const { matrix } = await correlateScores([first, still], everyRow(100), patientHost);
    expect([...matrix]).toEqual([1, 0, 0, 1]);
  });

  it('ends when told to, with what the first rows say', async () => {
    const columns = makeColumns(2, 4000);
    const shares: number[] = [];
    const hurried = {
      ...patientHost,
      shouldEnd: () => true,
      onProgress: (share: number) => shares.push(share),
    };
    const { rows, endedEarly, matrix } = await correlateScores(columns, everyRow(4000), hurried);
    expect({ rows, endedEarly }).toEqual({ rows: 512, endedEarly: true });
    expect(shares).toEqual([256 / 4000, 512 / 4000]);
    const first = await correlateScores(columns, everyRow(512), patientHost);
    expect(matrix).toEqual(first.matrix);
    expect(first.endedEarly).toBe(false);
  });
});
