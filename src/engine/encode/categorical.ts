import type { CategoricalColumn } from '../typed-table';
import type { CodeSet } from './code-set';

/** Numbers written as texts have an order worth learning when there are more of them than this. */
const fewestOrdered = 5;

/**
 * Categories to codes and back. Categories with fewer rows than allowed share one code that is learnt and never drawn.
 * Where every released category is a number in disguise ("98178", "3"), the codes follow the numbers' order.
 */
export class CategoricalCodec implements CodeSet {
  readonly size: number;
  readonly ordered: number;
  readonly isAtom: Uint8Array;
  readonly missingCode: number;
  readonly withheld: readonly number[];
  /** Released categories; code i stands for `labels[i]`. */
  readonly labels: readonly string[];
  readonly #codeOfEntry: Int32Array;

  /** @param minimumRows categories held by fewer rows are not released (1 releases all) */
  constructor(column: CategoricalColumn, minimumRows: number) {
    const counts = new Uint32Array(column.dictionary.length);
    let missing = 0;
    for (const code of column.codes) {
      if (code < 0) missing++;
      else counts[code]++;
    }
    const released = [...counts.keys()].filter((entry) => counts[entry] >= Math.max(1, minimumRows));
    const areNumbers =
      released.length >= fewestOrdered && released.every((entry) => isPlainNumber(column.dictionary[entry]));
    if (areNumbers) released.sort((a, b) => Number(column.dictionary[a]) - Number(column.dictionary[b]));
    else released.sort((a, b) => counts[b] - counts[a] || a - b);
    this.labels = released.map((entry) => column.dictionary[entry]);

    const present = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    const hasRare = present > released.length;
    let next = released.length;
    const rareCode = hasRare ? next++ : -1;
    this.missingCode = missing > 0 ? next++ : -1;
    this.size = next;
    this.ordered = areNumbers ? released.length : 0;
    // Where nothing may be released, the only honest cell is an empty one.
    this.withheld = hasRare && (released.length > 0 || missing > 0) ? [rareCode] : [];
    this.isAtom = new Uint8Array(this.size).fill(1);
    this.#codeOfEntry = new Int32Array(column.dictionary.length).fill(rareCode);
    released.forEach((entry, code) => (this.#codeOfEntry[entry] = code));
  }

  /** @param entry index into the learnt column's dictionary, -1 for missing */
  encode(entry: number): number {
    return entry < 0 ? this.missingCode : this.#codeOfEntry[entry];
  }

  /** Index into `labels`, or -1 for a missing cell. */
  decode(code: number): number {
    return code < this.labels.length ? code : -1;
  }
}

function isPlainNumber(text: string): boolean {
  return /^-?\d{1,15}(\.\d+)?$/.test(text);
}
