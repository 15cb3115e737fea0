/**
 * A fault the person can mend. The message is one sentence: what is wrong, where, what to do.
 * It may name columns, lines and counts, never the content of a cell.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
