import type { PublicFacts, TableLayout } from '../encode/private/public-facts';
import {
  defaultRefinement,
  planRefinement,
  type RefinementPlan,
  refinementPayment,
} from '../models/autoregressive/private/refinement-plan';
import { type CountingPlan, planCounting } from '../models/marginals/plan-counting';
import { lookAtPairs } from '../models/marginals/plan-marginals';
import { type MarginalRecipe, marginalRecipe } from '../models/marginals/recipe';
import type { Guarantee } from '../privacy/accountant/calibrate';
import type { LedgerEntry } from '../privacy/ledger';
import type { NetworkMechanism } from '../privacy/settings';

/** Steps of gradient descent on the real rows, after the columns, and perhaps pairs of them, were counted. */
export interface NetworkPlan {
  readonly recipe: MarginalRecipe;
  readonly counting: CountingPlan;
  /** Of ρ, for pairs of columns, for a unit; 0 where none are looked at. */
  readonly pairRho: number;
  /** What the ledger takes down of them. */
  readonly pairLooks: readonly LedgerEntry[];
  /** Steps on the real rows, with what is left. */
  readonly steps: number;
}

/** Of ρ, for pairs beside the columns one by one. By ε, what served best. */
function pairShareOf(mechanism: NetworkMechanism, epsilon: number): number {
  if (mechanism === 'dp-sgd') return 0;
  if (epsilon < 2) return 0.5;
  return epsilon < 5 ? 0.4 : 0.2;
}

/** How long the network learns the real rows. */
export function stepsAt(epsilon: number): number {
  return epsilon < 5 ? 960 : 1920;
}

/** What a network under differential privacy costs, look by look. It hangs on public facts alone. */
export function planPrivateNetwork(
  layout: TableLayout,
  mechanism: NetworkMechanism,
  guarantee: Guarantee,
  facts: PublicFacts,
): NetworkPlan {
  const recipe = marginalRecipe(guarantee.epsilon, layout.columns.length);
  const counting = planCounting(layout, { guarantee, facts, share: recipe.oneWayShare });
  const pairRho = pairShareOf(mechanism, guarantee.epsilon) * counting.rho;
  return {
    recipe,
    counting,
    pairRho,
    pairLooks: pairRho > 0 ? [lookAtPairs('aim', pairRho)] : [],
    steps: stepsAt(guarantee.epsilon),
  };
}

/**
 * The steps on real rows that the rest of the budget pays for.
 * @param units how many there are, noisy or public
 */
export function refinementOf({ counting, pairRho, steps }: NetworkPlan, units: number): RefinementPlan {
  const spent = { rho: counting.columnRho + pairRho, accountant: 'renyi' } as const;
  return planRefinement({ ...defaultRefinement, steps }, units, counting.left, spent);
}

/** What the ledger says of them. */
export function lookByGradients(plan: RefinementPlan, rowsPerUnit: number): LedgerEntry {
  return {
    subject: `gradients of random samples of the ${rowsPerUnit === 1 ? 'rows' : 'subjects'}`,
    payment: refinementPayment(plan),
  };
}
