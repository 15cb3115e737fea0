/** The discrete codes 0 … size−1 that one column is turned into. */
export interface CodeSet {
  readonly size: number;
  /** Codes 0 … ordered−1 lie on a line (neighbours mean neighbouring values); 0 for nominal codes. */
  readonly ordered: number;
  /** Per code: 1 where it stands for exactly one value, 0 where for a range of them. */
  readonly isAtom: Uint8Array;
  /** The code of a missing cell, or -1 where none was missing. */
  readonly missingCode: number;
  /** Codes that are learnt but never drawn (values too rare to release). */
  readonly withheld: readonly number[];
}
