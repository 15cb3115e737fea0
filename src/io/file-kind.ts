import { UserError } from '../engine/errors';
import { detectEncoding } from './csv/detect-encoding';
import { modelMagic } from './model-magic';
import { strangerWords } from './words';

/** What is read, each its own way. */
export type FileKind =
  'delimited' | 'arrow' | 'parquet' | 'json' | 'json-lines' | 'workbook' | 'gzip' | 'zip';

type Words = (typeof strangerWords.texts)['en'];

/** Files that are no delimited text by their first bytes: what they are, and what to do. */
const strangers: readonly {
  readonly magic: string;
  readonly what: keyof Words['what'];
  readonly remedy: keyof Words['remedy'];
}[] = [
  { magic: modelMagic, what: 'model', remedy: 'drawFromIt' },
  { magic: 'FEA1', what: 'feather', remedy: 'saveAsArrow' },
  { magic: 'BZh', what: 'bzip2', remedy: 'unpackFile' },
  { magic: '\xfd7zXZ', what: 'xz', remedy: 'unpackFile' },
  { magic: '\x28\xb5\x2f\xfd', what: 'zstandard', remedy: 'unpackFile' },
  { magic: '7z\xbc\xaf', what: 'sevenZip', remedy: 'unpackTable' },
  { magic: 'Rar!', what: 'rar', remedy: 'unpackTable' },
  { magic: '\xd0\xcf\x11\xe0', what: 'xls', remedy: 'saveAsCsv' },
  { magic: 'SQLite format 3', what: 'sqlite', remedy: 'exportCsv' },
  { magic: '\x89HDF', what: 'hdf5', remedy: 'saveAsCsv' },
  { magic: '$FL2', what: 'spss', remedy: 'saveAsCsv' },
  { magic: '$FL3', what: 'spss', remedy: 'saveAsCsv' },
  { magic: '<stata_dta>', what: 'stata', remedy: 'saveAsCsv' },
  { magic: 'RDX', what: 'r', remedy: 'writeCsv' },
  { magic: '%PDF', what: 'pdf', remedy: 'chooseOrigin' },
  { magic: '\x89PNG', what: 'png', remedy: 'chooseTable' },
  { magic: '\xff\xd8\xff', what: 'jpeg', remedy: 'chooseTable' },
  { magic: 'GIF8', what: 'gif', remedy: 'chooseTable' },
  { magic: '<!doctype html', what: 'webPage', remedy: 'download' },
  { magic: '<html', what: 'webPage', remedy: 'download' },
  { magic: '<?xml', what: 'xml', remedy: 'saveAsCsv' },
];

/** What the head of a file says it is. Throws UserError for what is not a table that can be read. */
export function fileKind(head: Uint8Array): FileKind {
  const start = withoutMark(latin(head.subarray(0, 64)));
  const packed = packedKind(head, start);
  if (packed !== null) return packed;
  const lower = start.trimStart().toLowerCase();
  const stranger = strangers.find(({ magic }) => start.startsWith(magic) || lower.startsWith(magic));
  if (stranger !== undefined) throw noTable(stranger.what, stranger.remedy);
  if (isJson(start, head)) return isJsonLines(head) ? 'json-lines' : 'json';
  if (isBinary(head)) {
    const { noText, remedy } = strangerWords();
    throw new UserError(noText(remedy.saveAsCsv));
  }
  return 'delimited';
}

function noTable(what: keyof Words['what'], remedy: keyof Words['remedy']): UserError {
  const words = strangerWords();
  return new UserError(words.noTable(words.what[what], words.remedy[remedy]));
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
    throw noTable('xlsb', 'saveAsCsv');
  }
  if (names.includes('opendocument.spreadsheet')) {
    throw noTable('ods', 'saveAsCsv');
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
