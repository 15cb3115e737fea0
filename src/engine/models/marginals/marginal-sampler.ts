import { permutation, type RandomStream } from '../../random';
import { codeBelow } from '../code-counts';
import { drawAllowed } from '../draw-allowed';
import type { ChunkEvidence, Restriction } from '../evidence';
import type { RowSampler, TargetSink } from '../table-model';

/** A column as it is drawn: its cell given the cells of columns before, then a code of the cell. */
export interface DrawnColumn {
  /** The column's place in the table. */
  readonly index: number;
  /** Places, in the order of drawing, of the columns that it hangs on, and how many cells those have. */
  readonly given: readonly { readonly place: number; readonly cells: number }[];
  readonly cells: number;
  /** Expected rows over the given columns' cells and this one's, whose cells change fastest. */
  readonly table: Float64Array;
  /** Per code its cell and its share of it. */
  readonly cellOf: Int32Array;
  readonly shareOfCell: Float64Array;
}

/** The fractional part of the golden ratio: its multiples fill [0, 1) most evenly, however many there are. */
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * Draws column by column, each from its distribution given the columns before it that it hangs on. Rows alike in those are
 * served in random order from one golden-ratio sequence with a random start, so that each row's draw is uniform and
 * their counts are the model's to about a row (systematic sampling), over any number of chunks without a restart between.
 */
export class MarginalSampler implements RowSampler {
  readonly #columns: readonly PreparedColumn[];

  constructor(columns: readonly DrawnColumn[]) {
    this.#columns = columns.map(prepare);
  }

  restart(): void {
    for (const column of this.#columns) {
      column.positions.fill(Number.NaN);
      column.nextStart = Number.NaN;
    }
  }

  draw(
    rows: number,
    random: RandomStream,
    sink: TargetSink,
    evidence: ChunkEvidence | null = null,
  ): Promise<void> {
    const cells: Int32Array[] = [];
    for (const column of this.#columns) {
      const restriction = evidence?.restrictionOf(column);
      const groups = groupRows(column, cells, rows);
      const targets =
        evidence && restriction
          ? drawRestricted(column, groups, restriction, evidence, random)
          : drawEvenly(column, groups, random);
      sink.accept(column, targets);
      cells.push(targets.map((code) => column.cellOf[code]));
    }
    return Promise.resolve();
  }

  dispose(): void {}
}

interface PreparedColumn extends DrawnColumn {
  /** Per combination of the given cells the shares of this column's codes, added up. */
  readonly upTo: Float64Array;
  readonly codes: number;
  /** Where each combination's sequence is; NaN where it has not begun. */
  readonly positions: Float64Array;
  /** Where the next combination's sequence begins. */
  nextStart: number;
}

/** Rows that the model gives nothing are drawn as the column is by itself. */
function prepare(column: DrawnColumn): PreparedColumn {
  const { table, cells, cellOf, shareOfCell } = column;
  const codes = cellOf.length;
  const groups = table.length / cells;
  const alone = new Float64Array(cells);
  table.forEach((value, i) => (alone[i % cells] += value));
  const upTo = new Float64Array(groups * codes);
  for (let group = 0; group < groups; group++) {
    const own = table.subarray(group * cells, (group + 1) * cells);
    const used = own.some((value) => value > 0) ? own : alone;
    let sum = 0;
    for (let code = 0; code < codes; code++) {
      sum += used[cellOf[code]] * shareOfCell[code];
      upTo[group * codes + code] = sum;
    }
    for (let code = 0; code < codes; code++) upTo[group * codes + code] /= sum;
  }
  return {
    ...column,
    upTo,
    codes,
    positions: new Float64Array(groups).fill(Number.NaN),
    nextStart: Number.NaN,
  };
}

/** Per row the combination of the cells that the column hangs on. */
function groupRows({ given }: DrawnColumn, cells: readonly Int32Array[], rows: number): Int32Array {
  const groups = new Int32Array(rows);
  for (const { place, cells: count } of given) {
    const own = cells[place];
    for (let row = 0; row < rows; row++) groups[row] = groups[row] * count + own[row];
  }
  return groups;
}

function drawEvenly(column: PreparedColumn, groups: Int32Array, random: RandomStream): Int32Array {
  const { upTo, codes, positions } = column;
  const targets = new Int32Array(groups.length);
  for (const row of permutation(groups.length, random)) {
    const group = groups[row];
    if (Number.isNaN(positions[group])) positions[group] = startOf(column, random);
    targets[row] = codeBelow(upTo.subarray(group * codes, (group + 1) * codes), positions[group]);
    positions[group] = (positions[group] + golden) % 1;
  }
  return targets;
}

/** Combinations begin along a sequence of their own, so that those of few rows are even together. */
function startOf(column: PreparedColumn, random: RandomStream): number {
  column.nextStart = Number.isNaN(column.nextStart) ? random.float() : (column.nextStart + golden) % 1;
  return column.nextStart;
}

function drawRestricted(
  { upTo, codes }: PreparedColumn,
  groups: Int32Array,
  restriction: Restriction,
  { weights }: ChunkEvidence,
  random: RandomStream,
): Int32Array {
  const shares = new Float64Array(codes);
  return groups.map((group, row) => {
    for (let code = 0; code < codes; code++) {
      const place = group * codes + code;
      shares[code] = upTo[place] - (code > 0 ? upTo[place - 1] : 0);
    }
    return drawAllowed(shares, restriction, weights, row, random);
  });
}
