import { Arena } from '../../../kernels/arena';
import type { Address } from '../../../kernels/kernels';
import type { CodedColumns } from '../batch-builder';
import type { NetworkPlan } from '../plan';
import { basisEntries, type Layout, layOut, type WeightGroups } from './layout';
import { NativeBatch } from './native-batch';
import { foldedOutputs, type OutputColumn, type OutputWeights, plainOutputs } from './output-weights';
import { RowNorms } from './row-norms';
import { PlacedWeightSums } from './weight-sums';

/** What a step drops out: the same `seed` drops the same units. */
export interface Dropout {
  readonly rate: number;
  readonly seed: number;
}

interface PlacedGroups {
  readonly starts: Address;
  readonly reach: Address;
  readonly groups: number;
}

interface PlacedBasis {
  readonly codeStarts: Address;
  readonly codeEntries: Address;
  readonly basisStarts: Address;
  readonly basisEntries: Address;
}

const noBasis: PlacedBasis = { codeStarts: 0, codeEntries: 0, basisStarts: 0, basisEntries: 0 };

/** Lines of the cache that lie between the rows of a matrix, so that rows do not fall on the same place in it. */
const strideFilling = 16;

/** Floats that the groups' weights take. */
function countWeights({ reach }: Pick<WeightGroups, 'reach'>): number {
  return 4 * reach.reduce((sum, units) => sum + units, 0);
}

/**
 * The network of network.ts, computed by the kernels of `assembly/`: the same function and the same gradients, without
 * the products that masks and one-hot inputs make superfluous. Everything trained lies in one flat vector.
 */
export class NativeNetwork {
  readonly layout: Layout;
  readonly #arena: Arena;
  readonly #plan: NetworkPlan;
  readonly #batch: NativeBatch;
  readonly #stride: number;
  readonly #parameters: Address;
  readonly #gradients: Address;
  readonly #firstMoment: Address;
  readonly #secondMoment: Address;
  readonly #rowPlaces: Address;
  readonly #firstUnits: Address;
  readonly #blocks: readonly PlacedGroups[];
  readonly #outputWeights: OutputWeights;
  /** Floats whose gradients are summed up place by place; all others are written at once. */
  readonly #summed: readonly { readonly start: number; readonly count: number }[];
  readonly #output: PlacedGroups;
  /** Weights of the outputs computed from trained ones, and gradients the way back. */
  readonly #folding: PlacedWeightSums;
  readonly #unfolding: PlacedWeightSums;
  readonly #bases: readonly PlacedBasis[];
  /** Hidden state before each block and after the last; the same after dropout; each block's rectified output. */
  readonly #states: readonly Address[];
  readonly #seen: readonly Address[];
  readonly #blockOutputs: readonly Address[];
  readonly #outputs: Address;
  readonly #gradientState: Address;
  readonly #gradientScratch: Address;
  readonly #rowMajor: Address;
  readonly #panel: Address;
  readonly #ordered: Address;
  readonly #scratch: Address;
  readonly #degrees: Int32Array;
  #rowNorms: RowNorms | null = null;
  /** Room for gradients that were computed elsewhere, from the first of them on. */
  #addends: { readonly start: Address; readonly count: number } = { start: 0, count: 0 };

