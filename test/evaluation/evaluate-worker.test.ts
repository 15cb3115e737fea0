import * as Comlink from 'comlink';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TableSchema } from '../../src/engine/schema';
import type { Table } from '../../src/engine/table';
import { plainIntegerFormat } from '../../src/engine/table';
import type { ComparisonProgress } from '../../src/evaluation/compare-tables';
import { noChoices } from '../../src/evaluation/measure-context';
import type { ComparisonReport } from '../../src/evaluation/report';
import type { InEachLanguage, Language } from '../../src/words';
import type { EvaluateApi, RealTableSource, SyntheticTableSource } from '../../workers/api';
import { categories, numbers, schemaOf, tableOf } from './make-tables';

/** A worker's global scope is a message port too: here one end of a channel stands in for it. */
async function startWorker(): Promise<Comlink.Remote<EvaluateApi>> {
  const { port1: page, port2: scope } = new MessageChannel();
  Object.assign(globalThis, {
    self: globalThis,
    addEventListener: scope.addEventListener.bind(scope),
    removeEventListener: scope.removeEventListener.bind(scope),
    postMessage: scope.postMessage.bind(scope),
  });
  scope.start();
  await import('../../workers/evaluate.worker');
  return Comlink.wrap<EvaluateApi>(page);
}

function offer(source: RealTableSource | SyntheticTableSource): MessagePort {
  const { port1, port2 } = new MessageChannel();
  Comlink.expose(source, port1);
  return port2;
}

const rowCount = 100;
const rows = Array.from({ length: rowCount }, (_, row) => row);
const table: Table = {
  rowCount,
  columns: [
    {
      storage: 'number',
      name: 'n',
      values: Float64Array.from(rows),
      tokenCodes: null,
      tokens: [],
      format: plainIntegerFormat,
    },
    {
      storage: 'text',
      name: 'c',
      codes: Int32Array.from(rows, (row) => row % 2),
      dictionary: ['left', 'right'],
    },
  ],
};
const schema: TableSchema = { columns: [schemaOf('n', 'integer'), schemaOf('c', 'category')] };
const real: RealTableSource = { table: () => Promise.resolve(table) };
const synthetic: SyntheticTableSource = {
  sample: () =>
    Promise.resolve(
      tableOf(
        numbers('n', rows),
        categories(
          'c',
          rows.map((row) => (row % 2 === 0 ? 'right' : 'left')),
        ),
      ),
    ),
  split: () =>
    Promise.resolve({
      training: Uint32Array.from(rows.slice(0, 70)),
      holdout: Uint32Array.from(rows.slice(70)),
    }),
  start: () => Promise.resolve(),
  next: () => Promise.resolve(null),
  report: () => Promise.resolve(null),
};

describe('the evaluate worker', () => {
  let api: Comlink.Remote<EvaluateApi>;

  beforeAll(async () => {
    api = await startWorker();
    const ports = [offer(real), offer(synthetic)] as const;
    await api.connect(Comlink.transfer(ports[0], [ports[0]]), Comlink.transfer(ports[1], [ports[1]]));
  });

  it('compares the tables at the far ends of its ports and then answers for a pair', async () => {
    const partials: InEachLanguage<Partial<ComparisonReport>>[] = [];
    const progress: ComparisonProgress[] = [];
    await api.prepare(schema, { choices: noChoices, effort: 'standard', seed: 1 });
    const rest = await api.compare(
      Comlink.proxy((partial: InEachLanguage<Partial<ComparisonReport>>) => void partials.push(partial)),
      Comlink.proxy((step: ComparisonProgress) => void progress.push(step)),
    );
    const whole = (language: Language) =>
      Object.assign({}, ...partials.map((partial) => partial[language]), rest[language]) as ComparisonReport;
    const [report, de] = [whole('en'), whole('de')];
    expect(Object.keys(rest.en)).toEqual(['copies']);
    expect(report.rows).toEqual({ training: 70, holdout: 30, synthetic: 100 });
    expect(report.columns[0].distance.synthetic).toBeCloseTo(0.3, 12);
    expect(report.columns[1].distance).toEqual({ synthetic: 0, holdout: 0 });
    expect(report.copies.exact.synthetic).toBe(0);
    expect(de.columns).toBe(report.columns);
    expect(de.copies.sentence).not.toBe(report.copies.sentence);
    expect(partials.length).toBeGreaterThan(1);
    expect(progress.length).toBeGreaterThan(2);

    const joint = await api.joint(schema, 'n', 'c');
    expect(joint.training.reduce((sum, cell) => sum + cell, 0)).toBe(70);
    expect(joint.error.synthetic).toBeCloseTo(report.pairs.error[1], 12);
  });

  it('measures a section by its name, and where it breaks off leaves a note in place of figures', async () => {
    const { en: result } = await api.measure(
      'no such section',
      Comlink.proxy(() => undefined),
    );
    expect(result.findings).toEqual([]);
    expect(result.notes.join()).toMatch(/no such section.*broke off.*RangeError.*figures are missing/);
  });

  it('passes on, in words, that a column cannot be drawn', async () => {
    await expect(api.joint(schema, 'n', 'nowhere')).rejects.toThrow('has no distribution to draw');
  });
});
