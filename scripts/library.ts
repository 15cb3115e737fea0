/** `npm run library`: the package `understudy` for programs, ready for `npm pack`, into dist/npm. */
import { join } from 'node:path';
import { buildLibrary } from './build-library';
import { root } from './bundle';

await buildLibrary(join(root, 'dist/npm'));
console.log('Built dist/npm: pack it with "npm pack ./dist/npm".');
