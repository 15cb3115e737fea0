import { catalogue, writeOf } from '../../words';
import type { RuledFigure } from '../report';
import { count, fixed, percent } from '../sentences';

export const fidelityWords = catalogue({
  en: {
    looking: 'Looking for what columns have lost',
    comparing: 'Comparing how columns go together',
    noRows: 'There were no rows whose columns could be compared.',
    sampled: {
      pairs: (possible: number, compared: number) =>
        `Of the ${count(possible)} pairs of columns, ${count(compared)} random ones were compared as a whole.`,
      triples: (possible: number, compared: number) =>
        `Of the ${count(possible)} threes of columns, ${count(compared)} random ones were compared as a whole.`,
    },
    names: {
      gap: 'Error beyond chance',
      divergence: 'Jensen–Shannon distance',
      test: 'χ² test, columns told apart',
      missing: 'Missing patterns, total variation',
      pairs: '2-way marginal score',
      triples: '3-way marginal score',
      range: 'Range coverage',
      categories: 'Category coverage',
      rare: 'Coverage of rare categories',
      boundaries: 'Boundary adherence',
      tails: 'Lost tails',
      smoothing: 'Over-smoothing',
    },
    gap: (chance: number, { synthetic, holdout }: RuledFigure) =>
      `Chance alone would put a column's distribution off by ${percent(chance)} on average; synthetic rows are off by ${beyond(synthetic)}` +
      `${holdout === null ? '' : `, rows the model never saw ${beyond(holdout)}`}.`,
    divergence: ({ synthetic, holdout }: RuledFigure) =>
      `A column's shares differ by ${fixed(synthetic, 3)} on average, from 0 (the same) to 1 (no value in common)` +
      `${holdout === null ? '' : `; those of rows the model never saw by ${fixed(holdout, 3)}`}.`,
    test: ({ synthetic, holdout }: RuledFigure) =>
      `In ${percent(synthetic)} of the columns synthetic rows differ by more than chance explains` +
      `${holdout === null ? '' : `; of rows the model never saw, in ${percent(holdout)}`}. That says nothing of how much they differ.`,
    missing: ({ synthetic, holdout }: RuledFigure) =>
      `Which cells are missing together is off by ${percent(synthetic)}` +
      `${holdout === null ? '' : `; rows the model never saw are off by ${percent(holdout)}`}.`,
    marginals: {
      pairs: (points: number, ruler: Ruler | null) =>
        `How often two columns' values come together agrees to ${fixed(points, 0)} of 1000 points${besidePoints(ruler)}.`,
      triples: (points: number, ruler: Ruler | null) =>
        `How often three columns' values come together agrees to ${fixed(points, 0)} of 1000 points${besidePoints(ruler)}.`,
    },
    coverage: {
      range: (share: number, ruler: Ruler | null) =>
        `Synthetic numbers reach over ${percent(share)} of a column's range on average${besideShares(ruler)}.`,
      categories: (share: number, ruler: Ruler | null) =>
        `Of a column's categories ${percent(share)} occur on average${besideShares(ruler)}.`,
      rare: (share: number, ruler: Ruler | null) =>
        `Of a column's rare categories, those of less than 1 % of the rows, ${percent(share)} occur on average${besideShares(ruler)}.`,
    },
    boundaries: ({ synthetic, holdout }: RuledFigure) =>
      `Of a column's synthetic numbers ${percent(synthetic)} lie between its least and its greatest training value on average` +
      `${holdout === null ? '' : `; of rows the model never saw, ${percent(holdout)}`}.`,
    tails: (found: AffectedColumns) =>
      found.affected === 0
        ? `In no number column are the outermost values much rarer than in the training rows${besideCount(found)}.`
        : `In ${tellColumns(found)} the outermost values are less than half as frequent as in the training rows${besideCount(found)}.`,
    smoothing: (found: AffectedColumns) =>
      found.affected === 0
        ? `In no number column are frequent values smeared or gone, have peaks run together, or are values less spread out${besideCount(found)}.`
        : `In ${tellColumns(found)} frequent values are smeared or gone, peaks have run together, or values are less spread out${besideCount(found)}.`,
  },
  de: {
    looking: 'Es wird gesucht, was Spalten verloren haben',
    comparing: 'Es wird verglichen, wie Spalten zusammenhängen',
    noRows: 'Es gab keine Zeilen, deren Spalten sich vergleichen ließen.',
    sampled: {
      pairs: (possible, compared) =>
        `Von den ${count(possible)} Spaltenpaaren wurden ${count(compared)} zufällige als Ganzes verglichen.`,
      triples: (possible, compared) =>
        `Von den ${count(possible)} Dreiergruppen von Spalten wurden ${count(compared)} zufällige als Ganzes verglichen.`,
    },
    names: {
      gap: 'Fehler über den Zufall hinaus',
      divergence: 'Jensen-Shannon-Abstand',
      test: 'χ²-Test, unterscheidbare Spalten',
      missing: 'Muster fehlender Werte, totale Variation',
      pairs: '2-Wege-Randverteilungen, Punkte',
      triples: '3-Wege-Randverteilungen, Punkte',
      range: 'Abdeckung des Wertebereichs',
      categories: 'Abdeckung der Kategorien',
      rare: 'Abdeckung seltener Kategorien',
      boundaries: 'Einhaltung der Grenzen',
      tails: 'Verlorene Ränder',
      smoothing: 'Übermäßige Glättung',
    },
    gap: (chance, { synthetic, holdout }) =>
      `Allein durch Zufall wiche die Verteilung einer Spalte im Mittel um ${percent(chance)} ab; synthetische Zeilen weichen um ${beyondInGerman(synthetic)} ab` +
      `${holdout === null ? '' : `, Zeilen, die das Modell nie sah, um ${beyondInGerman(holdout)}`}.`,
    divergence: ({ synthetic, holdout }) =>
      `Die Anteile einer Spalte unterscheiden sich im Mittel um ${fixed(synthetic, 3)}, von 0 (gleich) bis 1 (kein Wert gemeinsam)` +
      `${holdout === null ? '' : `; bei Zeilen, die das Modell nie sah, um ${fixed(holdout, 3)}`}.`,
    test: ({ synthetic, holdout }) =>
      `In ${percent(synthetic)} der Spalten weichen synthetische Zeilen stärker ab, als Zufall erklärt` +
      `${holdout === null ? '' : `; Zeilen, die das Modell nie sah, in ${percent(holdout)}`}. Wie groß die Abweichung ist, sagt das nicht.`,
    missing: ({ synthetic, holdout }) =>
      `Welche Werte gemeinsam fehlen, weicht um ${percent(synthetic)} ab` +
      `${holdout === null ? '' : `; bei Zeilen, die das Modell nie sah, um ${percent(holdout)}`}.`,
    marginals: {
      pairs: (points, ruler) =>
        `Wie oft Werte zweier Spalten zusammentreffen, stimmt zu ${fixed(points, 0)} von 1000 Punkten überein${besidePointsInGerman(ruler)}.`,
      triples: (points, ruler) =>
        `Wie oft Werte dreier Spalten zusammentreffen, stimmt zu ${fixed(points, 0)} von 1000 Punkten überein${besidePointsInGerman(ruler)}.`,
    },
    coverage: {
      range: (share, ruler) =>
        `Synthetische Zahlen reichen im Mittel über ${percent(share)} des Wertebereichs einer Spalte${besideSharesInGerman(ruler)}.`,
      categories: (share, ruler) =>
        `Von den Kategorien einer Spalte kommen im Mittel ${percent(share)} vor${besideSharesInGerman(ruler)}.`,
      rare: (share, ruler) =>
        `Von den seltenen Kategorien einer Spalte, denen mit weniger als 1 % der Zeilen, kommen im Mittel ${percent(share)} vor${besideSharesInGerman(ruler)}.`,
    },
    boundaries: ({ synthetic, holdout }) =>
      `Von den synthetischen Zahlen einer Spalte liegen im Mittel ${percent(synthetic)} zwischen ihrem kleinsten und ihrem größten Trainingswert` +
      `${holdout === null ? '' : `; bei Zeilen, die das Modell nie sah, ${percent(holdout)}`}.`,
    tails: (found) =>
      found.affected === 0
        ? `In keiner Zahlenspalte sind die äußersten Werte viel seltener als in den Trainingszeilen${besideCountInGerman(found)}.`
        : `In ${tellColumnsInGerman(found)} sind die äußersten Werte weniger als halb so häufig wie in den Trainingszeilen${besideCountInGerman(found)}.`,
    smoothing: (found) =>
      found.affected === 0
        ? `In keiner Zahlenspalte sind häufige Werte verwischt oder verschwunden, Gipfel verschmolzen oder Werte weniger gestreut${besideCountInGerman(found)}.`
        : `In ${tellColumnsInGerman(found)} sind häufige Werte verwischt oder verschwunden, Gipfel verschmolzen oder Werte weniger gestreut${besideCountInGerman(found)}.`,
  },
});

