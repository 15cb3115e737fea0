import { catalogue } from '../../../words';

/** Each model: `text` says what it keeps, what it loses and how quick it is; `term` what it is, for those who know such models. */
export const modelWords = catalogue({
  en: {
    autoregressive: {
      label: 'Network',
      text: 'Keeps how all the columns hang together, and takes its time: the one to use.',
      term: 'Autoregressive masked dense network: each column is predicted from those before it.',
    },
    'gaussian-copula': {
      label: 'Gaussian copula',
      text: 'Keeps each column and how strongly every two rise and fall together, loses what bends or takes three columns to see, and is quick.',
      term: 'One correlation for each pair of columns, between normals whose steps the columns are.',
    },
    independent: {
      label: 'Independent columns',
      text: 'Keeps each column by itself, loses every connection between columns, and is the quickest.',
      term: 'Each column is drawn from its own distribution.',
    },
  },
  de: {
    autoregressive: {
      label: 'Netz',
      text: 'Bewahrt, wie alle Spalten zusammenhängen, und nimmt sich Zeit: die richtige Wahl.',
      term: 'Autoregressives maskiertes dichtes Netz: Jede Spalte wird aus den Spalten vor ihr vorhergesagt.',
    },
    'gaussian-copula': {
      label: 'Gauß-Copula',
      text: 'Bewahrt jede Spalte und wie stark je zwei miteinander steigen und fallen, verliert, was sich krümmt oder erst an drei Spalten zu sehen ist, und ist schnell.',
      term: 'Eine Korrelation je Spaltenpaar, zwischen Normalverteilungen, deren Stufen die Spalten sind.',
    },
    independent: {
      label: 'Unabhängige Spalten',
      text: 'Bewahrt jede Spalte für sich, verliert jeden Zusammenhang zwischen Spalten und ist am schnellsten.',
      term: 'Jede Spalte wird aus ihrer eigenen Verteilung gezogen.',
    },
  },
});
