import { UserError } from '../../engine/errors';
import { cellOf, flatten, isObject, type Json, parseExactly } from './flatten';
import { cellsOf } from './json-rows';
import { lineWords } from '../words';

/**
 * The rows of JSON Lines (one object or list a line, blank lines skipped), column names first. Objects are gone through twice: a name
 * may first occur in the last line. Throws UserError with the line where one is neither.
 */
export function* readJsonLinesRows(bytes: Uint8Array): Generator<string[]> {
  const names = new Set<string>();
  let hasLists = false;
  for (const { value, line } of parsedLines(bytes)) {
    if (isObject(value)) for (const name of flatten(value).keys()) names.add(name);
    else hasLists = true;
    if (hasLists && names.size > 0) throw mixed(line);
  }
  const columns = [...names];
  if (!hasLists) yield columns;
  for (const { value } of parsedLines(bytes)) {
    yield isObject(value) ? cellsOf(flatten(value), columns) : (value as readonly Json[]).map(cellOf);
  }
}

function* parsedLines(bytes: Uint8Array): Generator<{ readonly value: Json; readonly line: number }> {
  const decoder = new TextDecoder();
  let line = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    line++;
    const text = decoder.decode(bytes.subarray(start, end)).trim();
    start = end + 1;
    if (text !== '') yield { value: parseLine(text, line), line };
  }
}

function parseLine(text: string, line: number): Json {
  let value: Json;
  try {
    value = parseExactly(text);
  } catch {
    throw new UserError(lineWords().noJson(line));
  }
  if (isObject(value) || Array.isArray(value)) return value;
  throw new UserError(lineWords().noObject(line));
}

function mixed(line: number): UserError {
  return new UserError(lineWords().differs(line));
}
