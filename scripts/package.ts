/** `npm run package`: builds what is out of date, and puts it into dist/understudy-VERSION.zip, with its digest beside it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle';
import { buildWhenStale } from './freshness';
import { packageRelease, sha256 } from './package-release';

buildWhenStale();
const dist = join(root, 'dist');
const { fileName, bytes } = packageRelease(dist);
writeFileSync(join(dist, fileName), bytes);
writeFileSync(join(dist, 'SHA256SUMS'), `${sha256(bytes)}  ${fileName}\n`);
console.log(`Made dist/${fileName}; its SHA-256 is in dist/SHA256SUMS.`);
