import { UserError } from '../engine/errors';
import { detectEncoding } from './csv/detect-encoding';

/** What is read, each its own way. */
export type FileKind =
  'delimited' | 'arrow' | 'parquet' | 'json' | 'json-lines' | 'workbook' | 'gzip' | 'zip';

const saveAsCsv = 'open it in the program it comes from, save the table as CSV and open that';

/** Files that are no delimited text by their first bytes: what they are, and what to do. */
const strangers: readonly { readonly magic: string; readonly name: string; readonly remedy: string }[] = [
  {
    magic: 'FEA1',
    name: 'a Feather file of the first version',
    remedy: 'save it as Arrow (Feather 2) and open that',
  },
  { magic: 'BZh', name: 'compressed with bzip2', remedy: 'unpack it and open the file inside' },
  { magic: '\xfd7zXZ', name: 'compressed with xz', remedy: 'unpack it and open the file inside' },
  {
    magic: '\x28\xb5\x2f\xfd',
    name: 'compressed with Zstandard',
    remedy: 'unpack it and open the file inside',
  },
  { magic: '7z\xbc\xaf', name: 'a 7-Zip archive', remedy: 'unpack it and open the table inside' },
  { magic: 'Rar!', name: 'a RAR archive', remedy: 'unpack it and open the table inside' },
  { magic: '\xd0\xcf\x11\xe0', name: 'an Excel workbook (.xls)', remedy: saveAsCsv },
  { magic: 'SQLite format 3', name: 'an SQLite database', remedy: 'export the table as CSV and open that' },
  { magic: '\x89HDF', name: 'an HDF5 file', remedy: saveAsCsv },
  { magic: '$FL2', name: 'an SPSS file', remedy: saveAsCsv },
  { magic: '$FL3', name: 'an SPSS file', remedy: saveAsCsv },
  { magic: '<stata_dta>', name: 'a Stata file', remedy: saveAsCsv },
  { magic: 'RDX', name: 'an R data file', remedy: 'write the table with write.csv and open that' },
  { magic: '%PDF', name: 'a PDF document', remedy: 'choose the table it was made from, saved as CSV' },
  { magic: '\x89PNG', name: 'a picture (PNG)', remedy: 'choose a table saved as CSV' },
  { magic: '\xff\xd8\xff', name: 'a picture (JPEG)', remedy: 'choose a table saved as CSV' },
  { magic: 'GIF8', name: 'a picture (GIF)', remedy: 'choose a table saved as CSV' },
  { magic: '<!doctype html', name: 'a web page', remedy: 'download the table itself, as CSV, and open that' },
  { magic: '<html', name: 'a web page', remedy: 'download the table itself, as CSV, and open that' },
  { magic: '<?xml', name: 'an XML file', remedy: saveAsCsv },
];

/** What the head of a file says it is. Throws UserError for what is not a table that can be read. */
export function fileKind(head: Uint8Array): FileKind {
  const start = withoutMark(latin(head.subarray(0, 64)));
  const packed = packedKind(head, start);
  if (packed !== null) return packed;
  const lower = start.trimStart().toLowerCase();
  const stranger = strangers.find(({ magic }) => start.startsWith(magic) || lower.startsWith(magic));
  if (stranger !== undefined)
    throw new UserError(`The file is ${stranger.name}, not a table that can be read: ${stranger.remedy}.`);
  if (isJson(start, head)) return isJsonLines(head) ? 'json-lines' : 'json';
  if (isBinary(head)) {
    throw new UserError(`The file is not text, so it cannot be a delimited table: ${saveAsCsv}.`);
  }
  return 'delimited';
}

/** Kinds that their first bytes tell; null for texts and strangers. */
function packedKind(head: Uint8Array, start: string): FileKind | null {
  if (start.startsWith('ARROW1') || isArrowStream(head)) return 'arrow';
  if (start.startsWith('PAR1')) return 'parquet';
  if (start.startsWith('\x1f\x8b')) return 'gzip';
  return start.startsWith('PK\x03\x04') ? archiveKind(head) : null;
}

/** An IPC stream opens with a continuation mark and the length of its schema message. */
function isArrowStream(head: Uint8Array): boolean {
  if (head.length < 12 || head.subarray(0, 4).some((byte) => byte !== 0xff)) return false;
  const length = head[4] | (head[5] << 8) | (head[6] << 16) | (head[7] << 24);
  return length > 0 && length < 1 << 24 && length % 8 === 0;
}

/** Office documents are ZIP archives too. */
function archiveKind(head: Uint8Array): FileKind {
  const names = latin(head.subarray(0, 4096));
  if (/xl\/|\[Content_Types\]/.test(names)) {
    if (!names.includes('xl/workbook.bin')) return 'workbook';
    throw new UserError(
      `The file is a binary Excel workbook (.xlsb), not a table that can be read: ${saveAsCsv}.`,
    );
  }
  if (names.includes('opendocument.spreadsheet')) {
    throw new UserError(
      `The file is an OpenDocument spreadsheet (.ods), not a table that can be read: ${saveAsCsv}.`,
    );
  }
  return 'zip';
}

/** JSON Lines: the first line that is not blank is a whole object or list, and another follows. */
function isJsonLines(head: Uint8Array): boolean {
  const [first = '', second] = new TextDecoder()
    .decode(head)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (second === undefined || !/^\{.*\}$|^\[.*\]$/.test(first) || !/^[{[]/.test(second)) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}

function isJson(start: string, head: Uint8Array): boolean {
  if (/^\s*\[\s*\[\s*["\d-]/.test(start)) return true;
  if (!/^\s*(\{\s*("|\})|\[\s*\{)/.test(start)) return false;
  return /^\s*[[{][\s\S]*"\s*:/.test(withoutMark(latin(head.subarray(0, 2048))));
}

/** Control characters that no text has, but for UTF-16, whose bytes may be any; zeros in half of the bytes. */
function isBinary(head: Uint8Array): boolean {
  if (detectEncoding(head, false).encoding.startsWith('utf-16')) return false;
  const length = Math.min(head.length, 1 << 16);
  const zeros = [0, 0];
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = head[i];
    if (byte === 0) zeros[i & 1]++;
    else if (
      (byte < 32 && (byte < 9 || byte > 13) && byte !== 1 && byte !== 26 && byte !== 31) ||
      byte === 127
    )
      controls++;
  }
  return controls > length * 0.02 || Math.min(...zeros) > length * 0.1;
}

/** Without the byte-order mark of UTF-8. */
function withoutMark(text: string): string {
  return text.replace(/^\xef\xbb\xbf/, '');
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
