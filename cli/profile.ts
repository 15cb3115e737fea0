import { parseArgs } from 'node:util';
import { profileColumn } from '../src/engine/analyze/profile';
import { warningsInRole } from '../src/engine/analyze/warnings';
import { UserError } from '../src/engine/errors';
import { interpretColumn } from '../src/engine/interpret';
import { type AnonymityReport, measureAnonymity } from '../src/engine/sensitive/anonymity/measure-anonymity';
import { proposedTreatment } from '../src/engine/sensitive/treatment';
import { configureSchema } from '../src/engine/configure-schema';
import { columnsNamed, readConfiguration } from './configuration';
import { type OpenedFile, openFile } from './files';

const options = { quasi: { type: 'string' }, k: { type: 'string' }, config: { type: 'string' } } as const;

/** `understudy profile`: what each column is, as JSON on standard output. Private: it is computed from the real table. */
export async function profile(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (positionals.length !== 1) throw new UserError('Name one table: understudy profile REAL.csv');
  const configuration = await readConfiguration(values.config);
  const read = await openFile(positionals[0], configuration.dialect);
  const opened = { ...read, schema: configureSchema(read.schema, configuration.columns) };
  const anonymity = await countAlike(opened, values.quasi, values.k);
  const columns = opened.table.columns.map((column, index) => {
    const described = profileColumn(column, opened.schema.columns[index]);
    const { schema, missingCount, distinctCount, finding } = described;
    return {
      name: schema.name,
      kind: schema.kind,
      why: schema.why,
      dateFormat: schema.dateFormat,
      missingTokens: schema.missingTokens,
      missing: missingCount,
      distinct: distinctCount,
      finding: finding && { ...finding, proposed: proposedTreatment(finding) },
      warnings: warningsInRole(described).map((warning) => warning.message),
    };
  });
  const { dialect, problems, sha256, byteCount, table } = opened;
  console.log(
    JSON.stringify(
      {
        rows: table.rowCount,
        byteCount,
        sha256,
        dialect,
        problems,
        columns,
        ...(anonymity && { anonymity }),
      },
      null,
      2,
    ),
  );
}

/** How rows hide among each other in the columns named; null where none are. */
async function countAlike(
  { table, schema }: Pick<OpenedFile, 'table' | 'schema'>,
  quasi: string | undefined,
  smallest = '5',
): Promise<AnonymityReport | null> {
  if (quasi === undefined) return null;
  const k = Number(smallest);
  if (!Number.isSafeInteger(k) || k < 2)
    throw new UserError(`--k must be a whole number from 2 up, not "${smallest}".`);
  const columns = columnsNamed('quasi', quasi, schema).map(
    (index) => interpretColumn(table.columns[index], schema.columns[index]).typed,
  );
  return measureAnonymity(columns, k);
}
