import type { CodePoints } from './code-points';
import { leadingEigenvectors } from './eigenvectors';
import type { Neighbourhood } from './informative-columns';

const mostDimensions = 40;
/** With very many codes there are fewer: the time to part them grows with codes × dimensions². */
const codesTimesSquare = 5e7;
/** A bin with a smaller share of the rows counts as if it had this, lest the rarest decide all. */
const smallestShare = 0.01;
/** An axis must hold this many times the variance that chance gives each. */
const leastOverChance = 1.5;

/**
 * Correspondence analysis of the codes against the bins of their neighbours (Benzécri 1973; Greenacre 1984, ch. 4): a
 * code's profile is its rows' shares of each bin, in units of χ² distance; the points are the profiles' leading
 * principal coordinates. Each is drawn towards the middle as far as its few rows make it uncertain (James & Stein 1961).
 */
export function placeCodes({ rowCount, rowsByCode, neighbours }: Neighbourhood): CodePoints {
  const { starts } = rowsByCode;
  const codes = starts.length - 1;
  const weights = Float64Array.from({ length: codes }, (_, code) => starts[code + 1] - starts[code]);
  const profiles = new Profiles({ rowCount, rowsByCode, neighbours });
  const dimensions = Math.min(mostDimensions, Math.floor(Math.sqrt(codesTimesSquare / codes)));
  const axes = leadingEigenvectors(profiles.covariance(), profiles.width, dimensions);
  const chance = codes / rowCount;
  const kept = axes.filter(({ value }) => value > leastOverChance * chance);
  const coordinates = profiles.project(kept.map(({ vector }) => vector));
  kept.forEach(({ value }, axis) => {
    const signal = value - chance;
    for (let code = 0; code < codes; code++) {
      coordinates[code * kept.length + axis] *= weights[code] > 0 ? signal / (signal + 1 / weights[code]) : 0;
    }
  });
  return { dimensions: kept.length, coordinates, weights };
}

/** The codes' profiles, worked out from the rows when needed: a code has at most as many entries as rows. */
class Profiles {
  readonly width: number;
  readonly #source: Neighbourhood;
  /** First bin of each neighbour among all. */
  readonly #offsets: readonly number[];
  /** Share of the rows in each bin, and one over its square root. */
  readonly #shares: Float64Array;
  readonly #scales: Float64Array;

  constructor(source: Neighbourhood) {
    let width = 0;
    this.#offsets = source.neighbours.map(({ counts }) => (width += counts.length) - counts.length);
    this.width = width;
    this.#source = source;
    this.#shares = new Float64Array(width);
    source.neighbours.forEach(({ counts }, i) =>
      counts.forEach((count, bin) => (this.#shares[this.#offsets[i] + bin] = count / source.rowCount)),
    );
    this.#scales = this.#shares.map((share) => 1 / Math.sqrt(Math.max(smallestShare, share)));
  }

  /** Weighted by rows; row-major, width × width. */
  covariance(): Float64Array {
    const { width } = this;
    const sums = new Float64Array(width * width);
    this.#forEachProfile((bins, values, weight) => {
      for (let i = 0; i < bins.length; i++) {
        const scaled = (weight * values[i]) / this.#source.rowCount;
        const start = bins[i] * width;
        for (let j = 0; j < bins.length; j++) sums[start + bins[j]] += scaled * values[j];
      }
    });
    // Less the product of the means: a profile's mean are the shares of all rows.
    const mean = this.#shares.map((share, bin) => share * this.#scales[bin]);
    for (let i = 0; i < width; i++) for (let j = 0; j < width; j++) sums[i * width + j] -= mean[i] * mean[j];
    return sums;
  }

  /** Each code's coordinates on the axes, row-major; 0 for codes without rows. */
  project(axes: readonly Float64Array[]): Float64Array {
    const middles = axes.map((axis) =>
      this.#shares.reduce((sum, share, bin) => sum + share * this.#scales[bin] * axis[bin], 0),
    );
    const places = new Float64Array((this.#source.rowsByCode.starts.length - 1) * axes.length);
    this.#forEachProfile((bins, values, _, code) => {
      axes.forEach((axis, a) => {
        let place = -middles[a];
        for (let i = 0; i < bins.length; i++) place += values[i] * axis[bins[i]];
        places[code * axes.length + a] = place;
      });
    });
    return places;
  }

  /** Calls with the bins in which the code has rows and its scaled shares of them. */
  #forEachProfile(
    visit: (bins: readonly number[], values: readonly number[], weight: number, code: number) => void,
  ): void {
    const { rowsByCode, neighbours } = this.#source;
    const { starts, rows } = rowsByCode;
    const counts = new Float64Array(this.width);
    for (let code = 0; code + 1 < starts.length; code++) {
      const weight = starts[code + 1] - starts[code];
      if (weight === 0) continue;
      const bins: number[] = [];
      for (let i = starts[code]; i < starts[code + 1]; i++) {
        neighbours.forEach((neighbour, n) => {
          const bin = this.#offsets[n] + neighbour.bins[rows[i]];
          if (counts[bin]++ === 0) bins.push(bin);
        });
      }
      visit(
        bins,
        bins.map((bin) => (counts[bin] / weight) * this.#scales[bin]),
        weight,
        code,
      );
      for (const bin of bins) counts[bin] = 0;
    }
  }
}
