import type { GivenReport } from './report';

/** Below this share of effective rows the sentence warns. */
const fewEffective = 0.05;

/** `12.3 %`, `0.12 %`, `0.0012 %`: two or three digits that count. */
export function percentText(share: number): string {
  const percent = 100 * share;
  if (percent === 0 || percent >= 10) return `${percent.toFixed(1).replace(/\.0$/, '')} %`;
  const digits = Math.min(8, Math.max(1, 1 - Math.floor(Math.log10(percent))));
  return `${percent.toFixed(digits)} %`;
}

/** How often the model's rows meet the conditions, in a sentence. */
export function describeRarity({ probability }: GivenReport, learntRows: number): string {
  const share = `About ${percentText(probability)} of the model's rows meet the conditions.`;
  return probability * learntRows < 1
    ? `${share} That is less than one row in as many as were learnt: such rows are what the model makes of others.`
    : share;
}

/** How the rows were drawn under conditions, and how well, in sentences. */
export function describeDraw(report: GivenReport): string {
  const { method, drawn, effectiveShare, acceptance, cutOff } = report;
  if (method === 'exact')
    return 'The draw is exact: all rows drawn meet them and weigh the same, so none was thrown away.';
  const effective =
    `Drawn by likelihood weighting with rejection: effective sample size ${percentText(effectiveShare)} of the ` +
    `${drawn.toLocaleString('en')} rows drawn (Kong 1992), ${percentText(acceptance)} kept, ` +
    `${percentText(cutOff)} of the weight cut off.`;
  return effectiveShare < fewEffective
    ? `${effective} So few effective rows make the result unsure: look at it before it is used.`
    : effective;
}
