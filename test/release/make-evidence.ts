import type { Evidence, Finding } from '../../src/evaluation/evidence';
import type { ComparisonReport } from '../../src/evaluation/report';

/** A finding with what matters to a test changed. */
export function finding(id: string, changes: Partial<Finding> = {}): Finding {
  return {
    id,
    family: 'privacy',
    name: `The measure ${id}`,
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    synthetic: { value: 0.1, interval: { low: 0.08, high: 0.12 } },
    holdout: { value: 0.1, interval: { low: 0.07, high: 0.13 } },
    verdict: 'good',
    sentence: `What ${id} means.`,
    ...changes,
  };
}

const nothingCompared: ComparisonReport = {
  rows: { training: 900, holdout: 100, synthetic: 1000 },
  columns: [],
  pairs: {
    names: [],
    training: new Float64Array(),
    synthetic: new Float64Array(),
    holdout: null,
    error: new Float64Array(),
    holdoutError: null,
  },
  copies: {
    exact: { synthetic: 0, holdout: 0 },
    near: { synthetic: 0, holdout: 0 },
    closerToTraining: null,
    sampled: 1000,
    sentence: 'No row is copied.',
  },
  overall: [],
  notes: [],
};

export function evidenceOf(findings: readonly Finding[], comparison = nothingCompared): Evidence {
  return { comparison, sections: {}, findings, notes: [] };
}
