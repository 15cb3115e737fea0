import { type Payment, rowsPerUnit } from '../../../engine/privacy/ledger';
import { likenessAt } from '../../../engine/privacy/likeness-bought';
import { certaintyAfter } from '../../../engine/privacy/meaning';
import { chosenMechanism, type PrivacySettings } from '../../../engine/privacy/settings';
import { factorWords } from '../../../release/guarantee';
import { writeCount, writeFixed, writeNumber } from '../../../words';
import { privacyWords } from './privacy-words';

/** `0.5`: ε or δ as it was typed. */
export function writeTyped(value: number): string {
  return writeNumber(value, { maximumSignificantDigits: 12 });
}

/** `73 % sure`; towards the ends in words, as no rounding may make certainty of it. */
function describeShare(share: number): string {
  const { allButCertain, sure } = privacyWords().meaning;
  return share >= 0.995 ? allButCertain : sure(Math.round(100 * share));
}

/** What ε means for one person, in a sentence or two. */
export function describeCertainty(epsilon: number): string {
  const after = (before: number) => describeShare(certaintyAfter(before, epsilon));
  return privacyWords().meaning.certainty(after(0.5), after(0.1), factorWords(epsilon));
}

/** `Every count of a column is off by about 27 of 2,000 rows (1.3 %), by noise alone.` */
export function describeNoise(noise: number, declaredRows: number): string {
  const rows = noise * declaredRows;
  return privacyWords().meaning.noise(
    writeNumber(rows, { maximumFractionDigits: rows < 10 ? 1 : 0 }),
    declaredRows,
    writePercent(noise, 0.1),
  );
}

/** What so much noise usually leaves: from simulations, as this table must not be asked. */
export function describeLikeness(noise: number): string {
  const { columns, pairs } = likenessAt(noise);
  const percent = (share: number) => `${writePercent(share, 0.01)}\u00a0%`;
  return privacyWords().meaning.likeness(percent(columns), percent(pairs));
}

/** A share times a hundred: with one decimal below `fine`, whole from there on. */
function writePercent(share: number, fine: number): string {
  return share < fine ? writeFixed(100 * share, 1) : writeCount(Math.round(100 * share));
}

/** `1 in 100,000` */
export function describeChance(delta: number): string {
  return privacyWords().meaning.chance(Math.round(1 / delta));
}

/** Which mechanism is proposed, and why: public facts alone decide. */
export function describeProposal(draft: PrivacySettings): string {
  const { how, mechanisms } = privacyWords();
  if (!(draft.declaredRows >= 1)) return how.needsRows;
  const proposed = chosenMechanism({ ...draft, mechanism: 'proposed' });
  const mostRows = rowsPerUnit(draft.unit);
  const product = Math.round((draft.declaredRows * draft.epsilon) / mostRows);
  return how.proposal(mechanisms[proposed].label, product, mostRows > 1, proposed === 'hybrid');
}

/** What a look cost, for a person: a part of the budget, or nothing. */
export function describeCost({ kind }: Payment, share: number | null): string {
  const words = privacyWords().ledger;
  if (kind === 'public') return words.free;
  const isDelta = kind === 'threshold';
  if (share === null) return isDelta ? words.partOfDelta : words.partOfBudget;
  return (isDelta ? words.shareOfDelta : words.shareOfBudget)(Math.round(100 * share));
}
