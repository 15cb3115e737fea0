import { catalogue } from '../words';
import type { RuledFigure } from './report';
import { count, percent } from './sentences';

/** The comparison of columns and pairs, and what concerns every section. */
export const evaluationWords = catalogue({
  en: {
    comparingColumns: 'Comparing columns',
    comparingPairs: 'Comparing pairs of columns',
    lookingForCopies: 'Looking for copies',
    names: {
      shape: 'Columns, mean distance',
      trend: 'Pairs of columns, mean error',
      missing: 'Missing cells, mean difference of shares',
      correlationRatio: 'Correlation ratios, mean difference',
    },
    shapeOff: (figure: RuledFigure) =>
      `A single column's distribution is off by ${percent(figure.synthetic)} on average${beside(figure)}`,
    noShape: 'No column has a distribution to compare.',
    trendOff: (figure: RuledFigure) =>
      `How two columns go together is off by ${percent(figure.synthetic)} on average${beside(figure)}`,
    noTrend: 'There is no pair of columns to compare.',
    missingOff: (figure: RuledFigure) =>
      `A column's share of missing cells is off by ${percent(figure.synthetic)} on average${beside(figure)}`,
    noColumn: 'There is no column to compare.',
    noneMissing: 'No cell is missing, neither in the training rows nor in the synthetic ones.',
    correlationRatioOff: (figure: RuledFigure) =>
      `How far a category tells a number is off by ${percent(figure.synthetic)} on average${beside(figure)}`,
    tooFewHeldOut: (rows: number, fewest: number) =>
      `Only ${count(rows)} rows were kept from the model; at least ${count(fewest)} are needed to say what rows it never saw would score.`,
    fewerHeldOut: (holdout: number, synthetic: number) =>
      `The rows the model never saw are fewer (${count(holdout)} against ${count(synthetic)}), so chance alone puts them somewhat further off.`,
    notInAll: (name: string) =>
      `The column “${name}” is not in all tables in the same form, so it was not compared.`,
    pairsSampled: (rows: number) =>
      `Pairs of columns were compared on ${count(rows)} random rows of a table at most.`,
    pairsOfFirst: (columns: number, others: number) =>
      `Only the first ${count(columns)} columns were compared in pairs; ${count(others)} were not.`,
    noDistribution: (name: string) =>
      `The column “${name}” has no distribution to draw; choose one that is neither an identifier nor free text and has values.`,
    andMore: (names: string, more: number) => `${names} and ${count(more)} more`,
    keptFlatters: (names: string) =>
      `Real cells were kept in ${names}: figures on these columns alone compare the real table with itself, and those on pairs and rows are flattered by them.`,
    keptHidesPrivacy:
      'Measures of privacy take all of a row for new, which no row here is: none of them was judged.',
    keptNotJudged:
      'Not judged: real cells were kept in every row, and this measure takes all of a row for new.',
    brokeOff: (section: string, fault: string) =>
      `One part of the evidence (${section}) broke off on something this page did not foresee (${fault}): its figures are missing.`,
  },
  de: {
    comparingColumns: 'Spalten werden verglichen',
    comparingPairs: 'Spaltenpaare werden verglichen',
    lookingForCopies: 'Kopien werden gesucht',
    names: {
      shape: 'Spalten, mittlerer Abstand',
      trend: 'Spaltenpaare, mittlerer Fehler',
      missing: 'Fehlende Werte, mittlerer Unterschied der Anteile',
      correlationRatio: 'Korrelationsverhältnisse, mittlerer Unterschied',
    },
    shapeOff: (figure) =>
      `Die Verteilung einer einzelnen Spalte weicht im Mittel um ${percent(figure.synthetic)} ab${besideInGerman(figure)}`,
    noShape: 'Keine Spalte hat eine Verteilung, die sich vergleichen lässt.',
    trendOff: (figure) =>
      `Wie zwei Spalten zusammenhängen, weicht im Mittel um ${percent(figure.synthetic)} ab${besideInGerman(figure)}`,
    noTrend: 'Es gibt kein Spaltenpaar zu vergleichen.',
    missingOff: (figure) =>
      `Der Anteil fehlender Werte einer Spalte weicht im Mittel um ${percent(figure.synthetic)} ab${besideInGerman(figure)}`,
    noColumn: 'Es gibt keine Spalte zu vergleichen.',
    noneMissing: 'Kein Wert fehlt, weder in den Trainingszeilen noch in den synthetischen.',
    correlationRatioOff: (figure) =>
      `Wie viel eine Kategorie über eine Zahl sagt, weicht im Mittel um ${percent(figure.synthetic)} ab${besideInGerman(figure)}`,
    tooFewHeldOut: (rows, fewest) =>
      `Nur ${count(rows)} Zeilen wurden vor dem Modell zurückgehalten; mindestens ${count(fewest)} sind nötig, um zu sagen, wie Zeilen abschneiden, die es nie sah.`,
    fewerHeldOut: (holdout, synthetic) =>
      `Zeilen, die das Modell nie sah, gibt es weniger (${count(holdout)} gegenüber ${count(synthetic)}): Schon durch Zufall weichen sie etwas weiter ab.`,
    notInAll: (name) =>
      `Die Spalte „${name}“ hat nicht in allen Tabellen dieselbe Form; sie wurde nicht verglichen.`,
    pairsSampled: (rows) =>
      `Spaltenpaare wurden an höchstens ${count(rows)} zufälligen Zeilen je Tabelle verglichen.`,
    pairsOfFirst: (columns, others) =>
      `Nur die ersten ${count(columns)} Spalten wurden paarweise verglichen; ${count(others)} nicht.`,
    noDistribution: (name) =>
      `Die Spalte „${name}“ hat keine Verteilung zum Zeichnen; wählen Sie eine, die Werte hat und weder Bezeichner noch Freitext ist.`,
    andMore: (names, more) => `${names} und ${count(more)} weiteren`,
    keptFlatters: (names) =>
      `Echte Zellen wurden behalten in ${names}: Angaben zu diesen Spalten allein vergleichen die echte Tabelle mit sich selbst, Angaben zu Paaren und Zeilen fallen durch sie zu günstig aus.`,
    keptHidesPrivacy:
      'Die Maße für Datenschutz nehmen an, dass die ganze Zeile neu ist. Das ist hier keine: Keines davon wurde beurteilt.',
    keptNotJudged:
      'Nicht beurteilt: In jeder Zeile wurden echte Zellen behalten, und dieses Maß nimmt an, dass die ganze Zeile neu ist.',
    brokeOff: (section, fault) =>
      `Ein Teil des Nachweises (${section}) brach ab, weil etwas eintrat, das diese Seite nicht vorsieht (${fault}): Seine Angaben fehlen.`,
  },
});

/** "…; rows the model never saw are off by 0.9 %." or the full stop alone where there is no ruler. */
function beside({ holdout }: RuledFigure): string {
  return holdout === null ? '.' : `; rows the model never saw are off by ${percent(holdout)}.`;
}

function besideInGerman({ holdout }: RuledFigure): string {
  return holdout === null ? '.' : `; bei Zeilen, die das Modell nie sah, sind es ${percent(holdout)}.`;
}
