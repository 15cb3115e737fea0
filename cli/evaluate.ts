import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { UserError } from '../src/engine/errors';
import { interpretTable } from '../src/engine/interpret';
import type { TableSchema } from '../src/engine/schema';
import { selectRows, type TypedTable } from '../src/engine/typed-table';
import { alignTables } from '../src/evaluation/align-tables';
import type { Evidence } from '../src/evaluation/evidence';
import { judgePartly } from '../src/evaluation/partial-evidence';
import { gatherEvidence } from '../src/evaluation/gather-evidence';
import type { EvidenceChoices } from '../src/evaluation/measure-context';
import { type Decision, decide } from '../src/release/decision';
import { defaultPolicy } from '../src/release/default-policy';
import { measuredFigures } from '../src/release/measured-figures';
import { plainFigureWithInterval } from '../src/release/plain-figures';
import { parsePolicy, type Policy } from '../src/release/policy';
import { type ReceivedFile, type ReleaseRecord, releaseRecordOf } from '../src/release/read-manifest';
import { writeGuaranteedReport } from '../src/release/report/guaranteed-report';
import { reportText } from '../src/release/report/report-input';
import { type ReportFile, writeReports } from '../src/release/report/write-reports';
import { defaultDisclosure } from '../src/release/report/shareable-report';
import { languageNow } from '../src/words';
import { curvesText, drawCurves, type DrawnCurves } from './curves';
import { columnsNamed } from './configuration';
import { openFile } from './files';
import { commandWords } from './words';

const options = {
  holdout: { type: 'string' },
  target: { type: 'string' },
  sensitive: { type: 'string' },
  known: { type: 'string' },
  policy: { type: 'string' },
  certificate: { type: 'string' },
  keep: { type: 'string' },
  report: { type: 'string' },
  curves: { type: 'boolean', default: false },
} as const;

/** Samples of rows are drawn alike each time, so that the same tables give the same figures. */
const seed = 1;

const silent = {
  onPartial: () => undefined,
  onProgress: () => undefined,
  yieldControl: () => Promise.resolve(),
};

/**
 * `understudy evaluate`: the evidence as JSON on standard output, or two reports, private and shareable, in the folder
 * of --report; where the synthetic table's --certificate promises something formal, so do they. --curves adds what ever more rows teach a model: to the JSON, or as a table beside the reports. Fails where
 * a policy was named and a threshold of it is not met.
 */
export async function evaluate(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (positionals.length !== 2)
    throw new UserError('Name two tables: understudy evaluate REAL.csv SYNTHETIC.csv');
  const policy = await readPolicy(values.policy);
  const real = await openFile(positionals[0]);
  const choices = readChoices(values, real.schema);
  const training = interpretTable(real.table, real.schema);
  const holdout =
    values.holdout === undefined
      ? selectRows(training, [])
      : (await readLike(values.holdout, real.schema)).table;
  const { table: synthetic, sha256 } = await readLike(positionals[1], real.schema);
  const release = await readRelease(values.certificate, { name: basename(positionals[1]), sha256 });
  const tables = alignTables(training, holdout, synthetic);
  const request = { choices, effort: 'full', seed } as const;
  const gathered = await gatherEvidence(tables, request, silent);
  const evidence = judgePartly(gathered[languageNow()], readKept(values.keep, real.schema));
  const decision = decide(evidence, choices, policy, release?.ledger ?? null);
  // The same column as the evidence predicts, where that was proposed from the table.
  const target = evidence.sections.utility?.target ?? choices.target;
  const curves = values.curves
    ? await drawCurves(tables, { ...request, choices: { ...choices, target } }, silent)
    : null;
  if (values.report === undefined) process.stdout.write(figuresText(evidence, decision, curves));
  else {
    if (curves) process.stdout.write(curvesText(curves));
    const facts = {
      product: { name: 'Understudy', version },
      created: new Date().toISOString(),
      realFileName: basename(positionals[0]),
      sampledFrom: real.table.sampledFrom,
      syntheticFileName: basename(positionals[1]),
      intended: release?.intended ?? { use: '', limits: '' },
    };
    await saveReports(values.report, [
      ...(release?.ledger ? writeGuaranteedReport({ ...facts, ...release, ledger: release.ledger }) : []),
      ...writeReports({ ...facts, evidence, decision, ledger: release?.ledger ?? null }, defaultDisclosure),
    ]);
  }
  if (values.policy !== undefined && !decision.check.met) throw new UserError(unmet(decision));
}

async function readPolicy(path: string | undefined): Promise<Policy> {
  return path === undefined ? defaultPolicy : parsePolicy(await readFile(path, 'utf8'), path);
}

/** What the synthetic table's certificate says of it; null without one. */
async function readRelease(
  path: string | undefined,
  file: Pick<ReceivedFile, 'name' | 'sha256'>,
): Promise<ReleaseRecord | null> {
  return path === undefined ? null : releaseRecordOf(await readFile(path, 'utf8'), file);
}

/** Columns of the synthetic table that hold the real cells, as `synthesize --keep` leaves them. */
function readKept(text: string | undefined, schema: TableSchema): string[] {
  if (text === undefined) return [];
  return columnsNamed('keep', text, schema).map((index) => schema.columns[index].name);
}

function readChoices(
  values: { readonly target?: string; readonly sensitive?: string; readonly known?: string },
  schema: TableSchema,
): EvidenceChoices {
  const names = new Set(schema.columns.map(({ name }) => name));
  const column = (option: string, name: string) => {
    if (names.has(name)) return name;
    throw new UserError(`--${option} names a column "${name}" that is not in the real table.`);
  };
  const columns = (option: string, text: string | undefined) =>
    text === undefined ? [] : text.split(',').map((name) => column(option, name.trim()));
  return {
    target: values.target === undefined ? null : column('target', values.target),
    sensitive: columns('sensitive', values.sensitive),
    known: columns('known', values.known),
  };
}

/** A table read with the real one's schema. */
async function readLike(path: string, schema: TableSchema): Promise<{ table: TypedTable; sha256: string }> {
  const { table, sha256 } = await openFile(path);
  const columns = schema.columns.map(({ name }) => {
    const found = table.columns.find((column) => column.name === name);
    if (!found)
      throw new UserError(`${path} has no column "${name}": the tables must have the same columns.`);
    return found;
  });
  return { table: interpretTable({ rowCount: table.rowCount, columns }, schema), sha256 };
}

function figuresText(
  { comparison, findings, notes }: Evidence,
  decision: Decision,
  curves: DrawnCurves | null,
): string {
  return reportText({
    decision,
    findings,
    ...measuredFigures(comparison),
    notes: [...comparison.notes, ...notes],
    ...(curves && { curves }),
  });
}

async function saveReports(folder: string, files: readonly ReportFile[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of files) await writeFile(join(folder, name), text);
}

function unmet({ check }: Decision): string {
  const failing = check.results.filter(
    ({ outcome }) => outcome === 'fail' || (outcome === 'not measured' && check.onMissing === 'fail'),
  );
  const words = commandWords();
  const named = failing.map(({ id, outcome, limit, figure }) =>
    outcome === 'fail' && figure
      ? words.failed(id, plainFigureWithInterval(figure), limit)
      : words.notMeasured(id),
  );
  return words.unmet(check.policy, named);
}
