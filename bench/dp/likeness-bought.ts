import type { ColumnFacts } from '../../src/engine/encode/private/public-facts';
import { concatenateTables, generateTable } from '../../src/engine/generate/generate-table';
import { inferSchema } from '../../src/engine/analyze/infer-schema';
import { interpretTable } from '../../src/engine/interpret';
import { noiseShare } from '../../src/engine/privacy/noise-share';
import { type PrivacySettings, proposeDelta } from '../../src/engine/privacy/settings';
import { RandomStream } from '../../src/engine/random';
import { learnPrivately } from '../../src/engine/train/learn-privately';
import { selectRows, type TypedColumn, type TypedTable } from '../../src/engine/typed-table';
import { compareTables } from '../../src/evaluation/compare-tables';
import { readTable } from '../../src/io/read-table';
import { bankCustomers } from '../../src/samples';

const sizes = [300, 1_000, 3_000, 10_000, 30_000];
const epsilons = [0.3, 1, 3];

/**
 * What some ε buys, on made-up customers of a bank: by the noise in a count, as a share of the rows, how far columns and pairs
 * of the synthetic table are off, beside other rows of the same making. Bounds and lists are given.
 */
export async function likenessBought(): Promise<string[]> {
  const lines = ['| rows | ε | noise | columns | pairs | rows never seen |', '|---|---|---|---|---|---|'];
  for (const rows of sizes) {
    const all = await makeTable(2 * rows);
    const [training, holdout] = [0, 1].map((part) =>
      selectRows(
        all,
        Uint32Array.from({ length: rows }, (_, row) => 2 * row + part),
      ),
    );
    for (const epsilon of epsilons) lines.push(await measure(training, holdout, epsilon));
  }
  return lines;
}

async function makeTable(rows: number): Promise<TypedTable> {
  const bytes = new TextEncoder().encode(bankCustomers(rows));
  const { table } = await readTable(inOneChunk(bytes), { byteCount: bytes.length, choice: {} });
  return interpretTable(table, inferSchema(table));
}

async function* inOneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function measure(training: TypedTable, holdout: TypedTable, epsilon: number): Promise<string> {
  const rows = training.rowCount;
  const settings: PrivacySettings = {
    epsilon,
    delta: proposeDelta(rows),
    declaredRows: rows,
    unit: { kind: 'row' },
    mechanism: 'aim',
    facts: Object.fromEntries(training.columns.map((column) => [column.schema.name, factsOf(column)])),
    findsFacts: true,
    acceptsNoise: true,
  };
  const schemas = training.columns.map(({ schema }) => schema);
  const { model } = await learnPrivately(training, settings, 1, {
    breathe: () => Promise.resolve(),
    onEvent: () => undefined,
  });
  const chunks: TypedTable[] = [];
  for await (const chunk of generateTable(model, { rows, seed: 1, extremes: 'free' })) chunks.push(chunk);
  const { overall } = await compareTables({
    training,
    holdout,
    synthetic: concatenateTables(chunks),
    random: new RandomStream(1, 'compare'),
    onPartial: () => undefined,
    onProgress: () => undefined,
    yieldControl: () => Promise.resolve(),
  });
  const [shape, trend] = ['shape', 'trend'].map((name) => overall.find((one) => one.name === name));
  const figures = [
    noiseShare(settings, schemas),
    shape?.synthetic,
    trend?.synthetic,
    shape?.holdout,
    trend?.holdout,
  ];
  return `| ${rows} | ${epsilon} | ${figures.map((figure) => figure?.toPrecision(3)).join(' | ')} |`;
}

/** Read off the table, which is made up. */
function factsOf(column: TypedColumn): ColumnFacts {
  if (column.type === 'categorical')
    return column.schema.kind === 'identifier' ? {} : { categories: column.dictionary };
  const present = column.values.filter((value) => !Number.isNaN(value));
  return { bounds: { minimum: Math.min(...present), maximum: Math.max(...present) } };
}
