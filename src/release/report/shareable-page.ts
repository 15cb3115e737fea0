import { families, type Family } from '../../evaluation/evidence';
import { kindWords } from '../../engine/kind-words';
import { releaseWords } from '../words';
import { html, type Markup } from './markup';
import {
  familyCards,
  findingMark,
  intendedPart,
  leftOutPart,
  legend,
  masthead,
  outcomeMark,
  pageOf,
  thresholdsPart,
  verdictMark,
} from './page-parts';
import { shapePicture } from './pictures';
import { ofFamily } from './report-input';
import type { SharedColumn, SharedFinding, ShareableReport } from './shareable-report';
import { reportWords } from './words';

/** The shareable report as a page: it is made from what may be told, and sees nothing else. */
export function shareablePage(report: ShareableReport): string {
  const words = reportWords();
  return pageOf(words.shareableTitle, [
    masthead({
      kind: words.shareableKind,
      words: report.words,
      notice: report.notice,
      facts: [
        [words.syntheticTable, report.syntheticFileName],
        [words.realRows, report.realRows],
        [words.made, words.madeBy(report.created, report.product.name, report.product.version)],
      ],
    }),
    html`<section>
      <h2>${words.fiveQuestions}</h2>
      ${familyCards(report.families, () => [])}
    </section>`,
    checkPart(report),
    intendedPart(report.intended),
    families.map((family) => familyPart(report, family)),
    columnsPart(report),
    leftOutPart(report.leftOut),
    html`<section>
      <h2>${words.notPromised}</h2>
      <p class="warning">${words.figuresAreReal[report.figures]} ${report.guarantee}</p>
    </section>`,
  ]);
}

function checkPart({ checked }: ShareableReport): Markup {
  const { met, tasks, assumptions, policy } = checked;
  const { wanted, meets, fails } = reportWords();
  const words = (met ? meets : fails)(releaseWords().policyName(policy));
  const results = checked.results.map(
    ({ name, asked, outcome }) =>
      html`<li>${outcomeMark(outcome)}<span>${name}</span><span class="muted">${wanted(asked)}</span></li>`,
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
      <h2>${reportWords().families[family]} ${verdictMark(verdict)}</h2>
      <ul class="checks">
        ${own.map(findingRow)}
      </ul>
    </section>`
  );
}

function findingRow({ verdict, measured, name, synthetic, holdout, ideal }: SharedFinding): Markup {
  return html`<li>
    ${findingMark(verdict, measured)}<span>${name}</span
    ><span
      >${synthetic !== null && `${synthetic} `}<span class="muted"
        >${synthetic !== null && reportWords().ofFigure(ideal, holdout)}</span
      ></span
    >
  </li>`;
}

const columnsDrawn = 100;

function columnsPart({ columns }: ShareableReport): Markup {
  const words = reportWords();
  const drawn = columns.slice(0, columnsDrawn);
  return html`<section>
    <h2>${words.columns}</h2>
    ${columns.some(({ shape }) => shape !== null) && legend(false)}
    <ul class="shapes">
      ${drawn.map(columnCard)}
    </ul>
    ${columns.length > drawn.length && html`<p class="small muted">${words.moreInJson(columns.length - drawn.length)}</p>`}
  </section>`;
}

function columnCard({ name, kind, verdict, distance, shape }: SharedColumn): Markup {
  const kindName = kindWords()[kind];
  const words = distance === null ? kindName : reportWords().kindOff(kindName, distance);
  return html`<li>
    <h3>${name}</h3>
    <p class="small muted">${verdictMark(verdict)} ${words}</p>
    ${shape && shapePicture(shape)}
  </li>`;
}
