import type { Dialect, Encoding } from '../../../io/csv/dialect';

/** What the choices of a dialect are called on screen. */
export const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'Comma  ,',
  ';': 'Semicolon  ;',
  '\t': 'Tab',
  '|': 'Bar  |',
  ' ': 'Space',
  ':': 'Colon  :',
  ', ': 'Comma and space',
};

export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, little end first',
  'utf-16be': 'UTF-16, big end first',
  'windows-1252': 'Western European (Windows-1252)',
  'iso-8859-15': 'Western European (ISO 8859-15)',
  macintosh: 'Western European (Macintosh)',
  'windows-1250': 'Central European (Windows-1250)',
  'iso-8859-2': 'Central European (ISO 8859-2)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC-JP)',
  gb18030: 'Chinese (GB 18030)',
  big5: 'Chinese (Big5)',
  'euc-kr': 'Korean (EUC-KR)',
};

export const quoteNames: Readonly<Record<Dialect['quote'], string>> = {
  '"': 'Double  "',
  "'": "Single  '",
  '': 'None',
};

export const decimalNames: Readonly<Record<Dialect['decimalSeparator'], string>> = {
  '.': 'Point  1.5',
  ',': 'Comma  1,5',
};

export function escapeNames(quote: string): Readonly<Record<Dialect['escape'], string>> {
  return { double: `Written twice  ${quote}${quote}`, backslash: `After a backslash  \\${quote}` };
}

/** By how many rows name the columns. */
export const headerNames: Readonly<Record<string, string>> = {
  '0': 'None',
  '1': 'First row',
  '2': 'First 2 rows',
  '3': 'First 3 rows',
  '4': 'First 4 rows',
  '5': 'First 5 rows',
};
