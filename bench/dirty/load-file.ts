import { UserError } from '../../src/engine/errors';
import { type ReadResult, readTable } from '../../src/io/read-table';

/** What became of one file of a corpus, without its table. */
export interface FileOutcome {
  readonly corpus: string;
  readonly path: string;
  readonly kind: Outcome['kind'];
  readonly seconds: number;
  /** The table's size and what was noted, or the sentence with which the file was refused. */
  readonly told: string;
}

export type Outcome =
  | { readonly kind: 'loaded'; readonly result: ReadResult; readonly seconds: number }
  /** With the sentence that the person is told. */
  | { readonly kind: 'refused'; readonly sentence: string; readonly seconds: number }
  /** An error that is no sentence to a person: a mistake of the reader's. */
  | { readonly kind: 'fault'; readonly error: unknown; readonly seconds: number };

const chunkBytes = 1 << 16;

/** Opens a file as a person drops it on the page: nothing is told but its bytes. */
export async function loadFile(bytes: Uint8Array): Promise<Outcome> {
  const before = performance.now();
  const seconds = () => (performance.now() - before) / 1000;
  try {
    const result = await readTable(inChunks(bytes), { byteCount: bytes.length, choice: {} });
    return { kind: 'loaded', result, seconds: seconds() };
  } catch (error) {
    if (error instanceof UserError) return { kind: 'refused', sentence: error.message, seconds: seconds() };
    return { kind: 'fault', error, seconds: seconds() };
  }
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    yield await Promise.resolve(bytes.slice(at, at + chunkBytes));
  }
}

export function summarise(corpus: string, path: string, outcome: Outcome): FileOutcome {
  return { corpus, path, kind: outcome.kind, seconds: outcome.seconds, told: told(outcome) };
}

function told(outcome: Outcome): string {
  if (outcome.kind === 'refused') return outcome.sentence;
  if (outcome.kind === 'fault') return String(outcome.error);
  const { table, problems, dialect } = outcome.result;
  const size = `${table.rowCount} × ${table.columns.length}, ${JSON.stringify(dialect.delimiter)}.`;
  return [size, ...problems.map((problem) => problem.message)].join(' ');
}
