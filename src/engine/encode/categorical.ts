import type { CategoricalColumn } from '../typed-table';
import type { CodeSet } from './code-set';

/** Numbers written as texts have an order worth learning when there are more of them than this. */
const fewestOrdered = 5;

/** All that is known of a category column's codes. */
export interface CategoricalCodes {
  /** Released categories; code i stands for `labels[i]`. */
  readonly labels: readonly string[];
  /** Whether the labels follow an order. */
  readonly isOrdered: boolean;
  /** Whether there are categories that share one code which is learnt and never drawn. */
  readonly hasRare: boolean;
  readonly hasMissing: boolean;
  /** Per entry of the dictionary learnt its code, -1 where it is rare. */
  readonly codeOfEntry: Int32Array;
}

/** Categories to codes and back. Rare categories share one code that is learnt and never drawn. */
export class CategoricalCodec implements CodeSet {
  readonly size: number;
  readonly ordered: number;
  readonly isAtom: Uint8Array;
  readonly missingCode: number;
  readonly withheld: readonly number[];
  readonly labels: readonly string[];
  /** Whether there are categories that are never released. */
  readonly hasRare: boolean;
  readonly #codeOfEntry: Int32Array;

  constructor({ labels, isOrdered, hasRare, hasMissing, codeOfEntry }: CategoricalCodes) {
    this.labels = labels;
    this.hasRare = hasRare;
    let next = labels.length;
    const rareCode = hasRare ? next++ : -1;
    this.missingCode = hasMissing ? next++ : -1;
    this.size = next;
    this.ordered = isOrdered ? labels.length : 0;
    // Where nothing may be released, the only honest cell is an empty one.
    this.withheld = hasRare && (labels.length > 0 || hasMissing) ? [rareCode] : [];
    this.isAtom = new Uint8Array(this.size).fill(1);
    this.#codeOfEntry = codeOfEntry.map((code) => (code < 0 ? rareCode : code));
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

/**
 * Learns a category column's codes, the most frequent first; where every released category is a number in disguise
 * ("98178", "3"), the codes follow the numbers' order.
 * @param minimumRows categories held by fewer rows are not released (1 releases all)
 */
export function learnCategoricalCodec(column: CategoricalColumn, minimumRows: number): CategoricalCodec {
  const counts = new Uint32Array(column.dictionary.length);
  let missing = 0;
  for (const code of column.codes) {
    if (code < 0) missing++;
    else counts[code]++;
  }
  const released = [...counts.keys()].filter((entry) => counts[entry] >= Math.max(1, minimumRows));
  const isOrdered = areNumbers(released.map((entry) => column.dictionary[entry]));
  if (isOrdered) released.sort((a, b) => Number(column.dictionary[a]) - Number(column.dictionary[b]));
  else released.sort((a, b) => counts[b] - counts[a] || a - b);
  const present = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const codeOfEntry = new Int32Array(column.dictionary.length).fill(-1);
  released.forEach((entry, code) => (codeOfEntry[entry] = code));
  return new CategoricalCodec({
    labels: released.map((entry) => column.dictionary[entry]),
    isOrdered,
    hasRare: present > released.length,
    hasMissing: missing > 0,
    codeOfEntry,
  });
}

/** True of enough texts to make an order worth learning, all of them plain numbers. */
export function areNumbers(labels: readonly string[]): boolean {
  return labels.length >= fewestOrdered && labels.every(isPlainNumber);
}

function isPlainNumber(text: string): boolean {
  return /^-?\d{1,15}(\.\d+)?$/.test(text);
}
