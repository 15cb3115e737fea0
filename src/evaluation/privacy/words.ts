import { catalogue, writeOf } from '../../words';
import { count, fixed, percent } from '../sentences';

/** Right guesses of so many, as shares, about people in the table and about others (null: there are too few). */
interface Guessed {
  readonly share: number;
  readonly tries: number;
  readonly control: number | null;
}

interface NearCopies {
  readonly share: number;
  /** Rows that were looked at, where these are not all. */
  readonly lookedAt: number | null;
  readonly holdout: number | null;
}

export const privacyWords = catalogue({
  en: {
    lookingForCopies: 'Looking for copies of training rows',
    guessing: 'Trying to guess a secret column',
    linking: 'Trying to link two halves of a record',
    telling: 'Trying to tell who was in the table',
    singlingOut: 'Trying to single people out',
    names: {
      exact: 'Exact copies',
      near: 'Near copies',
      closer: 'Distance to closest record, share nearer to training rows',
      ratio: 'Nearest-neighbour distance ratio, median',
      inference: 'Attribute inference, risk',
      linkability: 'Linkability, risk',
      membership: 'Membership inference, AUC',
      lowRate: 'Membership inference, true positives at 1 % false positives',
      isolated: 'Membership inference on isolated rows, AUC',
      rare: 'Rare combinations that occur (k-map)',
      singlingOut: 'Singling out, risk',
    },
    nothingToCopy: 'There was nothing in which a copy could be recognised.',
    noColumns: 'No column can be compared, so no copy can be recognised.',
    noRows: 'There are no synthetic rows to compare.',
    exactCopies: (copies: number, rows: number, holdout: number | null) =>
      (copies === 0
        ? `None of the ${count(rows)} synthetic rows equals a training row`
        : `${count(copies)} of the ${count(rows)} synthetic rows (${percent(copies / rows)}) equal a training row`) +
      (holdout === null
        ? '; there are too few rows the model never saw to say how many would by chance.'
        : `; of the rows the model never saw, ${percent(holdout)} do.`),
    nearCopies: comeNearer,
    ofThemNearCopies: (found: NearCopies) => `Of the synthetic rows, ${comeNearer(found)}`,
    closerInShort: (share: number, low: number, high: number) =>
      `${percent(share)} are closer to training rows than to as many rows the model never saw; 50 % is ideal ` +
      `(95 % interval ${percent(low)} to ${percent(high)}).`,
    closer: (share: number) =>
      `A synthetic row is closer to training rows than to as many rows the model never saw ${percent(share)} of the time; 50 % is what chance gives.`,
    closerUnknown:
      'Whether synthetic rows are closer to training rows than to others cannot be said: too few rows were kept from the model.',
    ratio: (synthetic: number | null, holdout: number | null) =>
      `The training row nearest to a synthetic row is typically ${synthetic === null ? '–' : fixed(synthetic, 2)} times as far as the second nearest` +
      (holdout === null ? '.' : `; to a row the model never saw, ${fixed(holdout, 2)} times.`) +
      ' Near 0, rows would hug single training rows.',
    neighboursSampled: (rows: number) => `Neighbours were looked for of ${count(rows)} synthetic rows.`,
    inference: (known: number | null, secret: string, { share, tries, control }: Guessed, secrets: number) =>
      `Someone who knows ${known === null ? 'every other column' : writeOf(known, 'column', 'columns')} of a person guesses “${secret}” right ${percent(share)} of the time (${count(tries)} tries)` +
      (control === null
        ? '.'
        : `; for people who were not in the table, ${percent(control)} of the time. Of ${count(secrets)} secret columns this is the worst.`),
    linkability: (first: number, second: number, { share, tries, control }: Guessed) =>
      `Someone who has ${writeOf(first, 'column', 'columns')} about a person in one place and ${count(second)} in another puts them together by the synthetic table ${percent(share)} of the time (${count(tries)} tries)` +
      (control === null ? '.' : `; for people who were not in the table, ${percent(control)} of the time.`),
    membershipUntried:
      'Whether someone was in the table could not be tried: too few rows were kept from the model.',
    membership: (auc: number, members: number, others: number) =>
      `Of two people, one in the training table and one not, someone with the synthetic table tells which is which ${percent(auc)} of the time (${count(members)} and ${count(others)} people); 50 % is guessing.`,
    lowRate: (rate: number) =>
      `Someone who wrongly suspects 1 % of the people who were not in the table rightly suspects ${percent(rate)} of those who were; 1 % is guessing.`,
    tooFewIsolated: 'There are too few people unlike all others to say whether they can be told.',
    isolated: (people: number, auc: number) =>
      `Among the ${count(people)} people least like any other, whoever was in the training table is told from who was not ${percent(auc)} of the time; 50 % is guessing.`,
    noneRare: (columns: readonly string[], fewerThan: number) =>
      `No combination of ${columns.map((name) => `“${name}”`).join(', ')} is held by fewer than ${count(fewerThan)} real rows.`,
    rare: (columns: readonly string[], fewerThan: number, { share, control }: Guessed, rows: number) =>
      `Of the people whose combination of ${columns.map((name) => `“${name}”`).join(', ')} fewer than ${count(fewerThan)} real rows hold, ${percent(share)} find it in the synthetic table` +
      (control === null ? '' : `; of such people who were not in the table, ${percent(control)}`) +
      `. ${count(rows)} synthetic rows hold such a combination.`,
    singledOut: {
      univariate: (found: Guessed) => singles('one rare cell', found),
      multivariate: (found: Guessed) => singles('what a row has in a few columns', found),
    },
  },
  de: {
    lookingForCopies: 'Kopien von Trainingszeilen werden gesucht',
    guessing: 'Es wird versucht, eine geheime Spalte zu erraten',
    linking: 'Es wird versucht, zwei Hälften eines Datensatzes zu verknüpfen',
    telling: 'Es wird versucht herauszufinden, wer in der Tabelle war',
    singlingOut: 'Es wird versucht, Personen herauszugreifen',
    names: {
      exact: 'Exakte Kopien',
      near: 'Beinahe-Kopien',
      closer: 'Abstand zum nächsten Datensatz, Anteil näher an Trainingszeilen',
      ratio: 'Abstandsverhältnis nächster Nachbarn, Median',
      inference: 'Merkmalsschluss, Risiko',
      linkability: 'Verknüpfbarkeit, Risiko',
      membership: 'Mitgliedschaft, AUC',
      lowRate: 'Mitgliedschaft, richtig Verdächtigte bei 1 % falsch Verdächtigten',
      isolated: 'Mitgliedschaft bei vereinzelten Zeilen, AUC',
      rare: 'Vorkommende seltene Kombinationen (k-Map)',
      singlingOut: 'Herausgreifen, Risiko',
    },
    nothingToCopy: 'Es gab nichts, woran sich eine Kopie erkennen ließe.',
    noColumns: 'Keine Spalte lässt sich vergleichen; Kopien sind daher nicht zu erkennen.',
    noRows: 'Es gibt keine synthetischen Zeilen zu vergleichen.',
    exactCopies: (copies, rows, holdout) =>
      (copies === 0
        ? `Keine der ${count(rows)} synthetischen Zeilen gleicht einer Trainingszeile`
        : `${count(copies)} der ${count(rows)} synthetischen Zeilen (${percent(copies / rows)}) gleichen einer Trainingszeile`) +
      (holdout === null
        ? '; Zeilen, die das Modell nie sah, gibt es zu wenige, um zu sagen, wie viele es durch Zufall wären.'
        : `; von den Zeilen, die das Modell nie sah, ${percent(holdout)}.`),
    nearCopies: comeNearerInGerman,
    ofThemNearCopies: (found) => `Von den synthetischen Zeilen: ${comeNearerInGerman(found)}`,
    closerInShort: (share, low, high) =>
      `${percent(share)} liegen näher an Trainingszeilen als an ebenso vielen Zeilen, die das Modell nie sah; 50 % sind ideal ` +
      `(95-%-Intervall ${percent(low)} bis ${percent(high)}).`,
    closer: (share) =>
      `Eine synthetische Zeile liegt in ${percent(share)} der Fälle näher an Trainingszeilen als an ebenso vielen Zeilen, die das Modell nie sah; 50 % ergibt der Zufall.`,
    closerUnknown:
      'Ob synthetische Zeilen näher an Trainingszeilen liegen als an anderen, lässt sich nicht sagen: Zu wenige Zeilen wurden vor dem Modell zurückgehalten.',
    ratio: (synthetic, holdout) =>
      `Die nächste Trainingszeile ist von einer synthetischen typischerweise ${synthetic === null ? '–' : fixed(synthetic, 2)}-mal so weit entfernt wie die zweitnächste` +
      (holdout === null ? '.' : `; von einer Zeile, die das Modell nie sah, ${fixed(holdout, 2)}-mal.`) +
      ' Nahe 0 schmiegten sich Zeilen an einzelne Trainingszeilen.',
    neighboursSampled: (rows) => `Nachbarn wurden zu ${count(rows)} synthetischen Zeilen gesucht.`,
    inference: (known, secret, { share, tries, control }, secrets) =>
      `Wer von einer Person ${known === null ? 'alle anderen Spalten' : writeOf(known, 'Spalte', 'Spalten')} kennt, errät „${secret}“ in ${percent(share)} der Fälle (${count(tries)} Versuche)` +
      (control === null
        ? '.'
        : `; bei Personen, die nicht in der Tabelle waren, in ${percent(control)}. Von ${count(secrets)} geheimen Spalten ist das die schlechteste.`),
    linkability: (first, second, { share, tries, control }) =>
      `Wer über eine Person an einer Stelle ${writeOf(first, 'Spalte', 'Spalten')} hat und an einer anderen ${count(second)}, fügt sie mit der synthetischen Tabelle in ${percent(share)} der Fälle zusammen (${count(tries)} Versuche)` +
      (control === null ? '.' : `; bei Personen, die nicht in der Tabelle waren, in ${percent(control)}.`),
    membershipUntried:
      'Ob jemand in der Tabelle war, ließ sich nicht erproben: Zu wenige Zeilen wurden vor dem Modell zurückgehalten.',
    membership: (auc, members, others) =>
      `Von zwei Personen, einer in der Trainingstabelle und einer außerhalb, erkennt jemand mit der synthetischen Tabelle in ${percent(auc)} der Fälle, welche welche ist (${count(members)} und ${count(others)} Personen); bloßes Raten ergibt 50 %.`,
    lowRate: (rate) =>
      `Wer 1 % der Personen, die nicht in der Tabelle waren, zu Unrecht verdächtigt, verdächtigt ${percent(rate)} derer, die es waren, zu Recht; bloßes Raten ergibt 1 %.`,
    tooFewIsolated:
      'Es gibt zu wenige Personen, die allen anderen unähnlich sind, um zu sagen, ob man sie erkennt.',
    isolated: (people, auc) =>
      `Unter den ${count(people)} Personen, die anderen am wenigsten ähneln, erkennt man in ${percent(auc)} der Fälle, wer in der Trainingstabelle war und wer nicht; bloßes Raten ergibt 50 %.`,
    noneRare: (columns, fewerThan) =>
      `Keine Kombination von ${columns.map((name) => `„${name}“`).join(', ')} kommt in weniger als ${count(fewerThan)} echten Zeilen vor.`,
    rare: (columns, fewerThan, { share, control }, rows) =>
      `Von den Personen, deren Kombination von ${columns.map((name) => `„${name}“`).join(', ')} in weniger als ${count(fewerThan)} echten Zeilen vorkommt, finden ${percent(share)} sie in der synthetischen Tabelle` +
      (control === null
        ? ''
        : `; von solchen Personen, die nicht in der Tabelle waren, ${percent(control)}`) +
      `. ${count(rows)} synthetische Zeilen haben eine solche Kombination.`,
    singledOut: {
      univariate: (found) => singlesInGerman('eine seltene Zelle', found),
      multivariate: (found) => singlesInGerman('das, was eine Zeile in wenigen Spalten hat,', found),
    },
  },
});