/** What held-out rows come to, and as many synthetic ones. */
interface Ruler {
  readonly holdout: number;
  readonly alike: number;
}

interface AffectedColumns {
  readonly affected: number;
  readonly of: number;
  /** Of the affected, the first ones. */
  readonly named: readonly string[];
  /** Those that are in the held-out rows; null without any. */
  readonly held: number | null;
}

function beyond(gap: number): string {
  return `${percent(Math.abs(gap))} ${gap < 0 ? 'less' : 'more'}`;
}

function beyondInGerman(gap: number): string {
  return `${percent(Math.abs(gap))} ${gap < 0 ? 'weniger' : 'mehr'}`;
}

function besidePoints(ruler: Ruler | null): string {
  if (!ruler) return '';
  return `; rows the model never saw reach ${fixed(ruler.holdout, 0)}, as many synthetic rows ${fixed(ruler.alike, 0)}`;
}

function besidePointsInGerman(ruler: Ruler | null): string {
  if (!ruler) return '';
  return `; Zeilen, die das Modell nie sah, erreichen ${fixed(ruler.holdout, 0)}, ebenso viele synthetische ${fixed(ruler.alike, 0)}`;
}

function besideShares(ruler: Ruler | null): string {
  if (!ruler) return '';
  return `; in the rows the model never saw ${percent(ruler.holdout)}, in as many synthetic rows ${percent(ruler.alike)}`;
}

function besideSharesInGerman(ruler: Ruler | null): string {
  if (!ruler) return '';
  return `; in den Zeilen, die das Modell nie sah, ${percent(ruler.holdout)}, in ebenso vielen synthetischen ${percent(ruler.alike)}`;
}

function tellColumns({ affected, of, named }: AffectedColumns): string {
  const names = named.map((name) => `“${name}”`);
  return `${count(affected)} of ${count(of)} number columns (${[...names, ...(affected > named.length ? ['…'] : [])].join(', ')})`;
}

function tellColumnsInGerman({ affected, of, named }: AffectedColumns): string {
  const names = named.map((name) => `„${name}“`);
  return `${count(affected)} von ${count(of)} Zahlenspalten (${[...names, ...(affected > named.length ? ['…'] : [])].join(', ')})`;
}

function besideCount({ held }: AffectedColumns): string {
  return held === null ? '' : `; of rows the model never saw, in ${count(held)}`;
}

function besideCountInGerman({ held }: AffectedColumns): string {
  return held === null
    ? ''
    : `; bei Zeilen, die das Modell nie sah, in ${writeOf(held, 'Spalte', 'Spalten')}`;
}
