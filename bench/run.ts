/** `npm run bench <name> [arguments]`: bundles bench/<name>.ts as the command line is bundled, and calls its `run`. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { enableRelaxedSimd } from '../cli/relaxed-simd';
import { nodeBundleConfig, root } from '../scripts/bundle';

/** What every bench/<name>.ts exports. */
interface Benchmark {
  readonly run: (args: string[]) => Promise<void> | void;
}

enableRelaxedSimd();
const [name, ...args] = process.argv.slice(2);
if (name === undefined) {
  console.log(
    `Say which benchmark: npm run bench <name> [-- arguments]. There are: ${benchmarkNames().join(', ')}.`,
  );
} else if (!benchmarkNames().includes(name)) {
  console.error(`There is no benchmark of that name. There are: ${benchmarkNames().join(', ')}.`);
  process.exitCode = 1;
} else {
  await tell(() => runBenchmark(name, args));
}

function benchmarkNames(): string[] {
  return readdirSync(join(root, 'bench'))
    .filter((file) => file.endsWith('.ts') && file !== basename(import.meta.url))
    .map((file) => basename(file, '.ts'));
}

async function runBenchmark(benchmark: string, args: string[]): Promise<void> {
  const { run } = await load(benchmark);
  await run(args);
}

/** The bundle lies one folder below the root, as the scripts do, so that they find the root from within it. */
async function load(benchmark: string): Promise<Benchmark> {
  const folder = '.bench';
  const fileName = `${benchmark}.mjs`;
  const config = nodeBundleConfig({ entry: `bench/${benchmark}.ts`, folder, fileName });
  await build({
    ...config,
    build: { ...config.build, emptyOutDir: false },
    // What only development needs stays outside.
    ssr: { ...config.ssr, external: ['playwright-core', 'vite', 'assemblyscript'] },
  });
  return (await import(pathToFileURL(join(root, folder, fileName)).href)) as Benchmark;
}

/** Faults that a person can mend are told in their own sentence, without a stack. */
async function tell(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UserError') throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
