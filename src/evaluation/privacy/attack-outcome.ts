import { normalQuantile } from '../../engine/models/gaussian-copula/normal-distribution';
import type { Finding, Verdict } from '../evidence';
import { judgeExcess, shareOf, type Tally } from './excess';
import { type Rate, wilsonRate } from './wilson-interval';

/** How often an attack was right: on rows the model learnt from, on rows it never saw, and by chance. */
export interface AttackTallies {
  readonly attack: Tally;
  /** Null where there are too few holdout rows. */
  readonly control: Tally | null;
  readonly baseline: Tally;
}

export interface AttackOutcome extends AttackTallies {
  /** What the training rows stand to lose beyond others, below 1, not cut at 0; null without a control. */
  readonly risk: Rate | null;
}

/** From so much risk on, for certain, a release is a reason for worry; from so much, for certain, it is worth a look. */
const poorRisk = 0.05;
const fairRisk = 0.01;

/**
 * The risk that is owed to having been in the table: R = (attack − control) / (1 − control), with the error carried
 * over. 0: no greater than for people who were not in it; 1: every attack succeeds because of it. Source: Giomi et al.,
 * "A unified framework for quantifying privacy risk in synthetic data" (arXiv 2211.10459), eq. 2, as in Anonymeter.
 */
export function residualRisk(attack: Rate, control: Rate): Rate {
  const room = 1 - control.value;
  return {
    value: (attack.value - control.value) / room,
    error: Math.hypot(attack.error / room, (control.error * (1 - attack.value)) / room ** 2),
  };
}

/** The shares of right guesses, as sentences name them. */
export function guessed(attack: Tally, control: Tally | null) {
  return { share: shareOf(attack), tries: attack.of, control: control && shareOf(control) };
}

export function outcomeOf(tallies: AttackTallies): AttackOutcome {
  const { attack, control } = tallies;
  const risk =
    control && residualRisk(wilsonRate(attack.hits, attack.of), wilsonRate(control.hits, control.of));
  return { ...tallies, risk: attack.of > 0 ? risk : null };
}

/** The outcome whose risk is greatest for certain, as `judgeRisk` takes it. Undefined where none has a risk. */
export function worstOutcome<Outcome extends AttackOutcome>(
  outcomes: readonly Outcome[],
): Outcome | undefined {
  const certain = ({ risk }: Outcome) => (risk ? certainRisk(risk, outcomes.length) : -Infinity);
  return outcomes
    .filter((outcome) => outcome.risk)
    .reduce<Outcome | undefined>(
      (worst, one) => (!worst || certain(one) > certain(worst) ? one : worst),
      undefined,
    );
}

/**
 * Fair where the risk is above 1 %, poor where it is above 5 %, by the low end of its 95 % interval; the interval is
 * widened where the outcome is the worst of several, so that chance does not make one of many (Bonferroni).
 */
export function judgeRisk(risk: Rate | null, of = 1): Verdict {
  return judgeExcess(risk ? certainRisk(risk, of) : Number.NaN, poorRisk, fairRisk);
}

/** The low end of an interval that holds for all of n at once. */
function certainRisk({ value, error }: Rate, n: number): number {
  return value - (error * normalQuantile(1 - 0.025 / n)) / normalQuantile(0.975);
}

/** The figure a finding tells: the risk, cut at 0 and 1. */
export function riskFigure(risk: Rate | null): Finding['synthetic'] {
  if (!risk) return { value: Number.NaN, interval: null };
  const cut = (value: number) => Math.max(0, Math.min(1, value));
  return {
    value: cut(risk.value),
    interval: { low: cut(risk.value - risk.error), high: cut(risk.value + risk.error) },
  };
}
