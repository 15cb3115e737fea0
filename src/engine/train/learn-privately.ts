import { learnMarginals } from '../models/marginals/learn-marginals';
import { boundContributions, rowsOfSubjects } from '../privacy/bound-contributions';
import { Ledger, type LedgerRecord, type PrivacyUnit, rowsPerUnit } from '../privacy/ledger';
import { secureNoise } from '../privacy/noise-source';
import {
  checkPrivacy,
  checkWhole,
  chosenMechanism,
  factsOf,
  type PrivacySettings,
  usesNetwork,
} from '../privacy/settings';
import type { TypedTable } from '../typed-table';
import { learnPrivateNetwork, type ProtectedTable } from './learn-private-network';
import type { LearntModel } from './learning-task';
import { declaredLooks } from './plan-privately';
import type { TrainingContext } from './types';

/**
 * Learns a table under (ε, δ)-differential privacy. What comes of it hangs on the rows through the looks in the ledger alone, and on
 * public facts. The seed orders rows and draws; the noise is the machine's own and is never kept, so that the same model cannot
 * be made again.
 * @throws UserError where what is asked for cannot be promised
 */
export async function learnPrivately(
  table: TypedTable,
  settings: PrivacySettings,
  seed: number,
  context: Pick<TrainingContext, 'breathe' | 'onEvent'>,
): Promise<LearntModel & { readonly ledger: LedgerRecord }> {
  const { epsilon, delta, unit } = settings;
  checkWhole(table);
  checkPrivacy(
    settings,
    table.columns.map(({ schema }) => schema),
  );
  const ledger = new Ledger(unit, { epsilon, delta });
  ledger.recordAll(declaredLooks(settings));
  const noise = secureNoise();
  const bounded = boundContributions(table, unit, noise);
  const mechanism = chosenMechanism(settings);
  const host = {
    breathe: () => context.breathe(),
    onProgress: (progress: number) => context.onEvent({ type: 'phase', phase: 'train', progress }),
  };
  const asked = { epsilon, delta, facts: factsOf(settings) };
  const model = usesNetwork(mechanism)
    ? await learnPrivateNetwork(
        { table: bounded, subjects: subjectsOf(bounded, unit) },
        { ...asked, mechanism, seed },
        ledger,
        noise,
        host,
      )
    : await learnMarginals(
        bounded,
        { ...asked, mechanism, rowsPerUnit: rowsPerUnit(unit) },
        ledger,
        noise,
        host,
      );
  return {
    model,
    ledger: ledger.toJSON(),
    workers: 1,
    workersLost: 0,
    steps: 0,
    epochs: 0,
    validationLoss: null,
    stopped: 'finished',
  };
}

function subjectsOf(table: TypedTable, unit: PrivacyUnit): ProtectedTable['subjects'] {
  if (rowsPerUnit(unit) === 1 || unit.kind === 'row') return undefined;
  return { rows: rowsOfSubjects(table, unit), mostRows: unit.mostRows };
}
