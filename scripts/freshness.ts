import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle';

const sources = [
  'src',
  'workers',
  'cli',
  'assembly',
  'public',
  'scripts',
  'index.html',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
];
const commandLine = 'dist/cli/understudy.js';
const results = [
  'dist/page/index.html',
  'dist/folder/index.html',
  'dist/embed/understudy-app.js',
  commandLine,
];

/** Builds the page and the command line when they are missing or older than what they are made from. */
export function buildWhenStale(): void {
  if (isStale(results)) build();
}

/** Builds the command line, and nothing else, when it is missing or older than what it is made from. */
export function buildCommandLineWhenStale(): void {
  if (isStale([commandLine])) build('cli');
}

/** Throws when the build fails. */
function build(...parts: string[]): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', ...parts], {
    cwd: root,
    stdio: 'inherit',
    // A test runner sets NODE_ENV to `test`, which would build the page for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error('The build failed; its own message is above.');
}

function isStale(paths: readonly string[]): boolean {
  const built = paths.map((path) => join(root, path));
  if (!built.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return sources.some((path) => newestChange(join(root, path)) > oldest);
}

/** The latest change of a file, or of anything within a folder, in milliseconds; 0 where there is nothing. */
function newestChange(path: string): number {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
