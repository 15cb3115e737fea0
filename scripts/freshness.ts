import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle';

const sources = [
  'src',
  'workers',
  'cli',
  'public',
  'scripts',
  'index.html',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
];
const results = [
  'dist/page/index.html',
  'dist/folder/index.html',
  'dist/embed/understudy-app.js',
  'dist/cli/understudy.js',
];

/** Builds the page and the command line when they are missing or older than what they are made from. */
export function buildWhenStale(): void {
  if (!isStale()) return;
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    cwd: root,
    stdio: 'inherit',
    // A test runner sets NODE_ENV to `test`, which would build the page for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error('The build failed; its own message is above.');
}

function isStale(): boolean {
  const built = results.map((path) => join(root, path));
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
