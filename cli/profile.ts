import { parseArgs } from 'node:util';
import { profileColumn } from '../src/engine/analyze/profile';
import { UserError } from '../src/engine/errors';
import { proposedTreatment } from '../src/engine/sensitive/treatment';
import { openFile } from './files';

/** `understudy profile`: what each column is, as JSON on standard output. Private: it is computed from the real table. */
export async function profile(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  if (positionals.length !== 1) throw new UserError('Name one table: understudy profile REAL.csv');
  const opened = await openFile(positionals[0]);
  const columns = opened.table.columns.map((column, index) => {
    const { schema, missingCount, distinctCount, finding, warnings } = profileColumn(
      column,
      opened.schema.columns[index],
    );
    return {
      name: schema.name,
      kind: schema.kind,
      why: schema.why,
      dateFormat: schema.dateFormat,
      missingTokens: schema.missingTokens,
      missing: missingCount,
      distinct: distinctCount,
      finding: finding && { ...finding, proposed: proposedTreatment(finding) },
      warnings: warnings.map((warning) => warning.message),
    };
  });
  const { dialect, problems, sha256, byteCount, table } = opened;
  console.log(
    JSON.stringify({ rows: table.rowCount, byteCount, sha256, dialect, problems, columns }, null, 2),
  );
}
