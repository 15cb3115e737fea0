import { catalogue } from '../../words';
import { count, fixed, percent } from '../sentences';

export const diversityWords = catalogue({
  en: {
    comparing: 'Comparing the variety of rows',
    names: {
      alphaPrecision: 'α-precision',
      betaRecall: 'β-recall',
      density: 'Density',
      coverage: 'Coverage',
      vendi: 'Vendi score',
      duplicates: 'Duplicate rows',
    },
    says: {
      alphaPrecision: (value: number) =>
        `Synthetic rows are spread around the middle of the training rows as those are, to ${percent(value)}`,
      betaRecall: (value: number) =>
        `Of the variety of training rows, ${percent(value)} have a synthetic row as near as another training row`,
      density: (value: number) =>
        `A synthetic row lies in the neighbourhoods of ${fixed(value, 2)} times as many training rows as a training row does`,
      coverage: (value: number) =>
        `In the neighbourhood of ${percent(value)} of the training rows there is a synthetic row`,
    },
    besideHoldout: {
      alphaPrecision: (said: string, value: number) =>
        `${said}; rows the model never saw, to ${percent(value)}.`,
      betaRecall: (said: string, value: number) =>
        `${said}; with rows the model never saw it is ${percent(value)}. Much more would be copying.`,
      density: (said: string, value: number) =>
        `${said}; a row the model never saw, of ${fixed(value, 2)} times as many.`,
      coverage: (said: string, value: number) =>
        `${said}; a row the model never saw is in that of ${percent(value)}.`,
    },
    besideFresh: (said: string, fresh: number) =>
      `${said}; fresh real rows would come to about ${fixed(fresh, 2)}.`,
    vendi: (rows: number, synthetic: number, training: number) =>
      `${count(rows)} synthetic rows are as varied as ${fixed(synthetic, 1)} rows without anything in common; ` +
      `as many training rows, as ${fixed(training, 1)}.`,
    duplicates: (synthetic: number, rows: number, training: number) =>
      `${percent(synthetic)} of ${count(rows)} synthetic rows occur more than once; of as many training rows, ${percent(training)} do.`,
    noRows: 'There were no rows whose variety could be compared.',
    sampled: (rows: number) =>
      `The variety of rows was compared on ${count(rows)} random rows of either table.`,
    vendiSampled: (rows: number) =>
      `How many different rows a table amounts to was computed on samples of ${count(rows)} rows.`,
  },
  de: {
    comparing: 'Die Vielfalt der Zeilen wird verglichen',
    names: {
      alphaPrecision: 'α-Precision',
      betaRecall: 'β-Recall',
      density: 'Dichte',
      coverage: 'Abdeckung',
      vendi: 'Vendi-Score',
      duplicates: 'Doppelte Zeilen',
    },
    says: {
      alphaPrecision: (value) =>
        `Synthetische Zeilen verteilen sich zu ${percent(value)} so um die Mitte der Trainingszeilen wie diese selbst`,
      betaRecall: (value) =>
        `Von der Vielfalt der Trainingszeilen haben ${percent(value)} eine synthetische Zeile so nah wie eine andere Trainingszeile`,
      density: (value) =>
        `Eine synthetische Zeile liegt in der Nachbarschaft von ${fixed(value, 2)}-mal so vielen Trainingszeilen wie eine Trainingszeile`,
      coverage: (value) =>
        `In der Nachbarschaft von ${percent(value)} der Trainingszeilen liegt eine synthetische Zeile`,
    },
    besideHoldout: {
      alphaPrecision: (said, value) => `${said}; Zeilen, die das Modell nie sah, zu ${percent(value)}.`,
      betaRecall: (said, value) =>
        `${said}; mit Zeilen, die das Modell nie sah, sind es ${percent(value)}. Viel mehr wären Kopien.`,
      density: (said, value) =>
        `${said}; eine Zeile, die das Modell nie sah, von ${fixed(value, 2)}-mal so vielen.`,
      coverage: (said, value) =>
        `${said}; eine Zeile, die das Modell nie sah, liegt in der von ${percent(value)}.`,
    },
    besideFresh: (said, fresh) => `${said}; neue echte Zeilen kämen auf etwa ${fixed(fresh, 2)}.`,
    vendi: (rows, synthetic, training) =>
      `${count(rows)} synthetische Zeilen sind so vielfältig wie ${fixed(synthetic, 1)} Zeilen, die nichts gemeinsam haben; ` +
      `ebenso viele Trainingszeilen wie ${fixed(training, 1)}.`,
    duplicates: (synthetic, rows, training) =>
      `${percent(synthetic)} von ${count(rows)} synthetischen Zeilen kommen mehrfach vor; von ebenso vielen Trainingszeilen ${percent(training)}.`,
    noRows: 'Es gab keine Zeilen, deren Vielfalt sich vergleichen ließe.',
    sampled: (rows) =>
      `Die Vielfalt der Zeilen wurde an ${count(rows)} zufälligen Zeilen beider Tabellen verglichen.`,
    vendiSampled: (rows) =>
      `Wie vielen verschiedenen Zeilen eine Tabelle entspricht, wurde an Stichproben von ${count(rows)} Zeilen berechnet.`,
  },
});
