/** What fitting in one go needs of the worker or program it runs in. */
export interface FittingHost {
  /** Lets messages in; resolves when the work may go on (not while paused). */
  breathe(): Promise<void>;
  /** True when the rows looked at so far must do. */
  shouldEnd(): boolean;
  /** Share of the work done, 0 … 1. */
  onProgress(share: number): void;
}

/** One variable: a code per row, and what each code counts. */
export interface ScoredColumn {
  readonly codes: Int32Array;
  readonly scores: Float64Array;
}

export interface ScoreCorrelation {
  /** Pearson's correlations, row-major, d × d, symmetric, diagonal 1; 0 where a variable did not vary. */
  readonly matrix: Float64Array;
  /** Rows they were computed from. */
  readonly rows: number;
  /** True when it was told to end before all rows were looked at. */
  readonly endedEarly: boolean;
}

const blockRows = 256;
/** Rows that are looked at in any case. */
const fewestRows = 512;

/**
 * Correlations of the columns' scores over the rows, block by block, in the order given.
 * @param rows row numbers in random order, so that the first of them are a sample
 */
export async function correlateScores(
  columns: readonly ScoredColumn[],
  rows: Uint32Array,
  host: FittingHost,
): Promise<ScoreCorrelation> {
  const sums = new ProductSums(columns);
  let done = 0;
  while (done < rows.length && !(done >= fewestRows && host.shouldEnd())) {
    const block = rows.subarray(done, done + blockRows);
    sums.add(block);
    done += block.length;
    host.onProgress(done / rows.length);
    await host.breathe();
  }
  return { matrix: sums.correlations(done), rows: done, endedEarly: done < rows.length };
}

/** Sums of the scores and of the products of each two of them. */
class ProductSums {
  readonly #columns: readonly ScoredColumn[];
  /** The number of columns, made even. */
  readonly #width: number;
  readonly #sums: Float64Array;
  /** Lower triangle, row-major; what lies above it has no meaning. */
  readonly #products: Float64Array;
  /** Column by column; rows beyond the block's last are 0. */
  readonly #block: Float32Array;

  constructor(columns: readonly ScoredColumn[]) {
    this.#columns = columns;
    this.#width = columns.length + (columns.length % 2);
    this.#sums = new Float64Array(this.#width);
    this.#products = new Float64Array(this.#width ** 2);
    this.#block = new Float32Array(this.#width * blockRows);
  }

  add(rows: Uint32Array): void {
    this.#block.fill(0);
    this.#columns.forEach(({ codes, scores }, column) => {
      const start = column * blockRows;
      for (let place = 0; place < rows.length; place++) {
        this.#block[start + place] = scores[codes[rows[place]]];
        // As it was rounded on the way in: so are the products.
        this.#sums[column] += this.#block[start + place];
      }
    });
    for (let i = 0; i < this.#width; i += 2) for (let j = 0; j <= i; j += 2) this.#addTile(i, j);
  }

  /** Two columns by two: each score is read once for two products. */
  #addTile(i: number, j: number): void {
    const block = this.#block;
    const [a, b, c, d] = [i * blockRows, (i + 1) * blockRows, j * blockRows, (j + 1) * blockRows];
    let [ac, ad, bc, bd] = [0, 0, 0, 0];
    for (let row = 0; row < blockRows; row++) {
      const first = block[a + row];
      const second = block[b + row];
      const third = block[c + row];
      const fourth = block[d + row];
      ac += first * third;
      ad += first * fourth;
      bc += second * third;
      bd += second * fourth;
    }
    const place = i * this.#width + j;
    this.#products[place] += ac;
    this.#products[place + 1] += ad;
    this.#products[place + this.#width] += bc;
    this.#products[place + this.#width + 1] += bd;
  }

  correlations(rows: number): Float64Array {
    const size = this.#columns.length;
    const covariance = (i: number, j: number) =>
      this.#products[i * this.#width + j] / rows - (this.#sums[i] / rows) * (this.#sums[j] / rows);
    const spread = Float64Array.from({ length: size }, (_, i) => Math.sqrt(Math.max(0, covariance(i, i))));
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      matrix[i * size + i] = 1;
      for (let j = 0; j < i; j++) {
        const scale = spread[i] * spread[j];
        const value = scale > 1e-9 ? Math.max(-1, Math.min(1, covariance(i, j) / scale)) : 0;
        matrix[i * size + j] = matrix[j * size + i] = value;
      }
    }
    return matrix;
  }
}
