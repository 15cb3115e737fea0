import { catalogue } from '../../words';
import { count, fixed, percent } from '../sentences';

/** Whether what is decided about groups is more or less unequal, as far as that is sure. */
export type Change = 'more' | 'less' | 'unsure';

const howUnequally: Readonly<Record<Change, string>> = {
  more: 'more unequally',
  less: 'less unequally',
  unsure: 'no more unequally, as far as can be told,',
};

const howUnequallyInGerman: Readonly<Record<Change, string>> = {
  more: 'ungleicher',
  less: 'weniger ungleich',
  unsure: 'nicht erkennbar ungleicher',
};

interface Unequal {
  readonly target: string;
  readonly column: string;
  readonly change: Change;
  readonly synthetic: number;
  readonly real: number;
}

interface BaseRates {
  readonly column: string;
  readonly target: string;
  readonly synthetic: number;
  readonly training: number;
  readonly holdout: number;
}

export const fairnessWords = catalogue({
  en: {
    comparing: 'Comparing groups of people',
    names: {
      parity: 'Demographic parity difference, change',
      odds: 'Equalised odds difference, change',
      baseRate: 'Difference of base rates, change',
      shape: 'Shape error of the worst group',
      utility: (score: string) => `Largest sure gap within a group, ${score}`,
    },
    parity: ({ target, column, change, synthetic, real }: Unequal) =>
      `A model that learns “${target}” from synthetic rows decides ${howUnequally[change]} about groups of “${column}” than one that learns from real rows: ` +
      `the same is decided ${percent(synthetic)} more often of one group than of another, against ${percent(real)}.`,
    odds: ({ target, column, change, synthetic, real }: Unequal) =>
      `A model that learns “${target}” from synthetic rows errs ${howUnequally[change]} about groups of “${column}” than one that learns from real rows: ` +
      `shares of right or wrong decisions differ by ${percent(synthetic)} between groups, against ${percent(real)}.`,
    baseRate: ({ column, target, synthetic, training, holdout }: BaseRates) =>
      `Groups of “${column}” differ in “${target}” by ${percent(synthetic)} of their rows in the synthetic table, ` +
      `by ${percent(training)} in the training rows and by ${percent(holdout)} in rows the model never saw.`,
    shape: (column: string, error: number, holdout: number | null) =>
      `In the group that is imitated worst, one of “${column}”, a single column's distribution is off by ${percent(error)} on average` +
      `${holdout === null ? '' : `; as many rows the model never saw are off by ${percent(holdout)}`}.`,
    utility: (column: string, cost: number, score: string, ruler: number | null) =>
      `In the group that surely loses most, one of “${column}”, learning from synthetic rows instead of real ones costs ${fixed(cost, 3)} of ${score}` +
      `${ruler === null ? '' : `; two samples of real rows differ by ${fixed(ruler, 3)} somewhere`}.`,
    noGroupLoses: 'Learning from synthetic rows costs no group anything that is sure.',
    noPredictions: (reason: string) => `How groups fare in predictions was not measured. ${reason}`,
    tooFew: (rows: number) =>
      `No group of a sensitive column has the ${count(rows)} held-out rows that it takes to say how it fares.`,
    noneMarked: (names: readonly string[]) =>
      'Whether groups of people fare alike was not measured: mark the columns that tell them apart as sensitive.' +
      (names.length > 0
        ? ` By their names, ${names.map((name) => `“${name}”`).join(', ')} may be meant.`
        : ''),
    loneGroup: (column: string, rows: number) =>
      `Fewer than two groups of “${column}” have ${count(rows)} held-out rows, so they were not compared with one another.`,
  },
  de: {
    comparing: 'Gruppen von Menschen werden verglichen',
    names: {
      parity: 'Demographische Parität, Änderung des Unterschieds',
      odds: 'Equalised Odds, Änderung des Unterschieds',
      baseRate: 'Grundraten, Änderung des Unterschieds',
      shape: 'Verteilungsfehler der schlechtesten Gruppe',
      utility: (score) => `Größter sicherer Verlust in einer Gruppe, ${score}`,
    },
    parity: ({ target, column, change, synthetic, real }) =>
      `Ein Modell, das „${target}“ aus synthetischen Zeilen lernt, entscheidet über Gruppen von „${column}“ ${howUnequallyInGerman[change]} als eines, das aus echten lernt: ` +
      `Über eine Gruppe fällt dieselbe Entscheidung um ${percent(synthetic)} öfter als über eine andere, gegenüber ${percent(real)}.`,
    odds: ({ target, column, change, synthetic, real }) =>
      `Ein Modell, das „${target}“ aus synthetischen Zeilen lernt, irrt bei Gruppen von „${column}“ ${howUnequallyInGerman[change]} als eines, das aus echten lernt: ` +
      `Die Anteile richtiger oder falscher Entscheidungen unterscheiden sich zwischen Gruppen um ${percent(synthetic)}, gegenüber ${percent(real)}.`,
    baseRate: ({ column, target, synthetic, training, holdout }) =>
      `Gruppen von „${column}“ unterscheiden sich in „${target}“ um ${percent(synthetic)} ihrer Zeilen in der synthetischen Tabelle, ` +
      `um ${percent(training)} in den Trainingszeilen und um ${percent(holdout)} in Zeilen, die das Modell nie sah.`,
    shape: (column, error, holdout) =>
      `In der am schlechtesten nachgebildeten Gruppe, einer von „${column}“, weicht die Verteilung einer einzelnen Spalte im Mittel um ${percent(error)} ab` +
      `${holdout === null ? '' : `; bei ebenso vielen Zeilen, die das Modell nie sah, um ${percent(holdout)}`}.`,
    utility: (column, cost, score, ruler) =>
      `In der Gruppe, die sicher am meisten verliert, einer von „${column}“, kostet das Lernen aus synthetischen statt echten Zeilen ${fixed(cost, 3)} an ${score}` +
      `${ruler === null ? '' : `; zwei Stichproben echter Zeilen unterscheiden sich irgendwo um ${fixed(ruler, 3)}`}.`,
    noGroupLoses: 'Das Lernen aus synthetischen Zeilen kostet keine Gruppe etwas, das sicher wäre.',
    noPredictions: (reason) => `Wie es Gruppen bei Vorhersagen ergeht, wurde nicht gemessen. ${reason}`,
    tooFew: (rows) =>
      `Keine Gruppe einer sensiblen Spalte hat die ${count(rows)} zurückgehaltenen Zeilen, die für ein Urteil nötig sind.`,
    noneMarked: (names) =>
      'Ob es Gruppen von Menschen gleich ergeht, wurde nicht gemessen: Markieren Sie die Spalten, die sie unterscheiden, als sensibel.' +
      (names.length > 0
        ? ` Dem Namen nach könnten gemeint sein: ${names.map((name) => `„${name}“`).join(', ')}.`
        : ''),
    loneGroup: (column, rows) =>
      `Weniger als zwei Gruppen von „${column}“ haben ${count(rows)} zurückgehaltene Zeilen; sie wurden nicht miteinander verglichen.`,
  },
});
