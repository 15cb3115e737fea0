import { parseArgs } from 'node:util';
import { runSelfTest } from './evidence/self-test';
import { selfTestTable } from './evidence/self-test-table';
import type { TypedTable } from '../src/engine/typed-table';
import { timeEvidence, timingTable } from './evidence/timing';
import { adultFile, openTable, sampleTable } from './evidence/tables';

const options = {
  'self-test': { type: 'boolean', default: false },
  timing: { type: 'boolean', default: false },
  table: { type: 'string' },
} as const;

const sampleRows = 8000;

/**
 * `npm run bench evidence -- --self-test [--table FILE.csv]`: what the evidence says of synthetic tables of which it is
 * known beforehand what it must say, made from the table named; else from the project's sample table, and from the public
 * adult table where it lies beside the repository.
 * `--timing` instead: what each part takes, and for how long it does not let others speak.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  if (!values['self-test'] && !values.timing) {
    console.log('Say what to do: npm run bench evidence -- --self-test, or --timing');
    return;
  }
  const tell = async (name: string, table: TypedTable) => {
    const told = values.timing
      ? timingTable(await timeEvidence(table))
      : selfTestTable(await runSelfTest(table, ['privacy', 'fidelity']));
    console.log(`${name}\n\n${told}\n`);
  };
  if (values.table !== undefined) {
    await tell(values.table, await openTable(values.table));
    return;
  }
  await tell(`the sample table of bank customers, ${sampleRows} rows`, await sampleTable(sampleRows));
  const adult = adultFile();
  if (adult === null) console.log('The public adult table is not at hand.');
  else await tell('adult', await openTable(adult));
}
