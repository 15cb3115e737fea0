import { catalogue } from '../../words';
import { count, fixed, percent } from '../sentences';

export const detectionWords = catalogue({
  en: {
    telling: 'Telling real rows from synthetic ones',
    names: {
      training: 'Classifier two-sample test against training rows, AUC',
      holdout: 'Classifier two-sample test against held-out rows, AUC',
      c2st: 'Classifier two-sample test (C2ST)',
      propensity: 'Standardised propensity score (S_pMSE)',
    },
    fromTraining: (auc: number, ruler: number | null, hintsAtCopies: boolean) =>
      `Shown a row that the model learnt from and a synthetic one, a detector picks out the synthetic one ${percent(auc)} of the time; 50 % is guessing` +
      (ruler === null ? '.' : `; rows the model never saw: ${percent(ruler)}.`) +
      (hintsAtCopies
        ? ' Clearly less often than guessing is a sign that synthetic rows are near copies of rows that were learnt.'
        : ''),
    fromHoldout: (auc: number, ruler: number | null) =>
      `Shown a real row that the model never saw and a synthetic one, a detector picks out the synthetic one ${percent(auc)} of the time; 50 % is guessing` +
      (ruler === null
        ? '.'
        : `, and it tells those rows from the ones the model learnt from ${percent(ruler)} of the time.`),
    alike: (share: number, ruler: number | null) =>
      `On a scale from 0 %, told apart without fault, to 100 %, impossible to tell apart, synthetic rows reach ${percent(share)}` +
      (ruler === null ? '.' : `; rows the model never saw: ${percent(ruler)}.`),
    propensity: (ratio: number, ruler: number | null) =>
      `Told to guess from single columns which rows are synthetic, a simple model is ${fixed(ratio, 1)} times as sure as chance would make it` +
      (ruler === null ? '.' : `; of rows the model never saw, ${fixed(ruler, 1)} times.`),
    notTried: (rows: number) =>
      `Whether rows can be told apart was not tried: it takes ${count(rows)} rows of each table and a column to compare.`,
    sampled: (rows: number, held: number | null) =>
      `Detectors were tried on ${count(rows)} random rows of each table${held === null ? '' : ` (${count(held)} where held-out rows are looked at)`}.`,
    noPropensity:
      'S_pMSE was left out: it takes ten rows for each value of a column, and a column that varies.',
  },
  de: {
    telling: 'Echte Zeilen werden von synthetischen unterschieden',
    names: {
      training: 'Klassifikator-Zweistichprobentest gegen Trainingszeilen, AUC',
      holdout: 'Klassifikator-Zweistichprobentest gegen zurückgehaltene Zeilen, AUC',
      c2st: 'Klassifikator-Zweistichprobentest (C2ST)',
      propensity: 'Standardisierter Propensity-Score (S_pMSE)',
    },
    fromTraining: (auc, ruler, hintsAtCopies) =>
      `Ein Detektor, der eine gelernte und eine synthetische Zeile sieht, erkennt die synthetische in ${percent(auc)} der Fälle; bloßes Raten ergibt 50 %` +
      (ruler === null ? '.' : `; bei Zeilen, die das Modell nie sah: ${percent(ruler)}.`) +
      (hintsAtCopies
        ? ' Deutlich seltener als beim Raten deutet darauf hin, dass synthetische Zeilen gelernten fast gleichen.'
        : ''),
    fromHoldout: (auc, ruler) =>
      `Ein Detektor, der eine echte Zeile, die das Modell nie sah, und eine synthetische sieht, erkennt die synthetische in ${percent(auc)} der Fälle; bloßes Raten ergibt 50 %` +
      (ruler === null
        ? '.'
        : `. Zeilen, die das Modell nie sah, unterscheidet er von gelernten in ${percent(ruler)} der Fälle.`),
    alike: (share, ruler) =>
      `Auf einer Skala von 0 % (fehlerfrei zu unterscheiden) bis 100 % (nicht zu unterscheiden) erreichen synthetische Zeilen ${percent(share)}` +
      (ruler === null ? '.' : `; Zeilen, die das Modell nie sah: ${percent(ruler)}.`),
    propensity: (ratio, ruler) =>
      `Ein einfaches Modell, das aus einzelnen Spalten rät, welche Zeilen synthetisch sind, ist sich ${fixed(ratio, 1)}-mal so sicher wie durch Zufall` +
      (ruler === null ? '.' : `; bei Zeilen, die das Modell nie sah, ${fixed(ruler, 1)}-mal.`),
    notTried: (rows) =>
      `Ob sich Zeilen unterscheiden lassen, wurde nicht versucht: Nötig sind ${count(rows)} Zeilen jeder Tabelle und eine Spalte zum Vergleichen.`,
    sampled: (rows, held) =>
      `Detektoren wurden an ${count(rows)} zufälligen Zeilen jeder Tabelle erprobt${held === null ? '' : ` (an ${count(held)}, wo es um zurückgehaltene Zeilen geht)`}.`,
    noPropensity:
      'S_pMSE wurde ausgelassen: Nötig sind zehn Zeilen je Wert einer Spalte und eine Spalte, die sich ändert.',
  },
});
