import { catalogue } from '../src/words';

/** What a worker says when it is asked before it can answer. */
export const workerWords = catalogue({
  en: {
    noTable: 'No table is open: open one first.',
    noModel: 'There is no model to draw rows from yet: train one first.',
    noSample: 'No synthetic rows have been drawn yet: train a model first.',
  },
  de: {
    noTable: 'Es ist keine Tabelle offen: Öffnen Sie zuerst eine.',
    noModel: 'Es gibt noch kein Modell, aus dem sich Zeilen ziehen ließen: Lassen Sie zuerst eines lernen.',
    noSample: 'Es sind noch keine synthetischen Zeilen gezogen: Lassen Sie zuerst ein Modell lernen.',
  },
});
