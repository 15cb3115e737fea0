/** `npm run bench <name> [arguments]`: bundles bench/<name>.ts as the command line is bundled, and calls its `run`. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { nodeBundleConfig, root } from '../scripts/bundle';

/** What every bench/<name>.ts exports. */
interface Benchmark {
  readonly run: (args: string[]) => Promise<void> | void;
}

const [name, ...args] = process.argv.slice(2);
if (name === undefined) {
  console.log(
    `Say which benchmark: npm run bench <name> [arguments]. There are: ${benchmarkNames().join(', ')}.`,
  );
} else if (!benchmarkNames().includes(name)) {
  console.error(`There is no benchmark of that name. There are: ${benchmarkNames().join(', ')}.`);
  process.exitCode = 1;
} else {
  await (await load(name)).run(args);
}

function benchmarkNames(): string[] {
  return readdirSync(join(root, 'bench'))
    .filter((file) => file.endsWith('.ts') && file !== basename(import.meta.url))
    .map((file) => basename(file, '.ts'));
}

async function load(benchmark: string): Promise<Benchmark> {
  const folder = `.bench/${benchmark}`;
  const fileName = `${benchmark}.mjs`;
  await build(nodeBundleConfig({ entry: `bench/${benchmark}.ts`, folder, fileName }));
  const path = join(root, folder, fileName);
  if (!existsSync(path)) throw new Error(`The bundle of ${benchmark} was not written.`);
  return (await import(pathToFileURL(path).href)) as Benchmark;
}
