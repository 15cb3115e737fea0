import type { GivenEstimate } from '../../../../workers/api';
import { percentText } from '../../../engine/generate/given/describe';
import { writeNumber } from '../../../words';

/** Below this share of effective rows the words warn. */
const fewEffective = 0.05;

/** What an estimate says, in a sentence, and how rows will be drawn, in another. */
export interface EstimateWords {
  readonly rarity: string;
  readonly method: string;
  /** What to beware of; null: nothing. */
  readonly warning: string | null;
}

export function estimateWords({ report, learntRows }: GivenEstimate): EstimateWords {
  const { method, probability, acceptance, effectiveShare } = report;
  const expected = probability * learntRows;
  return {
    rarity:
      expected >= 1
        ? `About ${percentText(probability)} of the model’s rows are like this.`
        : `Next to none of the model’s rows are like this: about ${percentText(probability)}.`,
    method:
      method === 'exact'
        ? 'Each row drawn is like this and is kept: the draw is exact.'
        : `Rows are drawn towards the conditions, weighed, and ${ofHundred(acceptance)} of 100 kept. By their ` +
          `weights 100 drawn rows tell as much as ${ofHundred(effectiveShare)} equal ones.`,
    warning: warningFor(expected, effectiveShare),
  };
}

/** `54`, `3.2`, `0.04`: how many of a hundred. */
function ofHundred(share: number): string {
  const count = 100 * share;
  return writeNumber(count, count >= 10 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 2 });
}

function warningFor(expected: number, effectiveShare: number): string | null {
  if (expected < 1)
    return 'That is less than one row in as many as were learnt: such rows are what the model makes of others.';
  return effectiveShare < fewEffective
    ? 'So few rows carry the weight that the result is unsure: look at it before it is used.'
    : null;
}
