import { catalogue } from '../../words';
import { count, fixed } from '../sentences';

type Model = 'boosted' | 'linear';
/** By how much learning from synthetic rows is the worse. */
export type Loss = 'none' | 'slight' | 'some' | 'clear';

const does: Readonly<Record<Loss, string>> = {
  none: 'no worse than',
  slight: 'nearly as well as',
  some: 'somewhat worse than',
  clear: 'clearly worse than',
};

const doesInGerman: Readonly<Record<Loss, string>> = {
  none: 'nicht schlechter ab als',
  slight: 'fast so gut ab wie',
  some: 'etwas schlechter ab als',
  clear: 'deutlich schlechter ab als',
};

interface ComparedModels {
  readonly model: Model;
  readonly target: string;
  readonly loss: Loss;
  /** Name of the score. */
  readonly score: string;
  readonly synthetic: number;
  readonly real: number;
  /** By how much two samples of real rows differ; null where that is not known. */
  readonly ruler: number | null;
}

export const utilityWords = catalogue({
  en: {
    learning: (target: string) => `Learning to predict “${target}”`,
    testing: (target: string) => `Testing predictions of “${target}”`,
    curves: {
      mixing: 'Learning from real and synthetic rows together',
      rows: 'Learning from more and more rows',
    },
    names: {
      gap: (model: Model, score: string) =>
        `${model === 'boosted' ? 'Boosted trees' : 'Linear model'}, ${score}: trained on real less trained on synthetic, tested on real`,
      unmeasured: 'Trained on real less trained on synthetic, tested on real',
      score: (score: string) => `Train on synthetic, test on real: ${score}`,
      agreement: 'Permutation importances, Spearman’s correlation',
      slice: (score: string) => `Largest sure gap within a slice, ${score}`,
    },
    hopeless: (model: Model, target: string, score: string, real: number) =>
      `Even real rows hardly teach ${model === 'boosted' ? 'a model' : 'a linear model'} to predict “${target}” (${score} ${fixed(real, 3)}): name another column to be predicted.`,
    gap: ({ model, target, loss, score, synthetic, real, ruler }: ComparedModels) =>
      `${model === 'boosted' ? 'A model' : 'A linear model'} that learns to predict “${target}” from synthetic rows does ${does[loss]} one that learns from as many real rows: ` +
      `${score} ${fixed(synthetic, 3)} against ${fixed(real, 3)} on rows neither saw` +
      `${ruler === null ? '' : `; two samples of real rows differ by ${fixed(ruler, 3)}`}.`,
    amounts: (target: string, synthetic: number, real: number) =>
      `Learning from synthetic rows alone, a model explains ${fixed(synthetic, 3)} of how “${target}” varies among real rows it never saw (R²; 0 is no better than the mean, 1 is exact); learning from real rows, ${fixed(real, 3)}.`,
    classes: (target: string, synthetic: number, real: number) =>
      `Learning from synthetic rows alone, a model tells the classes of “${target}” apart on real rows it never saw: AUC ${fixed(synthetic, 3)} (0.5 is guessing, 1 is without fault); learning from real rows, ${fixed(real, 3)}.`,
    fewMatter: (columns: number) =>
      `Only ${count(columns)} ${columns === 1 ? 'column matters' : 'columns matter'} to the models: too few to compare which matter most.`,
    agreement: (agreement: number, ruler: number | null) =>
      `Which columns matter most to a model is much the same whether it learns from real or from synthetic rows if this is near 1: it is ${fixed(agreement, 2)}` +
      `${ruler === null ? '' : `; two models that learn from real rows agree by ${fixed(ruler, 2)}`}.`,
    noSlice: 'No slice of the table has held-out rows enough to be judged by itself.',
    slice: (column: string, cost: number, score: string, ruler: number | null) =>
      `Where learning from synthetic rows is surest to cost most, in one group of “${column}”, it costs ${fixed(cost, 3)} of ${score}` +
      `${ruler === null ? '' : `; between two samples of real rows, ${fixed(ruler, 3)} at most`}.`,
    noSliceLoses: (slices: number) =>
      `In none of ${count(slices)} slices does learning from synthetic rows cost anything that is sure.`,
    sizes: (choice: string, trainingRows: number, testRows: number) =>
      `${choice} Each model learnt from ${count(trainingRows)} rows and was tested on ${count(testRows)} that none of them saw.`,
    choice: {
      hinted: (target: string) => `“${target}” is predicted: its name sounds like an outcome.`,
      few: (target: string) =>
        `“${target}” is predicted: of the columns with few categories it is the last that others say something about.`,
      last: (target: string) => `“${target}” is predicted: it is the last column that a model can predict.`,
      asked: (target: string) => `“${target}” is predicted, as you chose.`,
    },
    noTarget: 'No column is suited to be predicted.',
    notInAll: (target: string) => `“${target}” is to be predicted, but it is not in all tables.`,
    madeAnew: (target: string) =>
      `“${target}” is to be predicted, but identifiers and free text are made anew: there is nothing to learn.`,
    fewRows: (rows: number, target: string) =>
      `Fewer than ${count(rows)} rows of a table have a value of “${target}” to learn or to test.`,
    noFeatures: (target: string) => `There is no other column that “${target}” could be predicted from.`,
    noHoldout: 'Too few rows were kept from the model to test a prediction on.',
    noRows: 'There are no synthetic rows to learn from.',
    oneValue: (target: string) =>
      `“${target}” has only one value with enough rows, so there is nothing to predict.`,
    logarithms: 'Amounts over more than three decades were predicted as their logarithms.',
    allOthers: 'all others',
    merged: (values: number, target: string) =>
      `To be predicted, ${count(values)} rare ${values === 1 ? 'value' : 'values'} of “${target}” were taken together.`,
    notUsed: (values: number, target: string) =>
      `Rows with ${count(values)} rare ${values === 1 ? 'value' : 'values'} of “${target}” were not used to judge predictions.`,
  },
  de: {
    learning: (target) => `Es wird gelernt, „${target}“ vorherzusagen`,
    testing: (target) => `Vorhersagen von „${target}“ werden geprüft`,
    curves: {
      mixing: 'Es wird aus echten und synthetischen Zeilen zusammen gelernt',
      rows: 'Es wird aus immer mehr Zeilen gelernt',
    },
    names: {
      gap: (model, score) =>
        `${model === 'boosted' ? 'Geboostete Bäume' : 'Lineares Modell'}, ${score}: aus echten gelernt minus aus synthetischen gelernt, an echten geprüft`,
      unmeasured: 'Aus echten gelernt minus aus synthetischen gelernt, an echten geprüft',
      score: (score) => `Aus synthetischen gelernt, an echten geprüft: ${score}`,
      agreement: 'Permutationswichtigkeiten, Spearman-Korrelation',
      slice: (score) => `Größter sicherer Verlust in einem Ausschnitt, ${score}`,
    },
    hopeless: (model, target, score, real) =>
      `Selbst aus echten Zeilen lernt ${model === 'boosted' ? 'ein Modell' : 'ein lineares Modell'} kaum, „${target}“ vorherzusagen (${score} ${fixed(real, 3)}): Nennen Sie eine andere Spalte.`,
    gap: ({ model, target, loss, score, synthetic, real, ruler }) =>
      `${model === 'boosted' ? 'Ein Modell' : 'Ein lineares Modell'}, das „${target}“ aus synthetischen Zeilen vorherzusagen lernt, schneidet ${doesInGerman[loss]} eines, das aus ebenso vielen echten lernt: ` +
      `${score} ${fixed(synthetic, 3)} gegenüber ${fixed(real, 3)} an Zeilen, die keines sah` +
      `${ruler === null ? '' : `; zwei Stichproben echter Zeilen unterscheiden sich um ${fixed(ruler, 3)}`}.`,
    amounts: (target, synthetic, real) =>
      `Lernt ein Modell nur aus synthetischen Zeilen, erklärt es ${fixed(synthetic, 3)} der Streuung von „${target}“ in echten Zeilen, die es nie sah (R²; 0 ist nicht besser als der Mittelwert, 1 ist exakt); lernt es aus echten, ${fixed(real, 3)}.`,
    classes: (target, synthetic, real) =>
      `Lernt ein Modell nur aus synthetischen Zeilen, unterscheidet es die Klassen von „${target}“ in echten Zeilen, die es nie sah, mit AUC ${fixed(synthetic, 3)} (0,5 ist Raten, 1 ist fehlerfrei); lernt es aus echten, ${fixed(real, 3)}.`,
    fewMatter: (columns) =>
      `Nur ${count(columns)} ${columns === 1 ? 'Spalte zählt' : 'Spalten zählen'} für die Modelle: zu wenige, um zu vergleichen, welche am meisten zählen.`,
    agreement: (agreement, ruler) =>
      `Nahe 1 zählen für ein Modell dieselben Spalten am meisten, ob es aus echten oder aus synthetischen Zeilen lernt: Hier sind es ${fixed(agreement, 2)}` +
      `${ruler === null ? '' : `; zwei Modelle, die aus echten Zeilen lernen, stimmen zu ${fixed(ruler, 2)} überein`}.`,
    noSlice: 'Kein Ausschnitt der Tabelle hat genug zurückgehaltene Zeilen, um für sich beurteilt zu werden.',
    slice: (column, cost, score, ruler) =>
      `Wo das Lernen aus synthetischen Zeilen am sichersten am meisten kostet, in einer Gruppe von „${column}“, kostet es ${fixed(cost, 3)} an ${score}` +
      `${ruler === null ? '' : `; zwischen zwei Stichproben echter Zeilen höchstens ${fixed(ruler, 3)}`}.`,
    noSliceLoses: (slices) =>
      `In keinem von ${count(slices)} Ausschnitten kostet das Lernen aus synthetischen Zeilen etwas, das sicher wäre.`,
    sizes: (choice, trainingRows, testRows) =>
      `${choice} Jedes Modell lernte aus ${count(trainingRows)} Zeilen und wurde an ${count(testRows)} geprüft, die keines von ihnen sah.`,
    choice: {
      hinted: (target) => `„${target}“ wird vorhergesagt: Der Name klingt nach einem Ergebnis.`,
      few: (target) =>
        `„${target}“ wird vorhergesagt: Unter den Spalten mit wenigen Kategorien ist sie die letzte, über die andere etwas sagen.`,
      last: (target) =>
        `„${target}“ wird vorhergesagt: Sie ist die letzte Spalte, die ein Modell vorhersagen kann.`,
      asked: (target) => `„${target}“ wird vorhergesagt, wie Sie es gewählt haben.`,
    },
    noTarget: 'Keine Spalte eignet sich zum Vorhersagen.',
    notInAll: (target) => `„${target}“ soll vorhergesagt werden, ist aber nicht in allen Tabellen.`,
    madeAnew: (target) =>
      `„${target}“ soll vorhergesagt werden, aber Bezeichner und Freitext werden neu erzeugt: Da ist nichts zu lernen.`,
    fewRows: (rows, target) =>
      `Weniger als ${count(rows)} Zeilen einer Tabelle haben einen Wert von „${target}“ zum Lernen oder Prüfen.`,
    noFeatures: (target) => `Es gibt keine andere Spalte, aus der sich „${target}“ vorhersagen ließe.`,
    noHoldout: 'Zu wenige Zeilen wurden vor dem Modell zurückgehalten, um eine Vorhersage zu prüfen.',
    noRows: 'Es gibt keine synthetischen Zeilen, aus denen sich lernen ließe.',
    oneValue: (target) => `Von „${target}“ hat nur ein Wert genug Zeilen; es gibt also nichts vorherzusagen.`,
    logarithms: 'Beträge über mehr als drei Zehnerpotenzen wurden als ihre Logarithmen vorhergesagt.',
    allOthers: 'alle übrigen',
    merged: (values, target) =>
      `Zum Vorhersagen ${values === 1 ? 'gilt 1 seltener Wert' : `gelten ${count(values)} seltene Werte`} von „${target}“ als einer.`,
    notUsed: (values, target) =>
      `Zeilen mit ${count(values)} ${values === 1 ? 'seltenem Wert' : 'seltenen Werten'} von „${target}“ wurden nicht herangezogen, um Vorhersagen zu beurteilen.`,
  },
});
