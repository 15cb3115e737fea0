import { openFile, writeFile } from '../../cli/files';
import { generateTable } from '../../src/engine/generate/generate-table';
import { interpretTable } from '../../src/engine/interpret';
import { learnPrivately } from '../../src/engine/train/learn-privately';
import type { TableSchema } from '../../src/engine/schema';
import type { JudgedTable } from '../quality/judged-tables';
import type { RunFiles } from '../quality/programs';
import { codeBookOf } from './code-books';
import type { PrivateCell, PrivateSeconds } from './results';

/** Learns the training rows as the cell has it and writes as many synthetic ones as their noisy count tells. */
export async function synthesizePrivately(
  judged: JudgedTable,
  files: RunFiles,
  { epsilon, mechanism, seed, isPublic }: PrivateCell,
  delta: number,
): Promise<PrivateSeconds> {
  const opened = await openFile(files.train);
  const schema = declaredSchema(opened.schema, judged);
  const table = interpretTable(opened.table, schema);
  const settings = {
    epsilon,
    delta,
    declaredRows: table.rowCount,
    unit: { kind: 'row' as const },
    mechanism,
    facts: isPublic ? Object.fromEntries(codeBookOf(judged.name, table)) : {},
    findsFacts: true,
    acceptsNoise: true,
  };
  const cpu = process.cpuUsage();
  const started = performance.now();
  const { model } = await learnPrivately(table, settings, seed, {
    breathe: () => Promise.resolve(),
    onEvent: () => undefined,
  });
  const learnt = performance.now();
  const rows = model.encoded.rowCount;
  await writeFile(files.synthetic, generateTable(model, { rows, seed, extremes: 'free' }), {
    schema,
    dialect: opened.dialect,
  });
  model.dispose();
  const { user, system } = process.cpuUsage(cpu);
  return {
    learnSeconds: (learnt - started) / 1000,
    generateSeconds: (performance.now() - learnt) / 1000,
    processorSeconds: (user + system) / 1e6,
  };
}

/** The schema with what the judge is told of the table: its categories, and its target. */
function declaredSchema({ columns }: TableSchema, { target, task, categorical }: JudgedTable): TableSchema {
  return {
    columns: columns.map((column) => {
      const isTarget = column.name === target;
      const isCategory = categorical.includes(column.name) || (isTarget && task === 'classification');
      const isKept = !isCategory || column.kind === 'boolean';
      return { ...column, ...(isKept ? {} : { kind: 'category' }), ...(isTarget ? { role: 'target' } : {}) };
    }),
  };
}
