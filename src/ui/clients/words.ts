import { catalogue, writeCount } from '../../words';

/** What the page says of its workers when one breaks down. */
export const faultWords = catalogue({
  en: {
    /** Each completes "The part of this page that …". */
    job: {
      read: 'reads the file',
      learn: 'learns the table',
      compare: 'compares the tables',
      write: 'writes the file',
      draw: 'draws the rows',
    },
    broke: (job: string) =>
      `The part of this page that ${job} stopped working, most often for want of memory; close other tabs, or use fewer rows, and try again.`,
    stopped: 'Stopped.',
    backend: {
      webgpu: 'the graphics card',
      wasm: 'the processor',
      cpu: 'the processor, without its fast instructions',
    },
    goesOnFromStep: (lost: string, next: string, step: number) =>
      `Training on ${lost} broke off; it goes on from step ${writeCount(step)} on ${next}.`,
    goesOnFromStart: (lost: string, next: string) =>
      `Training on ${lost} broke off; it goes on from the start on ${next}.`,
  },
  de: {
    job: {
      read: 'die Datei liest',
      learn: 'die Tabelle lernt',
      compare: 'die Tabellen vergleicht',
      write: 'die Datei schreibt',
      draw: 'die Zeilen zieht',
    },
    broke: (job) =>
      `Der Teil dieser Seite, der ${job}, arbeitet nicht mehr, meist aus Mangel an Speicher; schließen Sie andere Tabs oder nehmen Sie weniger Zeilen, und versuchen Sie es noch einmal.`,
    stopped: 'Angehalten.',
    backend: {
      webgpu: 'der Grafikkarte',
      wasm: 'dem Prozessor',
      cpu: 'dem Prozessor, ohne seine schnellen Befehle',
    },
    goesOnFromStep: (lost, next, step) =>
      `Das Lernen auf ${lost} brach ab; es geht von Schritt ${writeCount(step)} an auf ${next} weiter.`,
    goesOnFromStart: (lost, next) => `Das Lernen auf ${lost} brach ab; es geht von vorn auf ${next} weiter.`,
  },
});
