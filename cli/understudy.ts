import { UserError } from '../src/engine/errors';
import { isPeerThread, servePeerThread } from '../src/threads/node-threads';
import { evaluate } from './evaluate';
import { generate } from './generate';
import { profile } from './profile';
import { enableRelaxedSimd } from './relaxed-simd';
import { readLanguage } from './options';
import { synthesize } from './synthesize';
import { verify } from './verify';
import { speak } from '../src/words';

const usage = `Understudy makes a synthetic table that can take a real one's place. Nothing leaves this machine.

  understudy synthesize REAL.csv --out SYNTHETIC.csv [--rows N] [--seed S] [--preset fast|balanced|best]
      [--model autoregressive|gaussian-copula|independent] [--holdout SHARE] [--min-category-rows K] [--pin-extremes]
      [--max-seconds T] [--workers auto|N] [--given "column=value"] [--keep A,B] [--config FILE.json]
      [--save-model MODEL] [--summary FILE.json] [--quiet]
  understudy generate --model MODEL --out SYNTHETIC.csv [--rows N] [--seed S] [--shard I/N] [--header first|always|never]
      [--given "column=value"] [--summary FILE.json] [--quiet]
  understudy evaluate REAL.csv SYNTHETIC.csv [--holdout REAL2.csv] [--target COLUMN] [--sensitive A,B] [--known A,B] [--keep A,B]
      [--policy FILE.json] [--report FOLDER] [--curves]
  understudy verify MANIFEST.json SYNTHETIC.csv [--key PUBLIC.jwk]
  understudy profile REAL.csv [--quasi A,B --k K] [--config FILE.json]

Every command takes --language en|de: what it finds out, and reports, are told in that language (English when not said).
Certificates, and what commands say of their own options, are English.

--out ends in .csv, .xlsx, .jsonl, .sql, .arrow or .parquet. Read are these but .sql, gzip and ZIP too. --given may be repeated, and every condition is met; it takes column=value,
column=a|b, column!=value, column>=value, column<=value, column>value, column<value, "column is missing" and
"column is not missing". Shards of one seed and number of rows, put together in their order, are the whole file (CSV, JSON Lines).
--keep leaves the real cells of columns as they are, row by row. A model holds what was learnt of the real table, and what evaluate and profile print was computed from it: keep them private.`;

const commands: ReadonlyMap<string, (args: string[]) => Promise<void>> = new Map([
  ['synthesize', synthesize],
  ['generate', generate],
  ['evaluate', evaluate],
  ['profile', profile],
  ['verify', verify],
]);

async function main([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name === 'help' || name === '--help') {
    console.log(usage);
    return;
  }
  const command = commands.get(name);
  if (!command)
    throw new UserError(
      `There is no command "${name}": use synthesize, generate, evaluate, verify or profile.`,
    );
  const { language, rest } = readLanguage(args);
  speak(language);
  await command(rest);
}

/** One line that says what is wrong: users' faults in our words, the rest in the system's. */
function describe(error: unknown): string {
  if (error instanceof UserError) return error.message;
  const { code, message, path } = error as { code?: string; message?: string; path?: string };
  if (code === 'ENOENT') return `There is no file ${path ?? ''}: check the path.`;
  if (code === 'EACCES' || code === 'EPERM')
    return `${path ?? 'A file'} may not be opened: check its permissions, or choose another.`;
  if (code === 'ENOSPC') return 'The disk is full: make room, or choose another place for --out.';
  if (code === 'EISDIR') return `${path ?? 'That path'} is a folder: name a file.`;
  if (code?.startsWith('ERR_PARSE_ARGS'))
    return `${(message ?? '').split('. ')[0]}. Run "understudy help" for the options.`;
  return `Understudy failed: ${(message ?? String(error)).split('\n')[0]}`;
}

if (isPeerThread()) void servePeerThread();
else {
  enableRelaxedSimd();
  main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${describe(error)}\n`);
    process.exitCode = 1;
  });
}
