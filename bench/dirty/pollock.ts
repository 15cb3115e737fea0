import { cellText, type Table } from '../../src/engine/table';
import type { ReadResult } from '../../src/io/read-table';
import { CsvTokenizer } from '../../src/io/csv/tokenizer';
import type { ArchivedFile } from './tar';
import { loadFile, type Outcome } from './load-file';

/** One polluted file's measures, each 0 … 1: success, then precision, recall and F1 of header, records and cells. */
export interface PollutedFile {
  readonly name: string;
  readonly weight: number;
  readonly measures: readonly number[];
}

export const measureNames = [
  'success',
  ...['header', 'record', 'cell'].flatMap((part) => ['precision', 'recall', 'F1'].map((m) => `${part} ${m}`)),
];

/**
 * Every polluted file, with the measures of Vitagliano, Hameed, Jiang, Reisener, Wu and Naumann, "Pollock: A Data Loading
 * Benchmark" (PVLDB 16(8), 2023), as their `evaluate.py` computes them: the file's text as loaded is compared with
 * its clean counterpart, as multisets of header cells, of records and of cells. Their normal forms of dates, prices and
 * letter case are not applied, which can only lower a measure. A file that is refused scores 0.
 * `onLoaded` gets each file's name and what became of it.
 */
export async function scorePollock(
  files: readonly ArchivedFile[],
  onLoaded: (name: string, outcome: Outcome) => void,
): Promise<PollutedFile[]> {
  const byPath = new Map(files.map((file) => [file.path, file.bytes]));
  const weights = readWeights(byPath);
  const scored: PollutedFile[] = [];
  for (const [path, bytes] of byPath) {
    const name = /(?:^|\/)csv\/([^/]+\.csv)$/.exec(path)?.[1];
    if (name === undefined) continue;
    const clean = byPath.get(path.replace(/csv\/([^/]+)$/, 'clean/$1'));
    if (clean === undefined) throw new Error(`${name} has no clean counterpart.`);
    const outcome = await loadFile(bytes);
    const measures = measure(readRecords(clean), outcome);
    scored.push({ name, weight: weights[name], measures });
    onLoaded(name, outcome);
  }
  return scored;
}

/** The mean of the files' sums of ten measures: 0 … 10. */
export function simpleScore(files: readonly PollutedFile[]): number {
  return files.reduce((sum, { measures }) => sum + total(measures), 0) / files.length;
}

/** The same with each file weighted by how often its pollution was found in the wild. */
export function weightedScore(files: readonly PollutedFile[]): number {
  const weight = total(files.map((file) => file.weight));
  return files.reduce((sum, file) => sum + total(file.measures) * file.weight, 0) / weight;
}

function readWeights(files: ReadonlyMap<string, Uint8Array>): Record<string, number> {
  const bytes = files.get('pollock_weights.json');
  if (bytes === undefined) throw new Error('The corpus holds no weights.');
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, number>;
}

function measure(clean: string[][], outcome: Outcome): number[] {
  if (outcome.kind !== 'loaded') return measureNames.map(() => 0);
  if (clean.length === 0) return measureNames.map(() => 1);
  const loaded = recordsOf(outcome.result);
  const joined = (records: string[][]) => records.slice(1).map((record) => record.join(''));
  return [
    1,
    ...overlap(clean[0], loaded[0] ?? []),
    ...overlap(joined(clean), joined(loaded)),
    ...overlap(clean.flat(), loaded.flat()),
  ];
}

/** Precision, recall and F1 as the benchmark has them: 1 where the clean file has none. */
function overlap(clean: readonly string[], loaded: readonly string[]): [number, number, number] {
  if (clean.length === 0) return [1, 1, 1];
  const counts = new Map<string, number>();
  for (const text of clean) counts.set(text, (counts.get(text) ?? 0) + 1);
  let common = 0;
  for (const text of loaded) {
    const left = counts.get(text) ?? 0;
    if (left === 0) continue;
    counts.set(text, left - 1);
    common++;
  }
  if (common === 0) return [0, 0, 0];
  const precision = common / clean.length;
  const recall = common / loaded.length;
  return [precision, recall, (2 * precision * recall) / (precision + recall)];
}

/** A table as the records of a file: its header, where the file has one, and its rows. */
export function recordsOf({ table, dialect }: ReadResult): string[][] {
  const names = table.columns.map((column) => column.name);
  return [...(dialect.headerRows > 0 ? [names] : []), ...rowsOf(table)];
}

function rowsOf(table: Table): string[][] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => cellText(column, row)),
  );
}

/** The records of a clean file: commas, double quotes. */
function readRecords(bytes: Uint8Array): string[][] {
  const decoder = new TextDecoder();
  const records: string[][] = [];
  const tokenizer = new CsvTokenizer({ delimiter: ',', quote: '"', escape: 'double' }, (record) => {
    if (record.isBlank) return;
    records.push(
      Array.from({ length: record.count }, (_, i) =>
        decoder.decode(record.bytes.subarray(record.starts[i], record.ends[i])),
      ),
    );
  });
  tokenizer.push(bytes);
  tokenizer.finish();
  return records;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
