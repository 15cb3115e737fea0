import type { CodedColumns } from '../../models/autoregressive/batch-builder';
import type { NetworkPlan } from '../../models/autoregressive/plan';

/** What the leader of a pool tells a peer. */
export type Order = JoinOrder | AdoptOrder | StepOrder | LossOrder;

export interface JoinOrder {
  readonly kind: 'join';
  readonly rank: number;
  readonly plan: NetworkPlan;
  readonly degrees: Int32Array;
  /** Most rows of a share. */
  readonly capacity: number;
  readonly columns: readonly CodedColumns[];
  readonly seed: number;
  /** To the other members, by rank; null at its own. */
  readonly ports: readonly (MessagePort | null)[];
}

/** Weights and moments in the layout's order. */
export interface AdoptOrder {
  readonly kind: 'adopt';
  readonly parameters: Float32Array<ArrayBuffer>;
  readonly firstMoment: Float32Array<ArrayBuffer>;
  readonly secondMoment: Float32Array<ArrayBuffer>;
}

export interface StepOrder {
  readonly kind: 'step';
  readonly rows: Uint32Array;
  /** Of the gradient: one by the rows of the whole batch. */
  readonly scale: number;
  readonly learningRate: number;
  readonly step: number;
}

interface LossOrder {
  readonly kind: 'loss';
  readonly rows: Uint32Array;
}

/** What a peer answers. Steps are answered by its part of the gradient alone. */
export type Answer =
  | { readonly kind: 'here' }
  | { readonly kind: 'joined' }
  | { readonly kind: 'loss'; readonly loss: number; readonly digest: number }
  /** It cannot go on; why stays where it is. */
  | { readonly kind: 'broken' };
