/** `npm run build`: the page into dist/page (one file) and dist/folder (several), the command line into dist/cli/understudy.js. */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { nodeBundleConfig, root } from './bundle';

for (const mode of ['production', 'folder']) {
  await build({ root, configFile: join(root, 'vite.config.ts'), mode, logLevel: 'warn' });
}
await build(nodeBundleConfig({ entry: 'cli/understudy.ts', folder: 'dist/cli', fileName: 'understudy.js' }));
await chmod(join(root, 'dist/cli/understudy.js'), 0o755);
console.log('Built dist/page and dist/folder (serve either from anywhere) and dist/cli/understudy.js.');
