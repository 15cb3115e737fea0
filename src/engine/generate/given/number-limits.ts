import type { NumericCodec } from '../../encode/numeric';
import type { RandomStream } from '../../random';
import type { AllowedValues } from './allowed-values';
import { type CodePart, drawWithin, noCode, partWithin, wholeCode } from './cell-spans';
import { contains, type Interval } from './intervals';

/** Ranges kept at hand, moved by so many different origins. */
const mostKept = 2048;

/** The allowed values moved by one origin, and what they leave of each code. */
interface Moved {
  readonly intervals: readonly Interval[];
  readonly parts: readonly CodePart[];
  readonly shares: Float64Array;
}

/**
 * What conditions leave of a number column's codes, and values drawn within them. A column learnt as a difference adds
 * its row's `origin` to what is decoded, so its range moves with the row; elsewhere the origin is 0.
 */
export class NumberLimits {
  /** What they leave of the rests of a column that is written as a sum; null where it is none. */
  readonly ofRests: NumberLimits | null;
  readonly #codec: NumericCodec;
  readonly #allowed: AllowedValues;
  readonly #frequencies: Float64Array;
  readonly #moved = new Map<number, Moved>();

  /**
   * @param counts of the learnt rows by code: as often a value is drawn that cannot be copied
   * @param rests the codec of what is left beside a sum
   */
  constructor(
    codec: NumericCodec,
    allowed: AllowedValues,
    counts: Float64Array,
    rests: NumericCodec | null = null,
  ) {
    this.ofRests = rests && new NumberLimits(rests, allowed, new Float64Array(rests.size));
    this.#codec = codec;
    this.#allowed = allowed;
    const total = Math.max(
      1,
      counts.reduce((sum, count) => sum + count, 0),
    );
    this.#frequencies = counts.map((count) => count / total);
  }

  /** Per code the share of it that is allowed. Not to be changed. */
  sharesAt(origin: number): Float64Array {
    return this.#at(origin).shares;
  }

  /** 1 where the value is allowed, NaN standing for a missing one, else 0. */
  shareOf(value: number): number {
    const { missing, intervals } = this.#allowed;
    return (Number.isNaN(value) ? missing : contains(intervals, value)) ? 1 : 0;
  }

  /** Share of the rows learnt whose codes are allowed. */
  get shareOfAny(): number {
    const { shares } = this.#at(0);
    return shares.reduce((sum, share, code) => sum + share * this.#frequencies[code], 0);
  }

  /** An allowed value of the code, less its origin; any value where none is allowed. */
  draw(code: number, origin: number, random: RandomStream): number {
    const { parts, intervals } = this.#at(origin);
    const { spans } = parts[code];
    return spans
      ? drawWithin(this.#codec, code, spans, intervals, random.float())
      : this.#codec.decode(code, random);
  }

  /** An allowed value of any code, as often as it occurs; any value where none is allowed. */
  drawAny(random: RandomStream): number {
    const { shares } = this.#at(0);
    const total = this.shareOfAny;
    const weightOf = (code: number) => this.#frequencies[code] * (total > 0 ? shares[code] : 1);
    let left = random.float() * (total > 0 ? total : 1);
    let last = 0;
    for (let code = 0; code < shares.length && left >= 0; code++) {
      if (weightOf(code) > 0) last = code;
      left -= weightOf(code);
    }
    return this.draw(last, 0, random);
  }

  #at(origin: number): Moved {
    // NaN is one key of a Map, like any number.
    let moved = this.#moved.get(origin);
    if (!moved) {
      if (this.#moved.size >= mostKept) this.#moved.clear();
      this.#moved.set(origin, (moved = this.#move(origin)));
    }
    return moved;
  }

  #move(origin: number): Moved {
    const { ordered, size } = this.#codec;
    const missing = this.#allowed.missing ? wholeCode : noCode;
    const intervals = this.#allowed.intervals.map(({ low, high }) => ({
      low: low - origin,
      high: high - origin,
    }));
    // What is counted from a missing origin is missing itself.
    const parts = Array.from({ length: size }, (_, code) =>
      code >= ordered || Number.isNaN(origin) ? missing : partWithin(this.#codec, code, intervals),
    );
    return { intervals, parts, shares: Float64Array.from(parts, ({ share }) => share) };
  }
}
