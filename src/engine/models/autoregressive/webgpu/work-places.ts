import type { NetworkPlan } from '../plan';

/** Where each matrix of a batch starts in the buffer of what is computed, in floats. Rows × what is said. */
export interface WorkPlaces {
  readonly size: number;
  /** Inputs. */
  readonly inputs: number;
  /** Hidden units: the state before each block and after the last. */
  readonly states: readonly number[];
  /** Hidden units: each block's rectified output, and later the gradient by what it rectified. */
  readonly blocks: readonly number[];
  /** Outputs, and later the gradient by them; the same of targets, whose logits they become. */
  readonly outputs: number;
  readonly logits: number;
  /** Hidden units: the gradient by the state, and at last by what the input layer rectified. */
  readonly stateSlopes: number;
  /** Columns: losses added up since they were last read, of steps and of validation. */
  readonly losses: { readonly step: number; readonly validation: number };
  /** Floats of each of the two. */
  readonly lossSize: number;
}

/** @param capacity most rows of a batch */
export function placeWork(plan: NetworkPlan, capacity: number): WorkPlaces {
  const { hidden, blocks } = plan.options;
  let size = 0;
  const take = (width: number) => {
    const start = size;
    size += capacity * width;
    return start;
  };
  const lossWidth = plan.columns.length;
  const places = {
    inputs: take(plan.inputWidth),
    states: Array.from({ length: blocks + 1 }, () => take(hidden)),
    blocks: Array.from({ length: blocks }, () => take(hidden)),
    outputs: take(plan.outputWidth),
    logits: take(plan.targetWidth),
    stateSlopes: take(hidden),
    losses: { step: take(lossWidth), validation: take(lossWidth) },
  };
  return { ...places, size, lossSize: capacity * lossWidth };
}
