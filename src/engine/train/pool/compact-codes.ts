import type { CodedColumns, Codes } from '../../models/autoregressive/batch-builder';

/** The same codes in as few bytes as they fit in; columns whose targets are their base codes hold them once. */
export function compactCodes(columns: readonly CodedColumns[]): CodedColumns[] {
  return columns.map(({ base, target }) => {
    const own = compact(base);
    return { base: own, target: areEqual(base, target) ? own : compact(target) };
  });
}

function compact(codes: Codes): Codes {
  let most = 0;
  for (const code of codes) most = Math.max(most, code);
  if (most < 2 ** 8) return Uint8Array.from(codes);
  return most < 2 ** 16 ? Uint16Array.from(codes) : codes;
}

function areEqual(a: Codes, b: Codes): boolean {
  return a === b || a.every((code, row) => code === b[row]);
}
