import type { LedgerRecord } from '../../engine/privacy/ledger';
import { describeDelta, describeLook, describePayment } from '../../engine/privacy/ledger-words';
import type { Family, Verdict } from '../../evaluation/evidence';
import type { Outcome } from '../check-policy';
import type { FamilyVerdict } from '../decision';
import type { IntendedUse, LeftOut } from '../manifest';
import { languageNow, writeDigits } from '../../words';
import { html, Markup, type Content } from './markup';
import { offsetPicture, type ScaledFigure } from './pictures';
import { reportStyle } from './style';
import { reportWords } from './words';

const signs: Readonly<Record<Verdict, string>> = {
  good: '<path d="M2 7.6 5.4 11 12 3.6"/>',
  fair: '<path d="M7 1.8 12.6 12H1.4ZM7 5.6v3M7 10.2v.1"/>',
  poor: '<path d="M3 3 11 11M11 3 3 11"/>',
  unmeasured: '<path d="M3 7h8"/>',
};

/** A verdict as a sign and a word: never as a colour alone. */
export function verdictMark(verdict: Verdict, word = reportWords().verdicts[verdict]): Markup {
  return html`<span class="mark ${verdict}"
    ><svg viewBox="0 0 14 14" aria-hidden="true">${new Markup(signs[verdict])}</svg>${word}</span
  >`;
}

/** A finding's verdict; one that has a figure and none is not judged rather than not measured. */
export function findingMark(verdict: Verdict, measured: boolean): Markup {
  return verdict === 'unmeasured' && measured
    ? verdictMark(verdict, reportWords().notJudged)
    : verdictMark(verdict);
}

const outcomeVerdicts: Readonly<Record<Outcome, Verdict>> = {
  pass: 'good',
  fail: 'poor',
  'not measured': 'unmeasured',
};

export function outcomeMark(outcome: Outcome): Markup {
  return verdictMark(outcomeVerdicts[outcome], reportWords().outcomes[outcome]);
}

