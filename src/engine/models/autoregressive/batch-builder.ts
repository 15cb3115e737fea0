import { tensor2d, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Batch } from './network';
import type { ColumnPlan, NetworkPlan } from './plan';
import { sparseInputs, type SparseRows } from './sparse-rows';

/** The codes that batches are built from, one array per column of the encoded table. */
export interface CodedColumns {
  readonly base: Codes;
  readonly target: Codes;
}

/** Other threads hold them in as few bytes as they fit in. */
export type Codes = Int32Array | Uint16Array | Uint8Array;

/** Turns rows of codes into the network's inputs and targets. */
export class BatchBuilder {
  readonly #plan: NetworkPlan;
  readonly #sparse: readonly SparseRows[];

  constructor(plan: NetworkPlan) {
    this.#plan = plan;
    this.#sparse = plan.columns.map(sparseInputs);
  }

  /** @param columns indexed as the encoded table's columns */
  build(columns: readonly CodedColumns[], rows: ArrayLike<number>, dropout: Batch['dropout']): Batch {
    const { columns: plans, inputWidth } = this.#plan;
    const inputs = new Float32Array(rows.length * inputWidth);
    const targets = new Int32Array(rows.length * plans.length);
    plans.forEach((plan, p) => {
      const { base, target } = columns[plan.index];
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i];
        targets[i * plans.length + p] = target[row];
        this.#writeInputs(p, base[row], target[row], inputs, i * inputWidth + plan.inputStart);
      }
    });
    return {
      rows: rows.length,
      inputs: tensor2d(inputs, [rows.length, inputWidth]),
      sourceInputs: plans.flatMap((plan) => {
        if (plan.sources.length === 0) return [];
        const pieces = plan.sources.map((source) => ({
          values: inputs,
          stride: inputWidth,
          start: source.inputStart,
        }));
        return [this.sourceInputs(plan, pieces, rows.length)];
      }),
      targets,
      dropout,
    };
  }

  /** The inputs of a column's sources side by side; `pieces` says where each source's inputs lie. */
  sourceInputs(
    column: ColumnPlan,
    pieces: readonly { readonly values: Float32Array; readonly stride: number; readonly start: number }[],
    rows: number,
  ): Tensor2D {
    const width = column.sources.reduce((sum, source) => sum + source.inputWidth, 0);
    const joined = new Float32Array(rows * width);
    let place = 0;
    column.sources.forEach(({ inputWidth }, i) => {
      const { values, stride, start } = pieces[i];
      for (let row = 0; row < rows; row++) {
        const from = row * stride + start;
        joined.set(values.subarray(from, from + inputWidth), row * width + place);
      }
      place += inputWidth;
    });
    return tensor2d(joined, [rows, width]);
  }

  /** One column's inputs, rows × inputWidth of the column, from its codes. */
  columnInputs(column: ColumnPlan, base: Int32Array, target: Int32Array): Float32Array {
    const place = this.#plan.columns.findIndex((plan) => plan.index === column.index);
    const inputs = new Float32Array(base.length * column.inputWidth);
    for (let i = 0; i < base.length; i++) {
      this.#writeInputs(place, base[i], target[i], inputs, i * column.inputWidth);
    }
    return inputs;
  }

  #writeInputs(place: number, base: number, target: number, inputs: Float32Array, start: number): void {
    const plan = this.#plan.columns[place];
    const sparse = this.#sparse[place];
    for (let k = sparse.starts[base]; k < sparse.starts[base + 1]; k++) {
      inputs[start + sparse.columns[k]] = sparse.values[k];
    }
    if (target >= plan.baseCodes) inputs[start + plan.input.width + target - plan.baseCodes] = 1;
  }
}
