import { marginalRecipe } from '../models/marginals/recipe';
import { chosenMechanism, type PrivacySettings, usesNetwork } from '../privacy/settings';
import { stepsAt } from './plan-private-network';
import { defaultRefinement } from '../models/autoregressive/private/refinement-plan';

/** Measured on one core of a common machine, beside other work. */
const secondsToPrepare = 1;
const secondsPerPairLook = 2e-4;
const secondsPerRowAndColumn = 3e-6;

/** Seconds that learning under differential privacy will take, from public facts alone: within a factor of two or three. */
export function estimatePrivately(
  settings: Pick<PrivacySettings, 'mechanism' | 'epsilon' | 'declaredRows' | 'unit'>,
  learntColumns: number,
): number {
  const mechanism = chosenMechanism(settings);
  const { rounds } = marginalRecipe(settings.epsilon, learntColumns);
  const pairs = (learntColumns * (learntColumns - 1)) / 2;
  const looks = { independent: 0, 'dp-sgd': 0, mst: 2, aim: rounds, hybrid: rounds }[mechanism];
  const marginals = secondsToPrepare + looks * pairs * secondsPerPairLook;
  if (!usesNetwork(mechanism)) return marginals;
  const rowsTaken = stepsAt(settings.epsilon) * defaultRefinement.rate * settings.declaredRows;
  return marginals + rowsTaken * learntColumns * secondsPerRowAndColumn;
}
