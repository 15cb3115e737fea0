import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RandomStream } from '../src/engine/random';
import { root } from '../scripts/bundle';
import { Watchdog } from './dirty/watchdog';
import { checkReading } from './fuzz/check-reading';
import { mutate } from './fuzz/mutate';
import { readSeeds } from './fuzz/seeds';

const options = {
  folder: { type: 'string', default: join(root, '../shared/dirty') },
  files: { type: 'string', default: '100000' },
  first: { type: 'string', default: '0' },
} as const;

const secondsPerFile = 20;
const mostFaultsKept = 20;
const failures = join(root, '.bench/fuzz');

/**
 * `npm run bench fuzz [-- --files N] [--first N] [--folder FOLDER]`: so many files, made from the corpora's and from
 * made-up ones by damaging them, are opened and looked at as the page does. Each must load or be refused in a sentence.
 * File N is the same in every run; what fails is kept in .bench/fuzz. Ends in failure where a file is at fault or hangs.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const seeds = readSeeds(values.folder);
  const first = Number(values.first);
  const end = first + Number(values.files);
  const watchdog = new Watchdog(secondsPerFile);
  const counts = { loaded: 0, refused: 0, fault: 0 };
  let slowest = { seconds: 0, file: 0 };
  for (let file = first; file < end; file++) {
    watchdog.beat();
    const before = performance.now();
    counts[await tryFile(file, seeds, counts.fault < mostFaultsKept)]++;
    const seconds = (performance.now() - before) / 1000;
    if (seconds > slowest.seconds) slowest = { seconds, file };
    if ((file + 1 - first) % 10_000 === 0)
      console.log(`${file + 1 - first} files: ${JSON.stringify(counts)}`);
  }
  await watchdog.end();
  console.log(
    `${end - first} files from ${seeds.length} seeds: ${counts.loaded} loaded, ${counts.refused} refused in a sentence, ${counts.fault} at fault; slowest ${slowest.seconds.toFixed(2)} s (file ${slowest.file}); peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  );
  if (counts.fault > 0) process.exitCode = 1;
}

async function tryFile(
  file: number,
  seeds: readonly Uint8Array[],
  isKept: boolean,
): Promise<'loaded' | 'refused' | 'fault'> {
  const random = new RandomStream(file, 'fuzz');
  const bytes = mutate(seeds[random.int(seeds.length)], seeds[random.int(seeds.length)], random);
  try {
    return await checkReading(bytes, random);
  } catch (error) {
    if (isKept) {
      mkdirSync(failures, { recursive: true });
      writeFileSync(join(failures, String(file)), bytes);
      console.error(
        `File ${file}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    return 'fault';
  }
}
