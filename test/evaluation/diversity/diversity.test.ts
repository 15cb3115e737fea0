import { describe, expect, it } from 'vitest';
import { selectRows } from '../../../src/engine/typed-table';
import { diversitySection } from '../../../src/evaluation/diversity/diversity';
import { contextOf, measured } from '../make-context';
import { categories, numbers, tableOf } from '../make-tables';
import { golden, goldenTable } from './golden';

const real = goldenTable(golden.training);
const rowsFrom = (start: number, end: number) => Array.from({ length: end - start }, (_, i) => start + i);
const training = selectRows(real, rowsFrom(0, 120));
const fresh = selectRows(real, rowsFrom(120, 240));

async function verdictsOf(synthetic: typeof real, holdout = fresh) {
  const { findings } = await measured(diversitySection, contextOf({ training, holdout, synthetic }));
  return Object.fromEntries(findings.map(({ id, verdict }) => [id, verdict]));
}

describe('diversitySection', () => {
  it('finds nothing wrong with fresh real rows', async () => {
    expect(new Set(Object.values(await verdictsOf(fresh)))).toEqual(new Set(['good']));
  });

  it('sees that one row over and over is neither varied nor without duplicates', async () => {
    const verdicts = await verdictsOf(selectRows(training, new Uint32Array(120)));
    expect(verdicts).toMatchObject({
      'diversity.alphaPrecision': 'poor',
      'diversity.betaRecall': 'poor',
      'diversity.coverage': 'poor',
      'diversity.vendi': 'poor',
      'diversity.duplicates': 'poor',
    });
  });

  it('has no ruler but what exchangeable rows come to where too few rows were held out', async () => {
    const context = contextOf({ training, holdout: selectRows(fresh, [0]), synthetic: fresh });
    const { findings } = await measured(diversitySection, context);
    const recall = findings.find(({ id }) => id === 'diversity.betaRecall');
    expect(recall).toMatchObject({ ideal: 0.5, holdout: null, verdict: 'good' });
  });

  it('is told without figures where there are no rows', async () => {
    const none = selectRows(real, []);
    const result = await measured(diversitySection, contextOf({ training, holdout: none, synthetic: none }));
    expect(result).toEqual({
      details: null,
      findings: [],
      notes: ['There were no rows whose variety could be compared.'],
    });
  });

  it('survives a table of one row, of one column, of missing cells, and a constant', async () => {
    for (const column of [numbers('n', [1]), numbers('n', [null, null]), categories('c', ['a', 'a', 'a'])]) {
      const table = tableOf(column);
      const { findings } = await measured(
        diversitySection,
        contextOf({ training: table, holdout: table, synthetic: table }),
      );
      expect(findings).toHaveLength(6);
    }
  });
});
