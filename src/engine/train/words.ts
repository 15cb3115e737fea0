import { catalogue, writeCount, writeOf } from '../../words';

export const trainWords = catalogue({
  en: {
    everyDropped: 'Every column is dropped: keep at least one to learn from.',
    everyKept: 'Every column is to keep its real values: choose one at least that is made anew.',
    onlyNetworkKeeps:
      'Only the network draws columns to go with real ones that are kept: choose it, or keep none.',
    tooFewRows: (rows: number, fewest: number) =>
      `The table has ${writeOf(rows, 'row', 'rows')}: at least ${writeCount(fewest)} are needed to learn anything but the rows themselves.`,
    tooManyColumns: (columns: number, most: number) =>
      `The table has ${writeCount(columns)} columns to learn, and ${writeCount(most)} are the most: drop those that are not needed.`,
    onlyOnWasm: 'Workers share the learning only on the processor with WebAssembly: here one learns alone.',
    tooManyWorkers: (batchSize: number, wanted: number, most: number) =>
      `A step of ${writeCount(batchSize)} rows has no work for ${writeCount(wanted)} workers: ${most === 1 ? 'one is' : `${writeCount(most)} are`} at it.`,
    fewerWorkers: (wanted: number, had: number) =>
      `Of ${writeCount(wanted)} workers that were to share the training only ${writeCount(had)} could be started: it takes longer.`,
    workerLost: (left: number) =>
      `A worker that shared the training stopped, most often for want of memory; it goes on with ${left === 1 ? 'one worker' : `${writeCount(left)} workers`} from where it was, and the same seed will not give the same rows again.`,
  },
  de: {
    everyDropped: 'Jede Spalte ist weggelassen: Behalten Sie mindestens eine, aus der gelernt wird.',
    everyKept:
      'Jede Spalte soll ihre echten Werte behalten: Wählen Sie mindestens eine, die neu erzeugt wird.',
    onlyNetworkKeeps:
      'Nur das Netz zieht Spalten passend zu echten, die behalten werden: Wählen Sie es, oder behalten Sie keine.',
    tooFewRows: (rows, fewest) =>
      `Die Tabelle hat ${writeOf(rows, 'Zeile', 'Zeilen')}: Mindestens ${writeCount(fewest)} sind nötig, um mehr zu lernen als die Zeilen selbst.`,
    tooManyColumns: (columns, most) =>
      `Die Tabelle hat ${writeCount(columns)} Spalten zu lernen, höchstens ${writeCount(most)} sind möglich: Lassen Sie weg, was nicht gebraucht wird.`,
    onlyOnWasm:
      'Mehrere Worker teilen sich das Lernen nur auf dem Prozessor mit WebAssembly: Hier lernt einer allein.',
    tooManyWorkers: (batchSize, wanted, most) =>
      `Ein Schritt von ${writeCount(batchSize)} Zeilen hat keine Arbeit für ${writeCount(wanted)} Worker: ${most === 1 ? 'Einer ist' : `${writeCount(most)} sind`} daran.`,
    fewerWorkers: (wanted, had) =>
      `Von ${writeCount(wanted)} Workern, die sich das Training teilen sollten, ließen sich nur ${writeCount(had)} starten: Es dauert länger.`,
    workerLost: (left) =>
      `Ein Worker, der am Training beteiligt war, hat aufgehört, meist mangels Speicher; es geht mit ${left === 1 ? 'einem Worker' : `${writeCount(left)} Workern`} dort weiter, wo es war, und derselbe Startwert ergibt nicht mehr dieselben Zeilen.`,
  },
});