/** A page that stands alone: it may load and run nothing. */
export function pageOf(title: string, body: Content): string {
  return html`<!doctype html>
    <html lang="${languageNow()}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${new Markup(reportStyle)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}

export interface Masthead {
  readonly kind: string;
  readonly words: string;
  readonly notice: string;
  readonly facts: readonly (readonly [string, string | null])[];
}

export function masthead({ kind, words, notice, facts }: Masthead): Markup {
  return html`<header>
    <p class="brand">
      <svg viewBox="0 0 28 20" aria-hidden="true">
        <path class="real" d="M2 19V13H7V8H12V4H16V9H20V15H26V19Z" />
        <path class="synthetic" d="M2 18C7 16 9 3 14 3S20 15 26 18" /></svg
      >Understudy <span class="kind">${kind}</span>
    </p>
    <h1>${words}</h1>
    <p class="muted">${notice}</p>
    <dl class="facts">
      ${facts.map(
        ([term, fact]) =>
          fact !== null &&
          html`<div>
            <dt>${term}</dt>
            <dd>${fact}</dd>
          </div>`,
      )}
    </dl>
  </header>`;
}

/** The five families, each with its verdict and how far its figures are from ideal. */
export function familyCards(
  families: readonly FamilyVerdict[],
  figuresOf: (family: Family) => readonly (ScaledFigure & { readonly verdict: Verdict })[],
): Markup {
  const cards = families.map(({ family, verdict, words }) => {
    const figures = figuresOf(family);
    const minis = figures.slice(0, figuresInCard).map((figure) => {
      const picture = offsetPicture(figure);
      return picture && html`<li><span>${figure.name}</span>${picture}</li>`;
    });
    const more = figures.length - figuresInCard;
    return html`<li class="family ${verdict}">
      <h3>${reportWords().families[family]}</h3>
      ${verdictMark(verdict)}
      <p class="small">${sentence(words)}</p>
      <ul class="minis">
        ${minis}
      </ul>
      ${more > 0 && html`<p class="small muted">${reportWords().moreBelow(more)}</p>`}
    </li>`;
  });
  return html`<ul class="families">
    ${cards}
  </ul>`;
}

const figuresInCard = 4;

/** A sentence in which no line breaks between a number and its per cent. */
export function prose(text: string): string {
  return text.replace(/(\d) %/g, '$1\u00a0%');
}

/** `some words` → `Some words.` */
function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** How to read the pictures. */
export function legend(hasHoldout: boolean): Markup {
  const { real, synthetic, holdout } = reportWords().legend;
  return html`<p class="legend">
    <span
      ><svg viewBox="0 0 28 14" aria-hidden="true"><path class="real" d="M0 14V5H28V14Z" /></svg>${real}</span
    ><span
      ><svg viewBox="0 0 28 14" aria-hidden="true"><path class="synthetic" d="M1 13V5H27V13" /></svg
      >${synthetic}</span
    >${
      hasHoldout &&
      html`<span
        ><svg viewBox="0 0 28 14" aria-hidden="true"><path class="holdout" d="M0 7H28" /></svg
        >${holdout}</span
      >`
    }
  </p>`;
}

interface CheckedThresholds {
  readonly met: boolean;
  readonly words: string;
  /** One item of the list each. */
  readonly results: readonly Markup[];
  readonly tasks: readonly string[];
  readonly assumptions: readonly string[];
}

/** Which thresholds were met, on which tasks and under which assumptions. */
export function thresholdsPart({ met, words, results, tasks, assumptions }: CheckedThresholds): Markup {
  const labels = reportWords();
  return html`<section>
    <h2>${met ? labels.meetsThresholds : labels.failsThresholds}</h2>
    <p>${words}</p>
    <ul class="checks">
      ${results}
    </ul>
    <div class="two">
      <div>
        <h3>${labels.tasks}</h3>
        ${plainList(tasks)}
      </div>
      <div>
        <h3>${labels.assumptions}</h3>
        ${plainList(assumptions)}
      </div>
    </div>
  </section>`;
}

export function intendedPart({ use, limits }: IntendedUse): Markup | false {
  if (use.trim() === '' && limits.trim() === '') return false;
  const part = (title: string, text: string) =>
    text.trim() !== '' &&
    html`<div>
      <h3>${title}</h3>
      <p>${text}</p>
    </div>`;
  const words = reportWords();
  return html`<section>
    <h2>${words.whatItIsFor}</h2>
    <div class="two">${part(words.intendedUse, use)}${part(words.limits, limits)}</div>
  </section>`;
}

/** Every look at the real table, how it was paid for, and what was spent in all. */
export function ledgerPart({ entries, spent, accountant }: LedgerRecord): Markup {
  const words = reportWords();
  const epsilon = writeDigits(spent.epsilon.toPrecision(4));
  return html`<section>
    <h2>${words.looks}</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th class="text">${words.look}</th>
            <th class="text">${words.paidForBy}</th>
          </tr>
        </thead>
        <tbody>
          ${entries.map(
            (entry) =>
              html`<tr>
                <td class="text">${describeLook(entry)}</td>
                <td class="text">${describePayment(entry.payment)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p>${words.spent(epsilon, describeDelta(spent.delta), accountant === 'renyi')}</p>
  </section>`;
}

export function plainList(sentences: readonly string[]): Markup {
  return html`<ul class="plain">
    ${sentences.map((one) => html`<li>${one}</li>`)}
  </ul>`;
}

/** What a shareable report does not say, and why. */
export function leftOutPart(leftOut: readonly LeftOut[]): Markup {
  const words = reportWords();
  return html`<section>
    <h2>${words.leftOutHead}</h2>
    ${plainList(leftOut.map(({ fields, why }) => words.leftOut(fields, why)))}
  </section>`;
}
