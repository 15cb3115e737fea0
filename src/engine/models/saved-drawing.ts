import type { Decision } from '../encode/dependencies';
import type { ColumnParts } from '../encode/factorise/learnt-table';
import type { NetworkOptions } from './autoregressive/plan';
import type { DrawnColumn } from './marginals/marginal-sampler';
import type { RakedColumn } from './marginals/raked-sampler';

/** What a model's sampler is made of, as plain data: no row, no closure. */
export type SavedDrawing =
  SavedNetworks | SavedPrivateNetwork | SavedMarginals | SavedCopula | SavedIndependent;

/** By the parameters' names. */
export type SavedWeights = ReadonlyMap<string, Float32Array>;

/** Facts about the table that a network's shape follows from, beside its columns' codes. */
export interface Blueprint {
  readonly decisions: readonly Decision[];
  readonly parts: readonly ColumnParts[];
  /** Columns that are drawn last; files of before there were any do not say. */
  readonly loose?: readonly number[] | undefined;
  /** Of each learnt column those it looks at directly. */
  readonly related: readonly (readonly number[])[];
  /** Of each learnt column the codes of its line that are told apart from their neighbours. */
  readonly frequent: readonly (readonly number[])[];
  readonly options: NetworkOptions;
}

/** One network or several that take turns. */
export interface SavedNetworks {
  readonly kind: 'networks';
  readonly blueprint: Blueprint;
  readonly members: readonly SavedWeights[];
}

export interface SavedPrivateNetwork {
  readonly kind: 'private-network';
  /** Columns in the order of drawing; those of one code are left out. */
  readonly order: readonly number[];
  readonly hidden: number;
  readonly weights: SavedWeights;
  /** By column index; null: rows are as the network draws them. */
  readonly raked: ReadonlyMap<number, RakedColumn> | null;
}

export interface SavedMarginals {
  readonly kind: 'marginals';
  readonly columns: readonly DrawnColumn[];
}

export interface SavedCopula {
  readonly kind: 'copula';
  readonly columns: readonly { readonly index: number; readonly bounds: Float64Array }[];
  /** Lower triangular, columns × columns, row-major. */
  readonly factor: Float64Array;
}

export interface SavedIndependent {
  readonly kind: 'independent';
  readonly columns: readonly { readonly index: number; readonly counts: Float64Array }[];
}
