import type { Arena } from '../../../kernels/arena';
import type { Address } from '../../../kernels/kernels';
import type { CodedColumns } from '../batch-builder';
import type { NetworkPlan } from '../plan';
import { sparseInputs, type SparseRows } from '../sparse-rows';

/** Table rows are worked on in sixteens. */
const rowsTogether = 16;

/** A batch's codes in the kernels' memory: sparse inputs, and targets column by column. */
export class NativeBatch {
  readonly capacity: number;
  readonly entryStarts: Address;
  readonly inputs: Address;
  readonly values: Address;
  readonly targets: Address;
  /** Factor of each row's gradient; 0 for rows that fill up the last sixteen. */
  readonly rowScale: Address;
  readonly #arena: Arena;
  readonly #plan: NetworkPlan;
  readonly #sparse: readonly SparseRows[];
  #rows = 0;

  constructor(arena: Arena, plan: NetworkPlan, capacity: number) {
    const columns = plan.columns.length;
    this.#arena = arena;
    this.#plan = plan;
    this.#sparse = plan.columns.map(sparseInputs);
    this.capacity = Math.ceil(capacity / rowsTogether) * rowsTogether;
    const mostEntries = this.#sparse.reduce((sum, sparse) => sum + widest(sparse), 0);
    this.entryStarts = arena.take(this.capacity * columns + 1);
    this.inputs = arena.take(this.capacity * mostEntries);
    this.values = arena.take(this.capacity * mostEntries);
    this.targets = arena.take(this.capacity * columns);
    this.rowScale = arena.take(this.capacity);
  }

  /** Rows that the kernels work on: those of the batch and the filling. */
  get paddedRows(): number {
    return Math.ceil(this.#rows / rowsTogether) * rowsTogether;
  }

  /** Where the targets of the plan's column at this place lie. */
  targetsOf(place: number): Address {
    return this.targets + 4 * place * this.capacity;
  }

  /** Σ value² over the inputs of the plan's column at this place, for each of the kernels' rows. */
  squaresOf(place: number): Float32Array {
    const columns = this.#plan.columns.length;
    const rows = this.paddedRows;
    const starts = this.#arena.integers(this.entryStarts, rows * columns + 1);
    const values = this.#arena.floats(this.values, starts[rows * columns]);
    const squares = new Float32Array(rows);
    for (let row = 0, at = place; row < rows; row++, at += columns) {
      for (let entry = starts[at]; entry < starts[at + 1]; entry++)
        squares[row] += values[entry] * values[entry];
    }
    return squares;
  }

  /** @param scale factor of every row's gradient */
  fill(columns: readonly CodedColumns[], rows: ArrayLike<number>, scale: number): void {
    const { columns: plans } = this.#plan;
    this.#rows = rows.length;
    const padded = this.paddedRows;
    const starts = this.#arena.integers(this.entryStarts, padded * plans.length + 1);
    const inputs = this.#arena.integers(this.inputs, (this.values - this.inputs) / 4);
    const values = this.#arena.floats(this.values, inputs.length);
    const targets = this.#arena.integers(this.targets, this.capacity * plans.length);
    this.#arena.floats(this.rowScale, padded).fill(scale, 0, rows.length).fill(0, rows.length);
    let entry = 0;
    for (let i = 0; i < padded; i++) {
      // The filling repeats the first row, which is as good as any.
      const row = rows[i < rows.length ? i : 0];
      for (let p = 0; p < plans.length; p++) {
        const { index, baseCodes, input, inputStart } = plans[p];
        const code = columns[index].base[row];
        const target = columns[index].target[row];
        const sparse = this.#sparse[p];
        starts[i * plans.length + p] = entry;
        targets[p * this.capacity + i] = target;
        for (let k = sparse.starts[code]; k < sparse.starts[code + 1]; k++) {
          inputs[entry] = inputStart + sparse.columns[k];
          values[entry++] = sparse.values[k];
        }
        if (target >= baseCodes) {
          inputs[entry] = inputStart + input.width + target - baseCodes;
          values[entry++] = 1;
        }
      }
    }
    starts[padded * plans.length] = entry;
  }
}

/** Most entries of a code, and one for a copy. */
function widest({ starts }: SparseRows): number {
  let most = 0;
  for (let code = 1; code < starts.length; code++) most = Math.max(most, starts[code] - starts[code - 1]);
  return most + 1;
}
