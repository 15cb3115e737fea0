import type { TableLayout } from '../encode/private/public-facts';
import { planMarginals } from '../models/marginals/plan-marginals';
import { Ledger, type LedgerEntry, type LedgerRecord, rowsPerUnit } from '../privacy/ledger';
import { chosenMechanism, factsOf, type PrivacySettings, usesNetwork } from '../privacy/settings';
import { lookByGradients, planPrivateNetwork, refinementOf } from './plan-private-network';

/** What a table's owner declares by looking at the Columns step and going on. */
const declared =
  'kinds, roles, names, formats and missing tokens of the columns, as the schema has them; ε, δ, the declared rows and the mechanism';

/** What is declared public before the first look. */
export function declaredLooks({ facts }: Pick<PrivacySettings, 'facts'>): LedgerEntry[] {
  const known = Object.keys(facts).length;
  const layout: LedgerEntry = {
    subject: 'the table’s layout',
    payment: { kind: 'public', source: declared },
  };
  const typed: LedgerEntry = {
    subject: `bounds or categories of ${known} columns`,
    payment: { kind: 'public', source: 'typed by the owner' },
  };
  return known > 0 ? [layout, typed] : [layout];
}

/**
 * The ledger that learning will leave, before any look at the table: it hangs on public facts alone.
 * @throws RangeError where the budget is too small for its own mechanism
 */
export function planLedger(layout: TableLayout, settings: PrivacySettings): LedgerRecord {
  const { epsilon, delta, unit, declaredRows } = settings;
  const ledger = new Ledger(unit, { epsilon, delta });
  ledger.recordAll(declaredLooks(settings));
  const facts = factsOf(settings);
  const mechanism = chosenMechanism(settings);
  if (usesNetwork(mechanism)) {
    const plan = planPrivateNetwork(layout, mechanism, { epsilon, delta }, facts);
    const steps = refinementOf(plan, declaredRows);
    ledger.recordAll([...plan.counting.looks, ...plan.pairLooks, lookByGradients(steps, rowsPerUnit(unit))]);
  } else {
    const { counting, pairLooks } = planMarginals(layout, mechanism, { epsilon, delta }, facts);
    ledger.recordAll([...counting.looks, ...pairLooks]);
  }
  return ledger.toJSON();
}
