import { families, type Family } from '../../evaluation/evidence';
import { html, type Markup } from './markup';
import {
  familyCards,
  familyNames,
  findingMark,
  intendedPart,
  legend,
  masthead,
  outcomeMark,
  pageOf,
  plainList,
  thresholdsPart,
  verdictMark,
} from './page-parts';
import { shapePicture } from './pictures';
import { ofFamily } from './report-input';
import type { SharedColumn, SharedFinding, ShareableReport } from './shareable-report';

/** The shareable report as a page: it is made from what may be told, and sees nothing else. */
export function shareablePage(report: ShareableReport): string {
  return pageOf('Report of a synthetic table', [
    masthead({
      kind: 'Shareable report',
      words: report.words,
      notice: report.notice,
      facts: [
        ['Synthetic table', report.syntheticFileName],
        ['Real rows it was learnt from', report.realRows],
        ['Made', `${report.created.slice(0, 10)}, ${report.product.name} ${report.product.version}`],
      ],
    }),
    html`<section>
      <h2>Five questions</h2>
      ${familyCards(report.families, () => [])}
    </section>`,
    checkPart(report),
    intendedPart(report.intended),
    families.map((family) => familyPart(report, family)),
    columnsPart(report),
    html`<section>
      <h2>What this report leaves out, and why</h2>
      ${plainList(report.leftOut.map(({ fields, why }) => `${fields.join('; ')}: ${why}`))}
    </section>`,
    html`<section>
      <h2>What this does not promise</h2>
      <p class="warning">
        Verdicts and figures were computed from the real
        table${report.figures === 'coarse' ? ', and rounded' : ''}. ${report.guarantee}
      </p>
    </section>`,
  ]);
}

function checkPart({ checked }: ShareableReport): Markup {
  const { met, tasks, assumptions, policy } = checked;
  const verb = met ? 'meets' : 'does not meet all of';
  const words = `On these tasks, under these assumptions, this release ${verb} these thresholds of “${policy}”.`;
  const results = checked.results.map(
    ({ name, asked, outcome }) =>
      html`<li>${outcomeMark(outcome)}<span>${name}</span><span class="muted">wanted: ${asked}</span></li>`,
  );
  return thresholdsPart({ met, words, results, tasks, assumptions });
}

function familyPart({ findings, families: told }: ShareableReport, family: Family): Markup | false {
  const own = ofFamily(findings, family);
  const verdict = told.find((one) => one.family === family)?.verdict;
  return (
    own.length > 0 &&
    verdict !== undefined &&
    html`<section>
      <h2>${familyNames[family]} ${verdictMark(verdict)}</h2>
      <ul class="checks">
        ${own.map(findingRow)}
      </ul>
    </section>`
  );
}

function findingRow({ verdict, measured, name, synthetic, holdout, ideal }: SharedFinding): Markup {
  const beside = holdout === null ? '' : `; rows never seen: ${holdout}`;
  return html`<li>
    ${findingMark(verdict, measured)}<span>${name}</span
    ><span
      >${synthetic !== null && `${synthetic} `}<span class="muted"
        >${synthetic !== null && `(ideal: ${ideal}${beside})`}</span
      ></span
    >
  </li>`;
}

const columnsDrawn = 100;

function columnsPart({ columns }: ShareableReport): Markup {
  const drawn = columns.slice(0, columnsDrawn);
  return html`<section>
    <h2>Columns</h2>
    ${columns.some(({ shape }) => shape !== null) && legend(false)}
    <ul class="shapes">
      ${drawn.map(columnCard)}
    </ul>
    ${columns.length > drawn.length && html`<p class="small muted">${columns.length - drawn.length} more columns are in the JSON file.</p>`}
  </section>`;
}

function columnCard({ name, kind, verdict, distance, shape }: SharedColumn): Markup {
  const words = distance === null ? kind : `${kind}, off by ${distance}`;
  return html`<li>
    <h3>${name}</h3>
    <p class="small muted">${verdictMark(verdict)} ${words}</p>
    ${shape && shapePicture(shape)}
  </li>`;
}
