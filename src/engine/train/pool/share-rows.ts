/** The kernels work on table rows in sixteens: a share that fills them wastes nothing. */
export const rowsTogether = 16;

/** Where each of `members` shares of `count` rows begins, and the end: whole sixteens, as even as they can be. */
export function shareBounds(count: number, members: number): Uint32Array {
  const groups = Math.ceil(count / rowsTogether);
  return Uint32Array.from({ length: members + 1 }, (_, member) =>
    Math.min(count, rowsTogether * Math.round((groups * member) / members)),
  );
}

/** The rows of the largest share. */
export function largestShare(count: number, members: number): number {
  const bounds = shareBounds(count, members);
  return Math.max(...bounds.subarray(1).map((end, member) => end - bounds[member]));
}

/** The rows in `members` shares. */
export function shareRows(rows: Uint32Array, members: number): Uint32Array[] {
  const bounds = shareBounds(rows.length, members);
  return Array.from({ length: members }, (_, member) => rows.slice(bounds[member], bounds[member + 1]));
}
