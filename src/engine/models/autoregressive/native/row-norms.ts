import type { Arena } from '../../../kernels/arena';
import type { Address } from '../../../kernels/kernels';
import type { NetworkPlan } from '../plan';
import type { Layout } from './layout';
import type { NativeBatch } from './native-batch';

/** Where a batch's activations and gradients lie, feature-major. */
interface BatchPlaces {
  /** Rows of the batch, and with the filling. */
  readonly rows: number;
  readonly paddedRows: number;
  /** Hidden state before each block and after the last. */
  readonly states: readonly Address[];
  /** Gradients by what each layer's rectifier was given, and by the outputs. */
  readonly inputGradients: Address;
  readonly blockGradients: readonly Address[];
  readonly outputGradients: Address;
}

/** Covers the rounding of a sum of some thousand squares. */
const roundedUp = 1 + 2 ** -12;

/**
 * Bounds the length of every row's own gradient without computing it: the squared norm of a layer's is Σ over outputs of
 * the squared output gradient times the squared inputs that the mask lets it see (Goodfellow 2015, "Efficient per-example
 * gradient computations"; with the mask, methods of MADE). Biases of the outputs do not count: they are not trained so.
 */
export class RowNorms {
  readonly #arena: Arena;
  readonly #plan: NetworkPlan;
  readonly #layout: Layout;
  readonly #stride: number;
  readonly #squares: Address;
  readonly #norms: Address;
  /** How many columns each unit of the input layer sees; how many units each unit of a block, and each output; and zeros. */
  readonly #inputSees: Address;
  readonly #blockSees: readonly Address[];
  readonly #outputSees: Address;
  readonly #first: Address;

  /** @param stride bytes between the rows of the feature-major matrices */
  constructor(arena: Arena, plan: NetworkPlan, layout: Layout, degrees: Int32Array, stride: number) {
    this.#arena = arena;
    this.#plan = plan;
    this.#layout = layout;
    this.#stride = stride;
    this.#squares = arena.take((Math.max(layout.units, plan.columns.length) + 1) * (stride / 4));
    this.#norms = arena.take(stride / 4);
    const inputSees = new Int32Array(layout.units);
    degrees.forEach((degree, unit) => (inputSees[unit] = degree + 1));
    this.#inputSees = arena.place(inputSees);
    this.#blockSees = layout.blocks.map(({ sees }) => arena.place(sees));
    this.#outputSees = arena.place(layout.output.sees);
    this.#first = arena.take(layout.outputs);
  }

  /** Scales the gradients of rows whose own is longer than `clip`; those of rows without a finite length become 0. */
  clip(batch: NativeBatch, places: BatchPlaces, clip: number): void {
    const { kernels } = this.#arena;
    const { units, outputs } = this.#layout;
    const { rows, paddedRows } = places;
    this.#arena.floats(this.#norms, paddedRows).fill(0);
    this.#addInputNorms(batch, places);
    places.blockGradients.forEach((gradients, layer) => {
      this.#addProductNorms(places.states[layer], 1, gradients, this.#blockSees[layer], units, paddedRows);
    });
    const last = places.states[places.states.length - 1];
    this.#addProductNorms(last, 0, places.outputGradients, this.#outputSees, outputs, paddedRows);
    this.#toFactors(rows, paddedRows, clip);
    for (const gradients of [places.inputGradients, ...places.blockGradients]) {
      kernels.scaleRows(gradients, units, this.#norms, this.#stride, paddedRows);
    }
    kernels.scaleRows(places.outputGradients, outputs, this.#norms, this.#stride, paddedRows);
  }

  /** Those of the input layer and of the direct connections, whose inputs are the columns'. */
  #addInputNorms(batch: NativeBatch, places: BatchPlaces): void {
    const { columns } = this.#plan;
    const rows = places.paddedRows;
    const squares = columns.map((_, place) => batch.squaresOf(place));
    const rowOf = (index: number) => this.#arena.floats(this.#squares + index * this.#stride, rows);
    for (const column of this.#layout.columns) {
      if (column.sources < 0) continue;
      const sum = rowOf(0).fill(0);
      for (const source of column.plan.sources) {
        const own = squares[columns.findIndex(({ index }) => index === source.index)];
        for (let row = 0; row < rows; row++) sum[row] += own[row];
      }
      const gradients = places.outputGradients + column.output * this.#stride;
      this.#addNorms(gradients, this.#first, column.plan.outputWidth, rows);
    }
    rowOf(0).fill(1);
    columns.forEach(({ rank }, place) => rowOf(rank + 1).set(squares[place]));
    for (let rank = 0; rank < columns.length; rank++) {
      const [before, own] = [rowOf(rank), rowOf(rank + 1)];
      for (let row = 0; row < rows; row++) own[row] += before[row];
    }
    this.#addNorms(places.inputGradients, this.#inputSees, this.#layout.units, rows);
  }

  /** @param bias 1 where the layer has biases, whose inputs are 1 */
  #addProductNorms(
    inputs: Address,
    bias: number,
    gradients: Address,
    sees: Address,
    outputs: number,
    rows: number,
  ): void {
    const { units } = this.#layout;
    this.#arena.kernels.runningSquares(inputs, units, bias, this.#squares, this.#stride, rows);
    this.#addNorms(gradients, sees, outputs, rows);
  }

  #addNorms(gradients: Address, sees: Address, outputs: number, rows: number): void {
    const { kernels } = this.#arena;
    kernels.addSquaredNorms(gradients, sees, outputs, this.#squares, this.#stride, rows, this.#norms);
  }

  /** Squared norms to factors. */
  #toFactors(rows: number, paddedRows: number, clip: number): void {
    const norms = this.#arena.floats(this.#norms, paddedRows);
    for (let row = 0; row < paddedRows; row++) {
      const norm = Math.sqrt(norms[row]) * roundedUp;
      norms[row] = row < rows && norm < Infinity ? Math.min(1, clip / norm) : 0;
    }
  }
}
