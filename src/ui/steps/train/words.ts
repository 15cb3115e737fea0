import { catalogue, writeCount } from '../../../words';

/** The step in which the table is learnt. */
export const trainWords = catalogue({
  en: {
    title: 'How to learn',
    columnsChanged:
      'The columns have been changed since this was learnt: learn again to make the change count.',
    learntPrivately: 'This was learnt under differential privacy: learn again to make the change count.',
    learntWithout: 'This was learnt without a guarantee: learn again to make the change count.',
    learntFrom: (rows: number, time: string, kept: number) =>
      `Learnt from ${writeCount(rows)} rows in ${time}; ${writeCount(kept)} rows were kept aside to compare with.`,
    underASecond: 'less than a second',
    stopped: {
      'by-user': 'Stopped where you asked.',
      'time-limit': 'Stopped at the time limit.',
      'no-gain': 'It stopped by itself: the check rows no longer gained.',
    },
    cancel: 'Cancel',
    goOn: 'Go on',
    pause: 'Pause',
    stopAndKeep: 'Stop here and keep it',
    settling: 'Settling…',
    learnAgain: 'Learn again',
    compare: 'Compare with the real table',
    learnUnder: (epsilon: string) => `Learn under ε = ${epsilon}`,
    learnRows: (rows: number) => `Learn from ${writeCount(rows)} rows`,
    howLong: 'How long to learn',
    presets: {
      fast: {
        label: 'Fast',
        text: 'A first look. Single columns are right; rarer combinations are rough.',
      },
      balanced: { label: 'Balanced', text: 'For nearly everything.' },
      best: { label: 'Best', text: 'Several times the time, for the last bit of likeness.' },
    },
    yardstick: (text: string, time: string) =>
      `${text} A yardstick for the network, learnt in one go: ${time}.`,
    takeNetwork: 'Take the network instead',
    wall: {
      learnt: 'The columns, as they are learnt',
      toLearn: 'The columns to learn',
      yours: 'your table, filled',
      outlined: 'the synthetic rows, outlined',
      outlinedLater: 'the synthetic rows, outlined, once learning has begun',
      outlinedTooFast:
        'the synthetic rows, outlined: learnt too fast to draw any on the way; Compare shows them',
    },
  },
  de: {
    title: 'Wie gelernt wird',
    columnsChanged: 'Die Spalten wurden seit dem Lernen geändert: Lernen Sie neu, damit die Änderung zählt.',
    learntPrivately: 'Gelernt wurde unter Differential Privacy: Lernen Sie neu, damit die Änderung zählt.',
    learntWithout: 'Gelernt wurde ohne Garantie: Lernen Sie neu, damit die Änderung zählt.',
    learntFrom: (rows, time, kept) =>
      `Aus ${writeCount(rows)} Zeilen in ${time} gelernt; ${writeCount(kept)} Zeilen wurden für den Vergleich zurückgehalten.`,
    underASecond: 'weniger als einer Sekunde',
    stopped: {
      'by-user': 'Beendet, wo Sie es wollten.',
      'time-limit': 'Beendet an der Zeitgrenze.',
      'no-gain': 'Von selbst beendet: Die Prüfzeilen gewannen nichts mehr.',
    },
    cancel: 'Abbrechen',
    goOn: 'Fortsetzen',
    pause: 'Anhalten',
    stopAndKeep: 'Hier beenden und behalten',
    settling: 'Wird abgeschlossen …',
    learnAgain: 'Neu lernen',
    compare: 'Mit der echten Tabelle vergleichen',
    learnUnder: (epsilon) => `Mit ε = ${epsilon} lernen`,
    learnRows: (rows) => `Aus ${writeCount(rows)} Zeilen lernen`,
    howLong: 'Wie lange gelernt wird',
    presets: {
      fast: {
        label: 'Schnell',
        text: 'Ein erster Blick. Einzelne Spalten stimmen; seltenere Kombinationen sind grob.',
      },
      balanced: { label: 'Ausgewogen', text: 'Für fast alles.' },
      best: { label: 'Am besten', text: 'Ein Mehrfaches der Zeit, für das letzte bisschen Ähnlichkeit.' },
    },
    yardstick: (text, time) => `${text} Ein Maßstab für das Netz, in einem Zug gelernt: ${time}.`,
    takeNetwork: 'Stattdessen das Netz nehmen',
    wall: {
      learnt: 'Die Spalten, wie sie gelernt werden',
      toLearn: 'Die zu lernenden Spalten',
      yours: 'Ihre Tabelle, gefüllt',
      outlined: 'die synthetischen Zeilen, umrandet',
      outlinedLater: 'die synthetischen Zeilen, umrandet, sobald gelernt wird',
      outlinedTooFast:
        'die synthetischen Zeilen, umrandet: zu schnell gelernt, um unterwegs welche zu zeichnen; der Vergleich zeigt sie',
    },
  },
});
