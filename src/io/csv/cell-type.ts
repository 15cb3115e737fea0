/** What the text of a cell looks like, for guesses about a file. */
export type CellType = 'empty' | 'number' | 'time' | 'address' | 'token' | 'text';

const numberPattern =
  /^[-+]?[$€£]?\s?(\d+([.,]\d*)?|[.,]\d+|\d{1,3}([ ,.']\d{3})+([.,]\d+)?)([eE][-+]?\d+)?\s?[%€]?$/;
const datePattern =
  /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{2,4}|[A-Za-z]{3,9} \d{1,2}, \d{4})?[T ]?(\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?( ?[AaPp][Mm])?)?( ?(Z|UTC|[-+]\d{2}:?\d{2}))?$/;
const addressPattern = /^([\w.+-]+@[\w-]+(\.[\w-]+)+|[a-z]{2,6}:\/\/\S+|www\.\S+|\d{1,3}(\.\d{1,3}){3})$/;
const tokenPattern = /^(na|n\/a|nan|null|none|nil|\?|-+|\.+|unknown|missing|inf|-inf|#n\/a)$/i;

export function cellType(text: string): CellType {
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  if (numberPattern.test(trimmed)) return 'number';
  if (/^\d|^[A-Z]/.test(trimmed) && /\d/.test(trimmed) && datePattern.test(trimmed)) return 'time';
  if (addressPattern.test(trimmed)) return 'address';
  return tokenPattern.test(trimmed) ? 'token' : 'text';
}

/** True for texts of several words. */
export function isProse(text: string): boolean {
  return cellType(text) === 'text' && /\S\s+\S/.test(text);
}

const oddEnds = /^["']|["']$/;
const leftovers = /[,;\t|~^]/;

/** How believable it is that this is one cell and not a part of one, or several: 0 … 1. */
export function plausibility(text: string): number {
  const type = cellType(text);
  if (type === 'empty') return 0.75;
  if (type !== 'text') return 1;
  if (oddEnds.test(text.trim())) return 0.1;
  if (text.includes('\\"') || text.includes("\\'")) return 0.2;
  if (/\d[,;|\t]-?\d|^[-\d.,;|\s]+$/.test(text)) return 0;
  if (leftovers.test(text)) return /[,;] /.test(text) ? 0.6 : 0.3;
  return 0.9;
}
