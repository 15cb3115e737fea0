import type { Basis } from '../bases';
import { type ColumnPlace, type Layout, roundUp } from './layout';
import { foldOutputs, type OutputFold } from './output-fold';
import { sharesOf, turned, type WeightRows, type WeightSums, WeightSumsWriter } from './weight-sums';

/** A column's outputs, and direct connections to them, as they are computed. */
export interface OutputColumn extends ColumnPlace {
  /** Number of outputs. */
  readonly width: number;
  /** Logits by them; null: they are the logits. */
  readonly basis: Basis | null;
}

/**
 * The outputs that a step computes. A line's trained outputs are a pyramid of hat functions, half of which are sums of the
 * finest: the weights of those are made of the trained ones once for each step, so that every row's products are made for
 * half as many outputs, and the gradients are brought back the same way. Logits and gradients are the same.
 */
export interface OutputWeights {
  /** Groups of four outputs, as in `WeightGroups`; what is made of trained weights lies behind them. */
  readonly starts: Int32Array;
  readonly reach: Int32Array;
  /** Outputs, padded column by column to a multiple of 4. */
  readonly outputs: number;
  /** In the order of the plan. */
  readonly columns: readonly OutputColumn[];
  /** Floats that parameters and gradients need behind the layout's own, a multiple of 4. */
  readonly floats: number;
  /** From the trained weights to those behind them, and from the gradients there to those of the trained. */
  readonly folding: WeightSums;
  readonly unfolding: WeightSums;
}

/** The trained outputs themselves. */
export function plainOutputs(layout: Layout): OutputWeights {
  return outputWeights(layout, () => null);
}

/** As few outputs as give the same logits. */
export function foldedOutputs(layout: Layout): OutputWeights {
  return outputWeights(layout, ({ plan, output }) => {
    const found = foldOutputs(plan, layout.output.sees[output]);
    return found.width < plan.outputWidth ? found : null;
  });
}

function outputWeights(layout: Layout, foldOf: (column: ColumnPlace) => OutputFold | null): OutputWeights {
  const writer = new OutputWriter(layout);
  const inOrder = [...layout.columns].sort((a, b) => a.output - b.output);
  const columns = new Map(
    inOrder.map((column) => {
      const fold = foldOf(column);
      return [column.plan, fold ? writer.fold(column, fold) : writer.keep(column)];
    }),
  );
  return { ...writer.written, columns: layout.columns.map(({ plan }) => columns.get(plan) as OutputColumn) };
}

/** Takes the columns in the order of their outputs. */
class OutputWriter {
  readonly #layout: Layout;
  readonly #starts: number[] = [];
  readonly #reach: number[] = [];
  readonly #folding = new WeightSumsWriter();
  readonly #unfolding = new WeightSumsWriter();
  #size: number;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#size = layout.size;
  }

  get written(): Omit<OutputWeights, 'columns'> {
    return {
      starts: Int32Array.from(this.#starts),
      reach: Int32Array.from(this.#reach),
      outputs: 4 * this.#starts.length,
      floats: this.#size - this.#layout.size,
      folding: this.#folding.written,
      unfolding: this.#unfolding.written,
    };
  }

  /** The column's outputs are those trained. */
  keep(column: ColumnPlace): OutputColumn {
    const { starts, units } = this.#trained(column);
    const { outputWidth: width, output: basis } = column.plan;
    return { ...column, output: this.#addGroups(starts, units), width, basis };
  }

  /** The column's outputs, and direct connections to them, are made of those trained. */
  fold(column: ColumnPlace, { width, basis, fold }: OutputFold): OutputColumn {
    const { starts, units } = this.#trained(column);
    const stride = roundUp(width);
    const made = Array.from({ length: stride / 4 }, () => this.#take(4 * units));
    const output = this.#addGroups(made, units);
    const shares = sharesOf(fold);
    const link = (trained: WeightRows, own: WeightRows, count: number) => {
      this.#folding.add(shares, trained, own, stride, count);
      this.#unfolding.add(turned(shares), own, trained, roundUp(column.plan.outputWidth), count);
    };
    link(groupRows(starts), groupRows(made), units);
    if (column.sources < 0) return { ...column, output, width, basis };
    const sources = this.#take(column.sourceInputs * stride);
    link(plainRows(column.sources, column.sourceStride), plainRows(sources, stride), column.sourceInputs);
    return { ...column, output, width, basis, sources, sourceStride: stride };
  }

  /** Where the groups of a column's trained outputs start, and how many units all of them see. */
  #trained({ plan, output }: ColumnPlace): { starts: readonly number[]; units: number } {
    const { starts, reach } = this.#layout.output;
    const first = output / 4;
    const own = starts.subarray(first, first + roundUp(plan.outputWidth) / 4);
    return { starts: [...own], units: reach[first] };
  }

  /** The first of the outputs that the groups are. */
  #addGroups(starts: readonly number[], units: number): number {
    const first = 4 * this.#starts.length;
    this.#starts.push(...starts);
    this.#reach.push(...starts.map(() => units));
    return first;
  }

  #take(count: number): number {
    const start = this.#size;
    this.#size += count;
    return start;
  }
}

/** Of outputs in groups of four. */
function groupRows(starts: readonly number[]): WeightRows {
  return { at: (output) => starts[output >> 2] + (output & 3), step: 4 };
}

/** Of outputs side by side. */
function plainRows(start: number, stride: number): WeightRows {
  return { at: (output) => start + output, step: stride };
}
