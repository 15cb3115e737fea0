import type { ModelKind } from '../../../engine/models/table-model';

interface ModelWords {
  readonly label: string;
  /** What it keeps, what it loses and how quick it is, in one sentence. */
  readonly text: string;
  /** What it is, for those who know such models. */
  readonly term: string;
}

export const modelWords: Readonly<Record<ModelKind, ModelWords>> = {
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
};
