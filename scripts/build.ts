/** `npm run build`: the page into dist/page (one file) and dist/folder (several), the command line into dist/cli/understudy.js. */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { buildPages } from './build-pages';
import { nodeBundleConfig, root } from './bundle';

await buildPages(join(root, 'dist'));
await build(nodeBundleConfig({ entry: 'cli/understudy.ts', folder: 'dist/cli', fileName: 'understudy.js' }));
await chmod(join(root, 'dist/cli/understudy.js'), 0o755);
console.log('Built dist/page and dist/folder (serve either from anywhere) and dist/cli/understudy.js.');
