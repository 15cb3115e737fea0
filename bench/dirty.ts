import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/bundle';
import { joinCells } from '../src/io/write/quote';
import { type Corpus, pollockName, readCorpora } from './dirty/corpora';
import { type FileOutcome, loadFile, type Outcome, summarise } from './dirty/load-file';
import { recordsOf, scorePollock } from './dirty/pollock';
import { corpusTable, fileTable, pollockTable, refusalTable } from './dirty/report';
import { Watchdog } from './dirty/watchdog';

const options = {
  folder: { type: 'string', default: join(root, '../shared/dirty') },
  corpus: { type: 'string' },
  converted: { type: 'string' },
} as const;

const secondsPerFile = 30;

/**
 * `npm run bench dirty [-- --folder FOLDER] [--corpus NAME] [--converted FOLDER]`: opens every file of the corpora with
 * nothing told, and says which load and with which sentence others are refused; for Pollock, its two scores.
 * `--converted` writes Pollock's files as they were loaded, for its own `evaluate.py`.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const watchdog = new Watchdog(secondsPerFile);
  const outcomes: FileOutcome[] = [];
  for (const corpus of readCorpora(values.folder)) {
    if (values.corpus !== undefined && values.corpus !== corpus.name) continue;
    if (corpus.name === pollockName) await scoreCorpus(corpus, watchdog, outcomes, values.converted);
    else await loadCorpus(corpus, watchdog, outcomes);
  }
  await watchdog.end();
  console.log(`\n${refusalTable(outcomes)}\n\n${corpusTable(outcomes)}\n`);
  console.log(`peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

async function loadCorpus(corpus: Corpus, watchdog: Watchdog, outcomes: FileOutcome[]): Promise<void> {
  const own: FileOutcome[] = [];
  for (const { path, bytes } of corpus.files) {
    watchdog.beat();
    own.push(summarise(corpus.name, path, await loadFile(bytes)));
  }
  console.log(`\n${fileTable(own)}`);
  outcomes.push(...own);
}

async function scoreCorpus(
  corpus: Corpus,
  watchdog: Watchdog,
  outcomes: FileOutcome[],
  converted: string | undefined,
): Promise<void> {
  if (converted !== undefined) mkdirSync(converted, { recursive: true });
  const files = await scorePollock(corpus.files, (name, outcome) => {
    watchdog.beat();
    outcomes.push(summarise(corpus.name, name, outcome));
    if (converted !== undefined) writeFileSync(join(converted, `${name}_converted.csv`), asCsv(outcome));
  });
  console.log(`\n${pollockTable(files)}`);
}

function asCsv(outcome: Outcome): string {
  if (outcome.kind !== 'loaded') return 'Application Error\n';
  return recordsOf(outcome.result)
    .map((record) => `${joinCells(record)}\n`)
    .join('');
}
