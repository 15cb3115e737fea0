import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../src/engine/errors';
import { interpretTable } from '../src/engine/interpret';
import { RandomStream } from '../src/engine/random';
import { selectRows, type TypedTable } from '../src/engine/typed-table';
import { compareTables } from '../src/evaluation/compare-tables';
import { measuredFigures } from '../src/release/measured-figures';
import { openFile } from './files';

const options = { holdout: { type: 'string' }, report: { type: 'string' } } as const;

/**
 * `understudy evaluate`: the Compare step's figures as JSON, on standard output or in the folder of --report.
 * Private: they are computed from the real table.
 */
export async function evaluate(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (positionals.length !== 2)
    throw new UserError('Name two tables: understudy evaluate REAL.csv SYNTHETIC.csv');
  const real = await openFile(positionals[0]);
  const read = async (path: string): Promise<TypedTable> => {
    const { table } = await openFile(path);
    const columns = real.schema.columns.map(({ name }) => {
      const found = table.columns.find((column) => column.name === name);
      if (!found)
        throw new UserError(`${path} has no column "${name}": the tables must have the same columns.`);
      return found;
    });
    return interpretTable({ rowCount: table.rowCount, columns }, real.schema);
  };
  const training = interpretTable(real.table, real.schema);
  const report = await compareTables({
    training,
    holdout: values.holdout === undefined ? selectRows(training, []) : await read(values.holdout),
    synthetic: await read(positionals[1]),
    random: new RandomStream(1, 'evaluate'),
    onPartial: () => undefined,
    onProgress: () => undefined,
    yieldControl: () => Promise.resolve(),
  });
  const text = `${JSON.stringify(measuredFigures(report), null, 2)}\n`;
  if (values.report === undefined) process.stdout.write(text);
  else {
    await mkdir(values.report, { recursive: true });
    await writeFile(join(values.report, 'private-figures.json'), text);
  }
}
