import { families, type Finding, isMeasured } from '../../evaluation/evidence';
import { count, percent } from '../../evaluation/sentences';
import { plainFigure, plainFigureWithInterval, plainInterval } from '../plain-figures';
import { html, type Markup } from './markup';
import {
  familyCards,
  familyNames,
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

/** The private report as a page: the verdict, thresholds, five families, what is furthest off, what was not done. */
export function privatePage(report: PrivateReport): string {
  const { measured, decision, findings } = report;
  const { rows } = measured;
  return pageOf('Private report of a synthetic table', [
    masthead({
      kind: 'Private report',
      words: decision.words,
      notice: report.notice,
      facts: [
        ['Real table', report.realFileName],
        ['Synthetic table', report.syntheticFileName],
        [
          'Rows: learnt, held out, synthetic',
          [rows.training, rows.holdout, rows.synthetic].map(count).join(', '),
        ],
        ['Made', `${report.created.slice(0, 10)}, ${report.product.name} ${report.product.version}`],
      ],
    }),
    html`<section>
      <h2>Five questions</h2>
      ${familyCards(decision.families, (family) => ofFamily(findings, family))}
      <p class="small muted">
        Each line: left is ideal, the ring is the synthetic table, the dashed stroke rows that the model never
        saw; a square-root scale.
      </p>
    </section>`,
    certificatePart(report),
    intendedPart(report.intended),
    families.map((family) => familyPart(report, family)),
    columnsPart(report),
    pairsPart(report),
    report.notes.length > 0 &&
      html`<section>
        <h2>What was not done</h2>
        ${plainList(report.notes)}
      </section>`,
    report.ledger && ledgerPart(report.ledger),
    html`<section>
      <h2>${report.ledger ? 'What is promised of the rows' : 'What this does not promise'}</h2>
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
          <span class="muted">wanted: ${limit}</span></span
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
      <h2>${familyNames[family]} ${verdictMark(told.verdict)}</h2>
      <ul class="findings">
        ${own.map(findingRow)}
      </ul>
    </section>`
  );
}

function findingRow(finding: Finding): Markup {
  const { name, sentence, verdict, synthetic, holdout } = finding;
  return html`<li>
    <div>
      ${findingMark(verdict, isMeasured(finding))}
      <h4>${name}</h4>
      <p>${prose(sentence)}</p>
    </div>
    <div>${scalePicture(finding)}</div>
    <dl class="figures">
      <dt>Synthetic</dt>
      <dd>${plainFigure(synthetic.value)}</dd>
      ${
        synthetic.interval &&
        html`<dt>95 %</dt>
          <dd>${plainInterval(synthetic.interval)}</dd>`
      }
      <dt>Never seen</dt>
      <dd>${holdout ? plainFigure(holdout.value) : '–'}</dd>
      <dt>Ideal</dt>
      <dd>${plainFigure(finding.ideal)}</dd>
    </dl>
  </li>`;
}

const columnsListed = 200;

function columnsPart({ measured, shapes }: PrivateReport): Markup {
  const { columns, overall } = measured;
  const share = (value: number | null) => (value !== null && Number.isFinite(value) ? percent(value) : '–');
  const listed = columns.slice(0, columnsListed);
  const distanceOf = new Map(columns.map(({ name, distance }) => [name, distance]));
  return html`<section>
    <h2>Columns, furthest off first</h2>
    <div>${overall.map(({ sentence }) => html`<p>${prose(sentence)}</p>`)}</div>
    ${legend(shapes.some(({ holdout }) => holdout !== null))}
    <ul class="shapes">
      ${shapes.map((shape) => {
        const distance = distanceOf.get(shape.name);
        return html`<li>
          <h3>${shape.name}</h3>
          <p class="small muted">
            off by ${share(distance?.synthetic ?? null)}; never seen: ${share(distance?.holdout ?? null)}
          </p>
          ${shapePicture(shape)}
        </li>`;
      })}
    </ul>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Column</th>
            <th class="text">Kind</th>
            <th>Off by</th>
            <th>Never seen</th>
            <th>Missing: real</th>
            <th>synthetic</th>
          </tr>
        </thead>
        <tbody>
          ${listed.map(
            ({ name, kind, distance, missingShare }) =>
              html`<tr>
                <td>${name}</td>
                <td class="text">${kind}</td>
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
      Off by: the Kolmogorov–Smirnov distance of numbers and dates, the total variation distance of
      categories; 0 % is equal, 100 % has nothing in
      common.${columns.length > listed.length && ` ${count(columns.length - listed.length)} more columns are in the JSON file.`}
    </p>
  </section>`;
}

function pairsPart({ measured }: PrivateReport): Markup | false {
  const { worstPairs } = measured;
  return (
    worstPairs.length > 0 &&
    html`<section>
      <h2>Pairs of columns, furthest off first</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>Pair</th>
              <th>Off by</th>
              <th>Never seen</th>
            </tr>
          </thead>
          <tbody>
            ${worstPairs.map(
              ({ first, second, error, holdoutError }) =>
                html`<tr>
                  <td>${first} with ${second}</td>
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