function comeNearer({ share, lookedAt, holdout }: NearCopies): string {
  const among = lookedAt === null ? '' : ` (of ${count(lookedAt)} looked at)`;
  const ruler = holdout === null ? '' : `; of the rows the model never saw, ${percent(holdout)} do`;
  return `${percent(share)}${among} come nearer to a training row than 1 % of the usual distance between rows${ruler}.`;
}

function comeNearerInGerman({ share, lookedAt, holdout }: NearCopies): string {
  const among = lookedAt === null ? '' : ` (von ${count(lookedAt)} betrachteten)`;
  const ruler = holdout === null ? '' : `; von den Zeilen, die das Modell nie sah, ${percent(holdout)}`;
  return `${percent(share)}${among} kommen einer Trainingszeile näher als 1 % des üblichen Abstands zwischen Zeilen${ruler}.`;
}

function singles(taken: string, { share, tries, control }: Guessed): string {
  const beside =
    control === null ? '.' : `; had that person not been learnt from, ${percent(control)} of the time.`;
  return `Someone who takes ${taken} from the synthetic table finds exactly one person of the training table ${percent(share)} of the time (${count(tries)} tries)${beside}`;
}

function singlesInGerman(taken: string, { share, tries, control }: Guessed): string {
  const beside =
    control === null ? '.' : `; wäre von dieser Person nicht gelernt worden, in ${percent(control)}.`;
  return `Wer ${taken} aus der synthetischen Tabelle nimmt, findet in ${percent(share)} der Fälle genau eine Person der Trainingstabelle (${count(tries)} Versuche)${beside}`;
}
