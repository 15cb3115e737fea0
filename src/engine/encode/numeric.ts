import type { RandomStream } from '../random';
import type { CodeSet } from './code-set';
import type { Grid } from './grid';
import { type Quantile, valueAtShare } from './quantile';
import { lowerBound, upperBound } from './sorted';

/** What one code of a number column stands for: a value of its own, or a cell from `from` up to where the next one begins. */
export type NumericCode =
  | { readonly value: number }
  | {
      readonly from: number;
      readonly quantile: Quantile;
    };

/** All that is known of a number column's codes, as plain data. */
export interface NumericCodes {
  /** In the order of the codes; the cells' `from` rise. */
  readonly codes: readonly NumericCode[];
  readonly hasMissing: boolean;
  readonly minimum: number;
  readonly maximum: number;
  /** Distance between neighbouring values as written (1, 0.01, …). */
  readonly resolution: number;
  readonly grid: Grid;
}

/**
 * Numbers to codes and back. Some values are codes of their own (atoms), the rest is cut into cells, each of which decodes
 * through an inverse distribution function, so that it draws values and does not replay them. The step is that of the
 * grid the values lie on: hourly readings stay hourly.
 */
export class NumericCodec implements CodeSet {
  readonly size: number;
  readonly ordered: number;
  readonly isAtom: Uint8Array;
  readonly missingCode: number;
  readonly withheld: readonly number[] = [];
  readonly minimum: number;
  readonly maximum: number;
  readonly learnt: NumericCodes;
  readonly #resolution: number;
  readonly #grid: Grid;
  readonly #atoms: Float64Array;
  readonly #atomCodes: Int32Array;
  readonly #edges: Float64Array;
  readonly #cellCodes: Int32Array;

  constructor(learnt: NumericCodes) {
    const { codes, hasMissing, minimum, maximum, resolution, grid } = learnt;
    this.learnt = learnt;
    this.minimum = minimum;
    this.maximum = maximum;
    this.#resolution = resolution;
    this.#grid = grid;
    this.ordered = codes.length;
    this.missingCode = hasMissing ? this.ordered : -1;
    this.size = this.ordered + (hasMissing ? 1 : 0);
    this.isAtom = new Uint8Array(this.size).fill(1);
    const places = codes.map((_, code) => code);
    this.#atomCodes = Int32Array.from(places.filter((code) => 'value' in codes[code]));
    this.#cellCodes = Int32Array.from(places.filter((code) => 'from' in codes[code]));
    this.#atoms = Float64Array.from(codes.flatMap((code) => ('value' in code ? [code.value] : [])));
    this.#edges = Float64Array.from(codes.flatMap((code) => ('from' in code ? [code.from] : [])));
    for (const code of this.#cellCodes) this.isAtom[code] = 0;
  }

  encode(value: number): number {
    if (Number.isNaN(value)) return this.missingCode;
    const atom = lowerBound(this.#atoms, value);
    if (this.#atoms[atom] === value) return this.#atomCodes[atom];
    const cells = this.#cellCodes.length;
    if (cells === 0) return this.#atomCodes[nearest(this.#atoms, atom, value)];
    return this.#cellCodes[Math.min(Math.max(upperBound(this.#edges, value) - 1, 0), cells - 1)];
  }

  /** Draws a value of that code; NaN for the missing code. */
  decode(code: number, random: RandomStream): number {
    if (code >= this.ordered || this.isAtom[code] === 1) return this.valueAt(code, 0);
    let value = this.valueAt(code, random.float());
    // A range must not replay the values that have codes of their own.
    for (let attempt = 0; attempt < 8 && this.#atoms[lowerBound(this.#atoms, value)] === value; attempt++) {
      value = this.valueAt(code, random.float());
    }
    return value;
  }

  /**
   * The code's inverse distribution function: never falls as `share` goes from 0 to 1.
   * @returns a value as `decode` draws them; NaN for the missing code
   */
  valueAt(code: number, share: number): number {
    if (code >= this.ordered) return Number.NaN;
    const known = this.learnt.codes[code];
    return 'value' in known ? known.value : this.clamp(this.round(valueAtShare(known.quantile, share)));
  }

  /** How far apart the code's values may lie; 0 for a value of its own. */
  widthOf(code: number): number {
    return this.valueAt(code, 1) - this.valueAt(code, 0);
  }

  /** The nearest value within the range learnt. */
  clamp(value: number): number {
    return Math.min(Math.max(value, this.minimum), this.maximum);
  }

  /** The values from `low` to `high` that have codes of their own. */
  atomsWithin(low: number, high: number): Float64Array {
    return this.#atoms.subarray(lowerBound(this.#atoms, low), upperBound(this.#atoms, high));
  }

  /** Distance between neighbouring values. */
  get step(): number {
    return this.#grid.step;
  }

  /** To the nearest point of the grid, as it is written. A number too coarse for the resolution stays as it is. */
  round(value: number): number {
    const { origin, step } = this.#grid;
    if (Math.abs(value) > step * Number.MAX_SAFE_INTEGER) return value;
    const near = origin + Math.round((value - origin) / step) * step;
    const perUnit = Math.round(1 / this.#resolution);
    return this.#resolution < 1 ? Math.round(near * perUnit) / perUnit : near;
  }
}

function nearest(sorted: Float64Array, above: number, value: number): number {
  if (above === sorted.length) return above - 1;
  return above > 0 && value - sorted[above - 1] <= sorted[above] - value ? above - 1 : above;
}
