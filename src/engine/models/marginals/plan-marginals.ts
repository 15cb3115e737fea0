import type { PublicFacts, TableLayout } from '../../encode/private/public-facts';
import type { Guarantee } from '../../privacy/accountant/calibrate';
import type { LedgerEntry } from '../../privacy/ledger';
import { type CountingPlan, planCounting } from './plan-counting';
import { type MarginalMechanism, type MarginalRecipe, marginalRecipe } from './recipe';

export interface MarginalPlan {
  readonly recipe: MarginalRecipe;
  readonly counting: CountingPlan;
  /** Of ρ, for pairs of columns, for a unit; 0 where none are looked at. */
  readonly pairRho: number;
  /** What the ledger takes down of them. */
  readonly pairLooks: readonly LedgerEntry[];
}

/** Share of ρ that counting the columns takes beside a spanning tree, whose choosing and measuring take as much each. */
const oneWayShareOfTree = 1 / 3;

/** What learning marginals costs, look by look. It hangs on public facts alone. */
export function planMarginals(
  layout: TableLayout,
  mechanism: MarginalMechanism,
  guarantee: Guarantee,
  facts: PublicFacts,
): MarginalPlan {
  const recipe = marginalRecipe(guarantee.epsilon, layout.columns.length);
  const share = { aim: recipe.oneWayShare, mst: oneWayShareOfTree, independent: 1 }[mechanism];
  const counting = planCounting(layout, { guarantee, facts, share });
  const pairRho = (1 - share) * counting.rho;
  return {
    recipe,
    counting,
    pairRho,
    pairLooks: mechanism === 'independent' ? [] : [lookAtPairs(mechanism, pairRho)],
  };
}

/** What the ledger says of pairs of columns. */
export function lookAtPairs(mechanism: keyof typeof pairSubjects, rho: number): LedgerEntry {
  return { subject: pairSubjects[mechanism], payment: { kind: 'concentrated', rho } };
}

const pairSubjects = {
  aim: 'pairs of columns, chosen one after the other and counted with noise',
  mst: 'a spanning tree of pairs of columns, chosen and counted with noise',
};
