import type { CodeSet } from './code-set';

/** For identifiers and free text, whose values are made anew: the model learns only whether a cell is filled. */
export class PresenceCodec implements CodeSet {
  readonly size: number;
  readonly ordered = 0;
  readonly isAtom: Uint8Array;
  readonly missingCode: number;
  readonly withheld: readonly number[] = [];

  constructor(codes: Int32Array) {
    const hasMissing = codes.includes(-1);
    const hasFilled = codes.some((code) => code >= 0);
    this.missingCode = hasMissing ? (hasFilled ? 1 : 0) : -1;
    this.size = hasMissing && hasFilled ? 2 : 1;
    this.isAtom = new Uint8Array(this.size).fill(1);
  }

  encode(code: number): number {
    return code < 0 ? this.missingCode : 0;
  }

  /** True where the cell is to be filled. */
  isFilled(code: number): boolean {
    return code !== this.missingCode;
  }
}
