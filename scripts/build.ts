/** `npm run build`: the page into dist/page, the command line into dist/cli/understudy.js. */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { nodeBundleConfig, root } from './bundle';

await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
await build(nodeBundleConfig({ entry: 'cli/understudy.ts', folder: 'dist/cli', fileName: 'understudy.js' }));
await chmod(join(root, 'dist/cli/understudy.js'), 0o755);
console.log('Built dist/page (serve it from anywhere) and dist/cli/understudy.js.');
