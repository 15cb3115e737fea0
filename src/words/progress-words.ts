import { catalogue } from './catalogue';
import { writeCount } from './numbers';

/** What is being done while somebody waits; the page and its workers say it alike. */
export const progressWords = catalogue({
  en: {
    reading: 'Reading',
    readingBoth: 'Reading both tables',
    lookingAtColumns: 'Looking at columns',
    countingAlike: 'Counting rows that are alike',
    drawingRows: 'Drawing rows',
    drawingSynthetic: 'Drawing synthetic rows',
    writing: 'Writing',
    gettingReady: 'Getting ready',
    units: { bytes: 'bytes', rows: 'rows', columns: 'columns', steps: 'steps' },
    percent: (phase: string, percent: number) => `${phase} · ${percent}\u00a0%`,
    counted: (phase: string, done: number, total: number, unit: string) =>
      `${phase}: ${writeCount(done)} of ${writeCount(total)} ${unit}`,
    pace: (perSecond: string) => `${perSecond} a second`,
    left: (time: string) => `${time} left`,
  },
  de: {
    reading: 'Wird gelesen',
    readingBoth: 'Beide Tabellen werden gelesen',
    lookingAtColumns: 'Spalten werden betrachtet',
    countingAlike: 'Gleiche Zeilen werden gezählt',
    drawingRows: 'Zeilen werden gezogen',
    drawingSynthetic: 'Synthetische Zeilen werden gezogen',
    writing: 'Wird geschrieben',
    gettingReady: 'Wird vorbereitet',
    units: { bytes: 'Bytes', rows: 'Zeilen', columns: 'Spalten', steps: 'Schritten' },
    percent: (phase, percent) => `${phase} · ${percent}\u00a0%`,
    counted: (phase, done, total, unit) => `${phase}: ${writeCount(done)} von ${writeCount(total)} ${unit}`,
    pace: (perSecond) => `${perSecond} je Sekunde`,
    left: (time) => `noch ${time}`,
  },
});
