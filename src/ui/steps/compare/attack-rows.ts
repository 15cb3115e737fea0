import type { AttackOutcome } from '../../../evaluation/privacy/attack-outcome';
import { wilsonInterval } from '../../../evaluation/privacy/wilson-interval';
import type { SectionDetails } from '../../../evaluation/sections';
import type { Figure } from '../../../evaluation/evidence';
import { bare, type FigureRow } from '../../charts/figure-rows';
import { detailWords } from './detail-words';

type Tally = AttackOutcome['attack'];

/** Attacks as rows of rates: on rows learnt from, on rows never seen, by chance. */
export function listAttacks(sections: Partial<SectionDetails>): FigureRow[] {
  const { singlingOut, linkability, kMap } = sections;
  const words = detailWords().privacy;
  return [
    ...(singlingOut?.outcomes ?? []).map((outcome) => ({
      ...rowOf(words.singlingOut[outcome.mode], outcome),
      // The control is in other units there: what would be expected of people who were not learnt from is the ruler.
      holdout: outcome.expected === null ? null : bare(outcome.expected),
    })),
    ...(linkability ? [rowOf(words.linking, linkability)] : []),
    ...(kMap ? [rowOf(words.rare, kMap)] : []),
  ];
}

/** What attackers guess of each column, the greatest risk first. */
export function listSecrets({ secrets }: SectionDetails['inference']): FigureRow[] {
  return [...secrets]
    .sort((a, b) => (b.risk?.value ?? -1) - (a.risk?.value ?? -1))
    .map((outcome) => rowOf(outcome.name, outcome));
}

function rowOf(label: string, { attack, control, baseline }: AttackOutcome): FigureRow {
  return {
    label,
    synthetic: rateOf(attack),
    holdout: control && rateOf(control),
    chance: baseline.of > 0 ? baseline.hits / baseline.of : null,
  };
}

function rateOf({ hits, of }: Tally): Figure {
  return of === 0
    ? { value: Number.NaN, interval: null }
    : { value: hits / of, interval: wilsonInterval(hits, of) };
}
