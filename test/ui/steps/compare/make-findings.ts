import type { Finding } from '../../../../src/evaluation/evidence';

/** A finding of a share that is best at nothing, with what a test says of it. */
export function findingWith(part: Partial<Finding> & Pick<Finding, 'id'>): Finding {
  return {
    family: 'fidelity',
    name: part.id,
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    synthetic: { value: 0.1, interval: null },
    holdout: null,
    verdict: 'good',
    sentence: `What ${part.id} says.`,
    ...part,
  };
}

/** A figure with an interval of that half width. */
export function around(value: number, half: number) {
  return { value, interval: { low: value - half, high: value + half } };
}
