import { kindWords } from '../../engine/kind-words';
import { families, type Finding, isMeasured } from '../../evaluation/evidence';
import { count, percent } from '../../evaluation/sentences';
import { plainFigure, plainFigureWithInterval, plainInterval } from '../plain-figures';
import { html, type Markup } from './markup';
import {
  familyCards,
  findingMark,
  intendedPart,
  ledgerPart,
  legend,
  masthead,
  outcomeMark,
  pageOf,
  plainList,
  prose,
  thresholdsPart,
  verdictMark,
} from './page-parts';
import { scalePicture, shapePicture } from './pictures';
import type { PrivateReport } from './private-report';
import { ofFamily } from './report-input';
import { reportWords } from './words';

/** The private report as a page: the verdict, thresholds, five families, what is furthest off, what was not done. */
export function privatePage(report: PrivateReport): string {
  const { measured, decision, findings } = report;
  const { rows } = measured;
  const words = reportWords();
  return pageOf(words.privateTitle, [
    masthead({
      kind: words.privateKind,
      words: decision.words,
      notice: report.notice,
      facts: [
        [words.realTable, report.realFileName],
        [words.syntheticTable, report.syntheticFileName],
        [words.rowCounts, [rows.training, rows.holdout, rows.synthetic].map(count).join(', ')],
        [words.made, words.madeBy(report.created, report.product.name, report.product.version)],
      ],
    }),
    html`<section>
      <h2>${words.fiveQuestions}</h2>
      ${familyCards(decision.families, (family) => ofFamily(findings, family))}
      <p class="small muted">${words.howToRead}</p>
    </section>`,
    certificatePart(report),
    intendedPart(report.intended),
    families.map((family) => familyPart(report, family)),
    columnsPart(report),
    pairsPart(report),
    report.notes.length > 0 &&
      html`<section>
        <h2>${words.notDone}</h2>
        ${plainList(report.notes)}
      </section>`,
    report.ledger && ledgerPart(report.ledger),
    html`<section>
      <h2>${report.ledger ? words.promised : words.notPromised}</h2>
      <p class="${report.ledger ? '' : 'warning'}">${report.guarantee}</p>
    </section>`,
  ]);
}

function certificatePart({ decision }: PrivateReport): Markup {
  const { check, tasks, assumptions, certificate } = decision;
  const results = check.results.map(
    ({ name, id, outcome, limit, figure }) =>
      html`<li>
        ${outcomeMark(outcome)}<span
          >${name}${name !== id && html` <span class="muted small">${id}</span>`}</span
        ><span
          >${figure ? plainFigureWithInterval(figure) : '–'},
          <span class="muted">${reportWords().wanted(limit)}</span></span
        >
      </li>`,
  );
  return thresholdsPart({ met: check.met, words: certificate, results, tasks, assumptions });
}

function familyPart({ findings, decision }: PrivateReport, family: Finding['family']): Markup | false {
  const own = ofFamily(findings, family);
  const told = decision.families.find((one) => one.family === family);
  return (
    own.length > 0 &&
    told !== undefined &&
    html`<section>
      <h2>${reportWords().families[family]} ${verdictMark(told.verdict)}</h2>
      <ul class="findings">
        ${own.map(findingRow)}
      </ul>
    </section>`
  );
}

function findingRow(finding: Finding): Markup {
  const { name, sentence, verdict, synthetic, holdout } = finding;
  const words = reportWords().figures;
  return html`<li>
    <div>
      ${findingMark(verdict, isMeasured(finding))}
      <h4>${name}</h4>
      <p>${prose(sentence)}</p>
    </div>
    <div>${scalePicture(finding)}</div>
    <dl class="figures">
      <dt>${words.synthetic}</dt>
      <dd>${plainFigure(synthetic.value)}</dd>
      ${
        synthetic.interval &&
        html`<dt>${words.interval}</dt>
          <dd>${plainInterval(synthetic.interval)}</dd>`
      }
      <dt>${words.holdout}</dt>
      <dd>${holdout ? plainFigure(holdout.value) : '–'}</dd>
      <dt>${words.ideal}</dt>
      <dd>${plainFigure(finding.ideal)}</dd>
    </dl>
  </li>`;
}

const columnsListed = 200;

function columnsPart({ measured, shapes }: PrivateReport): Markup {
  const { columns, overall } = measured;
  const words = reportWords();
  const heads = words.columnHeads;
  const share = (value: number | null) => (value !== null && Number.isFinite(value) ? percent(value) : '–');
  const listed = columns.slice(0, columnsListed);
  const distanceOf = new Map(columns.map(({ name, distance }) => [name, distance]));
  return html`<section>
    <h2>${words.columnsByDistance}</h2>
    <div>${overall.map(({ sentence }) => html`<p>${prose(sentence)}</p>`)}</div>
    ${legend(shapes.some(({ holdout }) => holdout !== null))}
    <ul class="shapes">
      ${shapes.map((shape) => {
        const distance = distanceOf.get(shape.name);
        return html`<li>
          <h3>${shape.name}</h3>
          <p class="small muted">
            ${words.columnOff(share(distance?.synthetic ?? null), share(distance?.holdout ?? null))}
          </p>
          ${shapePicture(shape)}
        </li>`;
      })}
    </ul>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>${heads.name}</th>
            <th class="text">${heads.kind}</th>
            <th>${heads.off}</th>
            <th>${heads.holdout}</th>
            <th>${heads.missing}</th>
            <th>${heads.missingSynthetic}</th>
          </tr>
        </thead>
        <tbody>
          ${listed.map(
            ({ name, kind, distance, missingShare }) =>
              html`<tr>
                <td>${name}</td>
                <td class="text">${kindWords()[kind]}</td>
                <td>${share(distance.synthetic)}</td>
                <td>${share(distance.holdout)}</td>
                <td>${share(missingShare.training)}</td>
                <td>${share(missingShare.synthetic)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="small muted">
      ${words.whatOffIs}${columns.length > listed.length && ` ${words.moreInJson(columns.length - listed.length)}`}
    </p>
  </section>`;
}

function pairsPart({ measured }: PrivateReport): Markup | false {
  const { worstPairs } = measured;
  const words = reportWords();
  return (
    worstPairs.length > 0 &&
    html`<section>
      <h2>${words.pairsByError}</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>${words.pair}</th>
              <th>${words.columnHeads.off}</th>
              <th>${words.columnHeads.holdout}</th>
            </tr>
          </thead>
          <tbody>
            ${worstPairs.map(
              ({ first, second, error, holdoutError }) =>
                html`<tr>
                  <td>${words.pairOf(first, second)}</td>
                  <td>${percent(error)}</td>
                  <td>${holdoutError === null ? '–' : percent(holdoutError)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`
  );
}
