import { count } from '../src/evaluation/sentences';
import { catalogue } from '../src/words';

/** What commands say of findings; what they say of their own options is English, as the options are. */
export const commandWords = catalogue({
  en: {
    unmet: (policy: string, thresholds: readonly string[]) =>
      `The policy “${policy}” is not met: ${thresholds.join('; ')}.`,
    failed: (id: string, figure: string, limit: string) => `${id} is ${figure}, wanted ${limit}`,
    notMeasured: (id: string) => `${id} was not measured`,
    altered: (faults: readonly string[]) => `The release is not as it was signed: ${faults.join(' ')}`,
    madeWith: (created: string, product: string, version: string) =>
      `Made ${created} with ${product} ${version}.`,
    curves: {
      mixing: 'Real rows together with synthetic ones, beside real rows alone',
      rows: 'Synthetic rows alone, beside real rows alone',
    },
    predicting: (target: string, score: string, rows: number) =>
      `Predicting ${target}, ${score} on ${count(rows)} real rows that no model saw:`,
    realRows: 'real rows',
    syntheticRows: 'synthetic rows',
  },
  de: {
    unmet: (policy, thresholds) =>
      `Die Richtlinie „${policy}“ ist nicht eingehalten: ${thresholds.join('; ')}.`,
    failed: (id, figure, limit) => `${id} ist ${figure}, verlangt: ${limit}`,
    notMeasured: (id) => `${id} wurde nicht gemessen`,
    altered: (faults) => `Die Freigabe ist nicht so, wie sie signiert wurde: ${faults.join(' ')}`,
    madeWith: (created, product, version) => `Erstellt ${created} mit ${product} ${version}.`,
    curves: {
      mixing: 'Echte Zeilen zusammen mit synthetischen, daneben echte allein',
      rows: 'Synthetische Zeilen allein, daneben echte allein',
    },
    predicting: (target, score, rows) =>
      `Vorhersage von ${target}, ${score} an ${count(rows)} echten Zeilen, die kein Modell sah:`,
    realRows: 'echte Zeilen',
    syntheticRows: 'synthetische Zeilen',
  },
});
