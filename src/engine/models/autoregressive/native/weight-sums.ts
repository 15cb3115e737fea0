import type { Arena } from '../../../kernels/arena';
import type { Address } from '../../../kernels/kernels';
import type { SparseRows } from '../sparse-rows';

/** Sums of floats of one vector that lie elsewhere in it, as the kernel `fold` wants them (assembly/fold.ts). */
export interface WeightSums {
  readonly count: number;
  readonly sums: Int32Array;
  readonly terms: Int32Array;
}

/** Where the weights of outputs lie: output o's from the first unit at float `at(o)`, from the next `step` floats on. */
export interface WeightRows {
  readonly at: (output: number) => number;
  readonly step: number;
}

/** One output's part in another. */
export interface Share {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** @param fold row by row what each output adds to the others */
export function sharesOf({ starts, columns, values }: SparseRows): Share[] {
  const shares: Share[] = [];
  for (let from = 0; from + 1 < starts.length; from++) {
    for (let i = starts[from]; i < starts[from + 1]; i++) {
      shares.push({ from, to: columns[i], value: values[i] });
    }
  }
  return shares;
}

/** The way back: of a sum's gradient as much goes to each of its terms as the term had a share in it. */
export function turned(shares: readonly Share[]): Share[] {
  return shares.map(({ from, to, value }) => ({ from: to, to: from, value }));
}

export class WeightSumsWriter {
  readonly #sums: number[] = [];
  readonly #terms: number[] = [];

  /**
   * Each output becomes the sum of its shares.
   * @param outputs how many, a multiple of 4: what has no share becomes 0
   * @param units how many
   */
  add(shares: readonly Share[], from: WeightRows, to: WeightRows, outputs: number, units: number): void {
    const groups = Array.from({ length: outputs / 4 }, () => new Map<number, Float32Array>());
    for (const { from: source, to: output, value } of shares) {
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

  get written(): WeightSums {
    const [sums, terms] = [Int32Array.from(this.#sums), Int32Array.from(this.#terms)];
    return { count: sums.length / 6, sums, terms };
  }
}

/** Weight sums in the kernels' memory. */
export class PlacedWeightSums {
  readonly #arena: Arena;
  readonly #count: number;
  readonly #sums: Address;
  readonly #terms: Address;

  constructor(arena: Arena, { count, sums, terms }: WeightSums) {
    this.#arena = arena;
    this.#count = count;
    this.#sums = arena.place(sums);
    this.#terms = arena.place(terms);
  }

  /** Makes them in a vector, of weights or of their gradients. */
  make(vector: Address): void {
    this.#arena.kernels.fold(vector, this.#sums, this.#count, this.#terms);
  }
}
