import { catalogue, writeFixed } from '../../../words';

/** The settings that are folded away. */
export const settingsWords = catalogue({
  en: {
    more: 'More settings',
    model: 'Model',
    computeOn: 'Compute on',
    computeOnWhy: 'Where the network computes. Automatic measures each for a moment and takes the fastest.',
    automatic: 'Automatic',
    workers: 'Workers',
    workersWhy:
      'How many threads of the processor share the learning. Empty: as many as make it shorter. Another number gives other rows for the same seed.',
    auto: 'auto',
    kept: 'Kept from the model',
    keptWhy:
      'Rows the model never sees. They are the ruler in Compare: what real rows score against each other. At most 5,000 are kept.',
    percentOfRows: '% of rows',
    category: 'Category needs',
    categoryWhy:
      'A category held by fewer rows never appears in the synthetic table, because a rare one can point at a person. 1 releases all.',
    rows: 'rows',
    timeLimit: 'Time limit',
    timeLimitWhy: 'When it is up, learning settles and ends, and what was learnt is kept. Empty: no limit.',
    seconds: 'seconds',
    none: 'none',
    seed: 'Seed',
    seedWhy: 'The same table, settings and seed give the same model.',
    privateSeedWhy:
      'It begins the network and the drawing. The noise has no seed: learning again gives another model.',
    pinExtremes: 'Reach the real smallest and largest values',
    pinned:
      'The smallest and the largest value of every number column then appear in the synthetic table as they are. If one person holds such a value, it is that person’s.',
    notPinned: () =>
      `Without it the range is still kept, to within ${writeFixed(0.05, 2)}\u00a0% of its width or a step. Only a column of at most 130 different values, which are learnt as they are, can hold its extremes.`,
  },
  de: {
    more: 'Weitere Einstellungen',
    model: 'Modell',
    computeOn: 'Rechnen auf',
    computeOnWhy: 'Wo das Netz rechnet. „Automatisch“ misst alle einen Moment lang und nimmt das Schnellste.',
    automatic: 'Automatisch',
    workers: 'Threads',
    workersWhy:
      'Wie viele Threads des Prozessors sich das Lernen teilen. Leer: so viele, wie es verkürzen. Eine andere Zahl ergibt bei gleichem Startwert andere Zeilen.',
    auto: 'auto',
    kept: 'Zurückgehaltene Zeilen',
    keptWhy:
      'Zeilen, die das Modell nie sieht. Sie sind im Vergleich der Maßstab: was echte Zeilen gegeneinander erreichen. Höchstens 5.000 werden zurückgehalten.',
    percentOfRows: '%',
    category: 'Kategorie ab',
    categoryWhy:
      'Eine Kategorie mit weniger Zeilen kommt in der synthetischen Tabelle nie vor, weil eine seltene auf eine Person zeigen kann. Bei 1 kommen alle vor.',
    rows: 'Zeilen',
    timeLimit: 'Zeitgrenze',
    timeLimitWhy:
      'Ist sie erreicht, wird das Lernen abgeschlossen, und was gelernt wurde, bleibt. Leer: keine Grenze.',
    seconds: 'Sekunden',
    none: 'keine',
    seed: 'Startwert',
    seedWhy: 'Gleiche Tabelle, gleiche Einstellungen und gleicher Startwert ergeben das gleiche Modell.',
    privateSeedWhy:
      'Mit ihm beginnen das Netz und das Ziehen. Das Rauschen hat keinen Startwert: Neu zu lernen ergibt ein anderes Modell.',
    pinExtremes: 'Die echten kleinsten und größten Werte erreichen',
    pinned:
      'Der kleinste und der größte Wert jeder Zahlenspalte stehen dann unverändert in der synthetischen Tabelle. Hat eine einzelne Person einen solchen Wert, so ist es der ihre.',
    notPinned: () =>
      `Der Bereich bleibt auch so erhalten, bis auf ${writeFixed(0.05, 2)}\u00a0% seiner Breite oder einen Schritt. Nur eine Spalte mit höchstens 130 verschiedenen Werten, die so gelernt werden, wie sie sind, kann ihre Extremwerte enthalten.`,
  },
});
