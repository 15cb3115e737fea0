import { catalogue, writeCount } from '../../../words';

/** What is told while the table is learnt. */
export const learningWords = catalogue({
  en: {
    phases: {
      encode: 'Turning the table into codes',
      prepare: 'Getting ready',
      train: 'Learning',
      anneal: 'Settling',
      done: 'Done',
    },
    findingFastest: 'Finding what computes fastest here',
    paused: 'Paused',
    learnt: 'Learnt',
    network: (network: number, networks: number) => `network ${network} of ${networks}`,
    pass: (pass: number, passes: number) => `pass ${writeCount(pass)} of ${writeCount(passes)}`,
    rate: (rows: number) => `${writeCount(rows)} rows a second`,
    workers: (workers: number) => `${workers} workers`,
    left: (time: string) => `${time} left`,
    percent: (state: string, percent: number) => `${state}, ${percent} percent`,
    progress: 'Learning the table',
    surprise: 'Surprise per row',
    surpriseExplained:
      'The mean negative log-likelihood, in nats per row: how surprised the model is by a real row. Lower is better. Check rows are never learnt from.',
    computingOn: 'Computing on',
    stepTime: (milliseconds: string) => `${milliseconds} ms a step`,
    stepTimeChosen: (milliseconds: string) => `${milliseconds} ms a step, chosen`,
    nothingMeasured:
      'Nothing is measured on the way, and learning ends when it was meant to: a figure of the real rows, or a stop because of one, would be another look that nobody paid for.',
    inOneGo: (model: string) => `${model}: learnt in one go, without a curve to watch.`,
    backends: {
      webgpu: { label: 'Graphics card', term: 'WebGPU' },
      wasm: { label: 'Processor', term: 'WebAssembly with SIMD' },
      cpu: { label: 'Processor, plain', term: 'JavaScript alone: the slowest, and always there' },
    },
  },
  de: {
    phases: {
      encode: 'Tabelle wird in Codes übersetzt',
      prepare: 'Vorbereitung',
      train: 'Es wird gelernt',
      anneal: 'Abschluss',
      done: 'Fertig',
    },
    findingFastest: 'Suche, was hier am schnellsten rechnet',
    paused: 'Angehalten',
    learnt: 'Gelernt',
    network: (network, networks) => `Netz ${network} von ${networks}`,
    pass: (pass, passes) => `Durchgang ${writeCount(pass)} von ${writeCount(passes)}`,
    rate: (rows) => `${writeCount(rows)} Zeilen je Sekunde`,
    workers: (workers) => `${workers} Threads`,
    left: (time) => `noch ${time}`,
    percent: (state, percent) => `${state}, ${percent} Prozent`,
    progress: 'Lernen der Tabelle',
    surprise: 'Überraschung je Zeile',
    surpriseExplained:
      'Die mittlere negative Log-Likelihood in Nats je Zeile: wie sehr eine echte Zeile das Modell überrascht. Weniger ist besser. Aus Prüfzeilen wird nie gelernt.',
    computingOn: 'Gerechnet wird auf',
    stepTime: (milliseconds) => `${milliseconds} ms je Schritt`,
    stepTimeChosen: (milliseconds) => `${milliseconds} ms je Schritt, gewählt`,
    nothingMeasured:
      'Unterwegs wird nichts gemessen, und das Lernen endet, wann es enden sollte: Eine Zahl über die echten Zeilen, oder ein Ende ihretwegen, wäre ein weiterer Blick, den niemand bezahlt hat.',
    inOneGo: (model) => `${model}: in einem Zug gelernt, ohne eine Kurve zum Zusehen.`,
    backends: {
      webgpu: { label: 'Grafikkarte', term: 'WebGPU' },
      wasm: { label: 'Prozessor', term: 'WebAssembly mit SIMD' },
      cpu: { label: 'Prozessor, einfach', term: 'JavaScript allein: am langsamsten und immer da' },
    },
  },
});
