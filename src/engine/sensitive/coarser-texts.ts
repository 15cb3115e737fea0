/**
 * The first part of a postal code: what stands before its blank or dash (SW1A 1AA → SW1A, 1012 AB → 1012), else all but
 * the last two digits (80331 → 803), or the first three characters where there are letters (K1A0B1 → K1A).
 */
export function coarserPostcode(text: string): string {
  const [part] = text.trim().split(/[ -]/);
  const isSplit = part.length < text.trim().length;
  if (isSplit && part.length < 5) return part;
  return /^\d+$/.test(part) ? part.slice(0, Math.max(1, part.length - 2)) : part.slice(0, 3);
}

/** The network of an internet address: the first three numbers of four, the first three groups of a long one. */
export function coarserAddress(text: string): string {
  const address = text.trim().replace(/\/\d+$/, '');
  if (/^\d+(?:\.\d+){3}$/.test(address)) return address.replace(/\d+$/, '0');
  if (!address.includes(':')) return address;
  const groups = address.split('::')[0].split(':').slice(0, 3);
  return `${groups.join(':')}::`;
}

/** Every number in the text rounded to so many digits after its point. */
export function coarserPlace(text: string, digits: number): string {
  return text.replaceAll(/-?\d+\.\d+/g, (number) => Number(number).toFixed(digits));
}
