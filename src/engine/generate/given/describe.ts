import { writeDigits } from '../../../words';
import { generateWords } from '../words';
import type { GivenReport } from './report';

/** Below this share of effective rows the sentence warns. */
const fewEffective = 0.05;

/** `12.3 %`, `0.12 %`, `0.0012 %`: two or three digits that count. */
export function percentText(share: number): string {
  const percent = 100 * share;
  if (percent === 0 || percent >= 10) return `${writeDigits(percent.toFixed(1).replace(/\.0$/, ''))} %`;
  const digits = Math.min(8, Math.max(1, 1 - Math.floor(Math.log10(percent))));
  return `${writeDigits(percent.toFixed(digits))} %`;
}

/** How often the model's rows meet the conditions, in a sentence. */
export function describeRarity({ probability }: GivenReport, learntRows: number): string {
  const { rarity, rarerThanARow } = generateWords();
  return (probability * learntRows < 1 ? rarerThanARow : rarity)(percentText(probability));
}

/** How the rows were drawn under conditions, and how well, in sentences. */
export function describeDraw(report: GivenReport): string {
  const { method, drawn, effectiveShare, acceptance, cutOff } = report;
  const words = generateWords();
  if (method === 'exact') return words.exact;
  return words.weighted({
    effective: percentText(effectiveShare),
    drawn,
    kept: percentText(acceptance),
    cutOff: percentText(cutOff),
    isUnsure: effectiveShare < fewEffective,
  });
}
