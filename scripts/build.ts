/** `npm run build`: the page into dist/page (one file) and dist/folder (several), the command line into dist/cli/understudy.js; with `cli` behind it, the last alone. */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { buildPages } from './build-pages';
import { nodeBundleConfig, root } from './bundle';

const isForCliAlone = process.argv[2] === 'cli';
if (!isForCliAlone) await buildPages(join(root, 'dist'));
await build(nodeBundleConfig({ entry: 'cli/understudy.ts', folder: 'dist/cli', fileName: 'understudy.js' }));
await chmod(join(root, 'dist/cli/understudy.js'), 0o755);
const pages = isForCliAlone ? '' : 'dist/page and dist/folder (serve either from anywhere) and ';
console.log(`Built ${pages}dist/cli/understudy.js.`);