  /**
   * @param capacity most rows of a batch
   * @param foldsOutputs false: every trained output is computed, which `clippedGradient` needs
   */
  constructor(
    module: WebAssembly.Module,
    plan: NetworkPlan,
    degrees: Int32Array,
    capacity: number,
    foldsOutputs = true,
  ) {
    const arena = new Arena(module);
    const layout = layOut(plan, degrees);
    this.#arena = arena;
    this.#plan = plan;
    this.#degrees = degrees;
    this.layout = layout;
    this.#batch = new NativeBatch(arena, plan, capacity);
    const outputs = foldsOutputs ? foldedOutputs(layout) : plainOutputs(layout);
    this.#outputWeights = outputs;
    this.#summed = [
      { start: 0, count: layout.biases + layout.inputWeights },
      ...outputs.columns
        .filter(({ sources }) => sources >= 0)
        .map(({ sources, sourceStride, sourceInputs }) => ({
          start: sources,
          count: sourceStride * sourceInputs,
        })),
    ];
    this.#parameters = arena.take(layout.size + outputs.floats);
    this.#gradients = arena.take(layout.size + outputs.floats);
    this.#firstMoment = arena.take(layout.size);
    this.#secondMoment = arena.take(layout.size);
    this.#rowPlaces = arena.place(layout.rowPlaces);
    this.#firstUnits = arena.place(layout.firstUnits);
    const placeGroups = ({ starts, reach }: Pick<WeightGroups, 'starts' | 'reach'>): PlacedGroups => ({
      starts: arena.place(starts),
      reach: arena.place(reach),
      groups: starts.length,
    });
    this.#blocks = layout.blocks.map(placeGroups);
    this.#output = placeGroups(outputs);
    this.#folding = new PlacedWeightSums(arena, outputs.folding);
    this.#unfolding = new PlacedWeightSums(arena, outputs.unfolding);
    this.#bases = outputs.columns.map(({ basis }) => {
      if (!basis) return noBasis;
      const entries = basisEntries(basis);
      return {
        codeStarts: arena.place(entries.codeStarts),
        codeEntries: arena.place(entries.codeEntries),
        basisStarts: arena.place(entries.basisStarts),
        basisEntries: arena.place(entries.basisEntries),
      };
    });
    const rows = this.#batch.capacity + strideFilling;
    this.#stride = 4 * rows;
    const state = () => arena.take(layout.units * rows);
    this.#states = [state(), ...layout.blocks.map(state)];
    this.#seen = this.#states.map(state);
    this.#blockOutputs = layout.blocks.map(state);
    this.#outputs = arena.take(outputs.outputs * rows);
    this.#gradientState = state();
    this.#gradientScratch = state();
    const widestSource = Math.max(0, ...outputs.columns.map(({ sourceStride }) => sourceStride));
    this.#rowMajor = arena.take(Math.max(layout.units, widestSource) * this.#batch.capacity);
    this.#panel = arena.take(8 * Math.max(layout.units, outputs.outputs));
    this.#ordered = arena.take(Math.max(...[...layout.blocks, outputs].map(countWeights)));
    this.#scratch = arena.take(16 * (Math.max(1, ...plan.columns.map(({ targets }) => targets)) + 1));
  }

  /** Memory taken so far. */
  get bytes(): number {
    return this.#arena.bytes;
  }

  /** Everything trained, in the layout's order; views are good until the network is asked for anything else. */
  get parameters(): Float32Array<ArrayBuffer> {
    return this.#arena.floats(this.#parameters, this.layout.size);
  }
  get gradients(): Float32Array<ArrayBuffer> {
    return this.#arena.floats(this.#gradients, this.layout.size);
  }
  get firstMoment(): Float32Array<ArrayBuffer> {
    return this.#arena.floats(this.#firstMoment, this.layout.size);
  }
  get secondMoment(): Float32Array<ArrayBuffer> {
    return this.#arena.floats(this.#secondMoment, this.layout.size);
  }

  /**
   * Puts the gradient of Σ scale · negative log-likelihood over the rows into `gradients`.
   * @returns sum of the rows' negative log-likelihood, nats
   */
  gradient(
    columns: readonly CodedColumns[],
    rows: ArrayLike<number>,
    scale: number,
    dropout: Dropout | null,
  ): number {
    this.#batch.fill(columns, rows, scale);
    for (const { start, count } of this.#summed)
      this.#arena.floats(this.#gradients + 4 * start, count).fill(0);
    const loss = this.#outputGradients(dropout);
    this.#backThrough(dropout);
    this.#weightGradients(dropout);
    return loss;
  }

  /**
   * Puts the sum of the rows' gradients into `gradients`, each row's cut to a length of `clip` where it is longer: all rows'
   * lengths come from one pass (row-norms.ts). The biases of the outputs are left alone: their gradient is 0.
   * Only of a network that does not fold its outputs: a row's length is that of the trained weights' gradients.
   */
  clippedGradient(columns: readonly CodedColumns[], rows: ArrayLike<number>, clip: number): void {
    this.#batch.fill(columns, rows, 1);
    this.gradients.fill(0);
    this.#outputGradients(null);
    this.#backThrough(null);
    this.#rowNorms ??= new RowNorms(this.#arena, this.#plan, this.layout, this.#degrees, this.#stride);
    const places = {
      rows: rows.length,
      paddedRows: this.#batch.paddedRows,
      states: this.#states,
      inputGradients: this.#gradientState,
      blockGradients: this.#blockOutputs,
      outputGradients: this.#outputs,
    };
    this.#rowNorms.clip(this.#batch, places, clip);
    this.#weightGradients(null);
    const { layout, gradients } = this;
    for (const { bias, plan } of layout.columns) gradients.fill(0, bias, bias + plan.targets);
  }

  /** Sum over the rows of the negative log-likelihood, nats, without dropout. */
  loss(columns: readonly CodedColumns[], rows: ArrayLike<number>): number {
    this.#batch.fill(columns, rows, 1);
    this.#forward(null);
    return this.#outputWeights.columns.reduce(
      (sum, column, place) => sum + this.#softmaxLoss(column, place),
      0,
    );
  }

  /**
   * One step of Adam with decoupled weight decay (Kingma & Ba 2015; Loshchilov & Hutter 2019) on the entries from `start`
   * to `end`, multiples of 4, with what `gradients` holds. Biases, which come first in the layout, do not decay.
   * @param step counted from 1
   */
  adam(learningRate: number, step: number, start = 0, end = this.layout.size): void {
    const { biases } = this.layout;
    const kept = 1 - learningRate * this.#plan.options.weightDecay;
    this.#adamRange(learningRate, step, start, Math.min(end, biases), 1);
    this.#adamRange(learningRate, step, Math.max(start, biases), end, kept);
  }

  /** Adds values, a multiple of 4, to `gradients` from `start`, a multiple of 4, on. */
  addGradients(values: Float32Array, start: number): void {
    const { length } = values;
    if (this.#addends.count < length) this.#addends = { start: this.#arena.take(length), count: length };
    this.#arena.floats(this.#addends.start, length).set(values);
    this.#arena.kernels.addFloats(this.#addends.start, this.#gradients + 4 * start, length);
  }

  #adamRange(learningRate: number, step: number, start: number, end: number, kept: number): void {
    if (end <= start) return;
    const correction = Math.sqrt(1 - 0.999 ** step);
    const at = (vector: Address) => vector + 4 * start;
    this.#arena.kernels.adam(
      at(this.#parameters),
      at(this.#gradients),
      at(this.#firstMoment),
      at(this.#secondMoment),
      end - start,
      (learningRate * correction) / (1 - 0.9 ** step),
      1e-8 * correction,
      kept,
    );
  }

  /** Forward, and from the loss back to the outputs, whose gradients take the outputs' place; the loss, nats. */
  #outputGradients(dropout: Dropout | null): number {
    this.#forward(dropout);
    let loss = 0;
    this.#outputWeights.columns.forEach((column, place) => (loss += this.#softmaxGradient(column, place)));
    return loss;
  }

  #forward(dropout: Dropout | null): void {
    const { kernels } = this.#arena;
    const { layout } = this;
    const rows = this.#batch.paddedRows;
    const stride = this.#stride;
    this.#folding.make(this.#parameters);
    this.#gatherInputs();
    kernels.toFeatureMajor(this.#rowMajor, rows, layout.units, this.#states[0], stride, 1);
    this.#blocks.forEach((groups, layer) => {
      const seen = this.#drop(layer, this.#states[layer], this.#seen[layer], dropout);
      this.#product(groups, seen, this.#blockOutputs[layer]);
      const bias = this.#parameters + 4 * layout.blockBiases[layer];
      const [before, after] = [this.#states[layer], this.#states[layer + 1]];
      kernels.residual(this.#blockOutputs[layer], bias, before, after, layout.units, stride, rows);
    });
    const last = this.#blocks.length;
    this.#product(
      this.#output,
      this.#drop(last, this.#states[last], this.#seen[last], dropout),
      this.#outputs,
    );
    for (const column of this.#outputWeights.columns) if (column.sources >= 0) this.#addSources(column);
  }

  /** What the next layer sees of a state. */
  #drop(layer: number, from: Address, to: Address, dropout: Dropout | null): Address {
    if (!dropout || dropout.rate === 0) return from;
    const seed = Math.imul(dropout.seed + 1, 0x9e3779b1) ^ Math.imul(layer + 1, 0x85ebca77);
    const threshold = dropout.rate * 2 ** 32;
    const { units } = this.layout;
    const rows = this.#batch.paddedRows;
    this.#arena.kernels.dropout(from, to, units, this.#stride, rows, seed, threshold, 1 / (1 - dropout.rate));
    return to;
  }

  /** Input layer's sums, row-major. */
  #gatherInputs(): void {
    const { entryStarts, inputs, values, paddedRows } = this.#batch;
    this.#arena.kernels.gatherInputs(
      this.#parameters,
      this.#rowPlaces,
      this.#firstUnits,
      this.#parameters + 4 * this.layout.inputBias,
      entryStarts,
      inputs,
      values,
      this.#plan.columns.length,
      paddedRows,
      this.layout.units,
      this.#rowMajor,
    );
  }

  #product({ starts, reach, groups }: PlacedGroups, from: Address, to: Address): void {
    const rows = this.#batch.paddedRows;
    this.#arena.kernels.forward(
      this.#parameters,
      starts,
      reach,
      groups,
      from,
      to,
      this.#stride,
      rows,
      this.#panel,
    );
  }

  /** Adds a column's direct connections to its outputs. */
  #addSources(column: OutputColumn): void {
    const { kernels } = this.#arena;
    const rows = this.#batch.paddedRows;
    this.#arena.floats(this.#rowMajor, rows * column.sourceStride).fill(0);
    this.#eachSource(column, this.#parameters, kernels.gatherSource);
    const to = this.#outputs + column.output * this.#stride;
    kernels.addToFeatureMajor(this.#rowMajor, rows, column.sourceStride, to, this.#stride, this.#scratch);
  }

  #eachSource(
    { plan, sources, sourceStride }: OutputColumn,
    vector: Address,
    kernel: Arena['kernels']['gatherSource'],
  ): void {
    const { entryStarts, inputs, values, paddedRows } = this.#batch;
    const { columns } = this.#plan;
    let weights = vector + 4 * sources;
    for (const source of plan.sources) {
      const place = columns.findIndex(({ index }) => index === source.index);
      kernel(
        weights,
        source.inputStart,
        place,
        entryStarts,
        inputs,
        values,
        columns.length,
        paddedRows,
        sourceStride,
        this.#rowMajor,
      );
      weights += 4 * source.inputWidth * sourceStride;
    }
  }

  #softmaxGradient({ plan, output, width, bias }: OutputColumn, place: number): number {
    const { codeStarts, codeEntries, basisStarts, basisEntries: entries } = this.#bases[place];
    return this.#arena.kernels.softmaxGradient(
      this.#outputs + output * this.#stride,
      this.#stride,
      this.#batch.paddedRows,
      plan.targets,
      width,
      codeStarts,
      codeEntries,
      basisStarts,
      entries,
      this.#parameters + 4 * bias,
      this.#gradients + 4 * bias,
      this.#batch.targetsOf(place),
      this.#batch.rowScale,
      this.#scratch,
    );
  }

  #softmaxLoss({ plan, output, bias }: OutputColumn, place: number): number {
    const { codeStarts, codeEntries } = this.#bases[place];
    return this.#arena.kernels.softmaxLoss(
      this.#outputs + output * this.#stride,
      this.#stride,
      this.#batch.paddedRows,
      plan.targets,
      codeStarts,
      codeEntries,
      this.#parameters + 4 * bias,
      this.#batch.targetsOf(place),
      this.#batch.rowScale,
      this.#scratch,
    );
  }

  /**
   * From the outputs' gradients to those of the sums that each layer rectifies: the blocks' take the place of their
   * outputs, the input layer's are left in the gradient state.
   */
  #backThrough(dropout: Dropout | null): void {
    const { kernels } = this.#arena;
    const { units } = this.layout;
    const rows = this.#batch.paddedRows;
    const stride = this.#stride;
    const state = this.#gradientState;
    const scratch = this.#gradientScratch;
    const last = this.#blocks.length;
    this.#inputGradients(this.#output, this.#outputs, state);
    this.#drop(last, state, state, dropout);
    for (let layer = last - 1; layer >= 0; layer--) {
      const block = this.#blockOutputs[layer];
      kernels.rectifierGradient(block, state, block, units, stride, rows);
      this.#inputGradients(this.#blocks[layer], block, scratch);
      this.#drop(layer, scratch, scratch, dropout);
      kernels.accumulate(scratch, state, units, stride, rows);
    }
    kernels.rectifierGradient(this.#states[0], state, state, units, stride, rows);
  }

  /** From the gradients that `#backThrough` left to those of everything trained. */
  #weightGradients(dropout: Dropout | null): void {
    const { kernels } = this.#arena;
    const { layout } = this;
    const rows = this.#batch.paddedRows;
    const stride = this.#stride;
    const isThinned = dropout !== null && dropout.rate > 0;
    const seen = isThinned ? this.#seen : this.#states;
    const product = ({ starts, reach, groups }: PlacedGroups, inputs: Address, outputs: Address) =>
      kernels.weightGradients(this.#gradients, starts, reach, groups, inputs, outputs, stride, rows);
    for (const column of this.#outputWeights.columns) if (column.sources >= 0) this.#sourceGradients(column);
    product(this.#output, seen[this.#blocks.length], this.#outputs);
    this.#unfolding.make(this.#gradients);
    this.#blocks.forEach((groups, layer) => {
      const block = this.#blockOutputs[layer];
      product(groups, seen[layer], block);
      kernels.sumUnits(block, this.#gradients + 4 * layout.blockBiases[layer], layout.units, stride, rows);
    });
    kernels.toRowMajor(this.#gradientState, stride, rows, layout.units, this.#rowMajor);
    this.#scatterInputs();
    const { gradients } = this;
    for (const place of layout.forbidden) gradients[place] = 0;
  }

  /** A product's gradients by its inputs. */
  #inputGradients(
    { starts, reach, groups }: PlacedGroups,
    outputGradients: Address,
    inputGradients: Address,
  ): void {
    this.#arena.kernels.backward(
      this.#parameters,
      starts,
      reach,
      groups,
      outputGradients,
      inputGradients,
      this.layout.units,
      this.#stride,
      this.#batch.paddedRows,
      this.#panel,
      this.#ordered,
    );
  }

  #sourceGradients(column: OutputColumn): void {
    const { kernels } = this.#arena;
    const from = this.#outputs + column.output * this.#stride;
    kernels.toRowMajor(from, this.#stride, this.#batch.paddedRows, column.sourceStride, this.#rowMajor);
    this.#eachSource(column, this.#gradients, kernels.scatterSource);
  }

  #scatterInputs(): void {
    const { entryStarts, inputs, values, paddedRows } = this.#batch;
    this.#arena.kernels.scatterInputs(
      this.#gradients,
      this.#rowPlaces,
      this.#firstUnits,
      this.#gradients + 4 * this.layout.inputBias,
      entryStarts,
      inputs,
      values,
      this.#plan.columns.length,
      paddedRows,
      this.layout.units,
      this.#rowMajor,
    );
  }
}
