import type { Basis } from '../bases';
import type { ColumnPlan } from '../plan';
import type { SparseRows } from '../sparse-rows';
import { type ColumnPlace, type Layout, roundUp } from './layout';
import { foldOutputs } from './output-fold';

/** A column's outputs as they are computed. */
export interface OutputColumn {
  readonly plan: ColumnPlan;
  /** First of them, a multiple of 4, and how many. */
  readonly output: number;
  readonly width: number;
  /** Logits by them; null: they are the logits. */
  readonly basis: Basis | null;
  /** First float of its direct connections, and the floats of one of their rows; -1 without sources. */
  readonly sources: number;
  readonly sourceStride: number;
}

/** Sums of floats of one vector that lie elsewhere in it, as the kernel `fold` wants them (assembly/fold.ts). */
export interface Sums {
  readonly count: number;
  readonly sums: Int32Array;
  readonly terms: Int32Array;
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
  readonly folding: Sums;
  readonly unfolding: Sums;
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

function outputWeights(
  layout: Layout,
  foldOf: (column: ColumnPlace) => ReturnType<typeof foldOutputs> | null,
): OutputWeights {
  const starts: number[] = [];
  const reach: number[] = [];
  const folding = new SumsWriter();
  const unfolding = new SumsWriter();
  const columns = new Map<ColumnPlan, OutputColumn>();
  let size = layout.size;
  const take = (count: number) => (size += count) - count;
  for (const column of [...layout.columns].sort((a, b) => a.output - b.output)) {
    const { plan, sources, sourceStride } = column;
    const firstGroup = column.output / 4;
    const trained = layout.output.starts.subarray(firstGroup, firstGroup + roundUp(plan.outputWidth) / 4);
    const units = layout.output.reach[firstGroup];
    const output = 4 * starts.length;
    const found = foldOf(column);
    if (!found) {
      starts.push(...trained);
      reach.push(...Array.from(trained, () => units));
      const { outputWidth: width, output: basis } = plan;
      columns.set(plan, { plan, output, width, basis, sources, sourceStride });
      continue;
    }
    const { width, basis, fold } = found;
    const stride = roundUp(width);
    const made = Array.from({ length: stride / 4 }, () => take(4 * units));
    starts.push(...made);
    reach.push(...made.map(() => units));
    const entries = entriesOf(fold);
    const link = (from: Rows, to: Rows, count: number) => {
      folding.add(entries, from, to, stride, count);
      unfolding.add(entries.map(turned), to, from, roundUp(plan.outputWidth), count);
    };
    link({ at: placeIn(trained), step: 4 }, { at: placeIn(made), step: 4 }, units);
    if (sources < 0) {
      columns.set(plan, { plan, output, width, basis, sources, sourceStride });
      continue;
    }
    const inputs = plan.sources.reduce((sum, source) => sum + source.inputWidth, 0);
    const own = take(inputs * stride);
    const rowsAt = (start: number, step: number): Rows => ({ at: (place) => start + place, step });
    link(rowsAt(sources, sourceStride), rowsAt(own, stride), inputs);
    columns.set(plan, { plan, output, width, basis, sources: own, sourceStride: stride });
  }
  return {
    starts: Int32Array.from(starts),
    reach: Int32Array.from(reach),
    outputs: 4 * starts.length,
    columns: layout.columns.map(({ plan }) => columns.get(plan) as OutputColumn),
    floats: size - layout.size,
    folding: folding.sums,
    unfolding: unfolding.sums,
  };
}

/** Where the weights of outputs lie: output o's from the first unit at float `at(o)`, from the next `step` floats on. */
interface Rows {
  readonly at: (output: number) => number;
  readonly step: number;
}

interface Entry {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

const turned = ({ from, to, value }: Entry): Entry => ({ from: to, to: from, value });

const placeIn = (starts: ArrayLike<number>) => (output: number) => starts[output >> 2] + (output & 3);

function entriesOf({ starts, columns, values }: SparseRows): Entry[] {
  const entries: Entry[] = [];
  for (let from = 0; from + 1 < starts.length; from++) {
    for (let i = starts[from]; i < starts[from + 1]; i++) {
      entries.push({ from, to: columns[i], value: values[i] });
    }
  }
  return entries;
}

class SumsWriter {
  readonly #sums: number[] = [];
  readonly #terms: number[] = [];

  /**
   * @param entries outputs are the sums of values · the outputs they come from
   * @param outputs how many, a multiple of 4: what no entry leads to becomes 0
   * @param units how many
   */
  add(entries: readonly Entry[], from: Rows, to: Rows, outputs: number, units: number): void {
    const groups = Array.from({ length: outputs / 4 }, () => new Map<number, Float32Array>());
    for (const { from: source, to: output, value } of entries) {
      const group = groups[output >> 2];
      const factors = group.get(source) ?? new Float32Array(4);
      factors[output & 3] = value;
      group.set(source, factors);
    }
    groups.forEach((group, place) => {
      const first = this.#terms.length / 8;
      for (const [source, factors] of group) {
        this.#terms.push(4 * from.at(source), 0, 0, 0, ...new Int32Array(factors.buffer));
      }
      const end = this.#terms.length / 8;
      this.#sums.push(4 * to.at(4 * place), 4 * to.step, 4 * from.step, units, first, end);
    });
  }

  get sums(): Sums {
    const [sums, terms] = [Int32Array.from(this.#sums), Int32Array.from(this.#terms)];
    return { count: sums.length / 6, sums, terms };
  }
}
