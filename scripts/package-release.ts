import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { root } from './bundle.ts';
import { bundledPackages, licenceTexts } from './bundled-packages.ts';
import { type Product, writeSbom } from './sbom.ts';

export interface Release {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * What is handed on: both forms of the page, what they are made of, their licences and digests, as one ZIP file. The same
 * built files give the same bytes.
 * @param dist folder with the built pages, absolute
 */
export function packageRelease(dist: string): Release {
  const product = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Product;
  const top = `${product.name}-${product.version}`;
  const files = sorted(contents(dist, product));
  const sums = Object.entries(files).map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`);
  const all: Record<string, Uint8Array> = { ...files, SHA256SUMS: strToU8(sums.join('')) };
  // Times in a ZIP file are local and begin here: every file gets this one, wherever it is made.
  const mtime = new Date(1980, 0, 1);
  const placed: Zippable = Object.fromEntries(
    Object.entries(all).map(([path, bytes]) => [`${top}/${path}`, [bytes, { mtime, level: 9 }]]),
  );
  return { fileName: `${top}.zip`, bytes: zipSync(placed) };
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function contents(dist: string, product: Product): Record<string, Uint8Array> {
  const packages = bundledPackages();
  const page = readFileSync(join(dist, 'page/index.html'));
  const folder = filesIn(join(dist, 'folder'), 'folder/');
  const fingerprints = [
    `${fingerprintOf(page.toString())}  understudy.html\n`,
    `${fingerprintOf(readFileSync(join(dist, 'folder/index.html'), 'utf8'))}  folder/index.html\n`,
  ];
  return {
    ...folder,
    ...filesIn(join(dist, 'embed'), 'embed/'),
    'understudy.html': page,
    'README.txt': readFileSync(join(root, 'docs/package-readme.txt')),
    LICENSE: readFileSync(join(root, 'LICENSE')),
    FINGERPRINTS: strToU8(fingerprints.join('')),
    'THIRD-PARTY-LICENSES.txt': strToU8(licenceTexts(packages)),
    'sbom.cdx.json': strToU8(writeSbom(product, packages)),
  };
}

/** As the page shows it: the SHA-256 of its first policy. */
function fingerprintOf(html: string): string {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  if (policy === undefined) throw new Error('A built page has no policy: build it again.');
  return sha256(policy);
}

function filesIn(folder: string, prefix: string): Record<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => [prefix + path.replaceAll(sep, '/'), readFileSync(join(folder, path))]),
  );
}

function sorted(files: Record<string, Uint8Array>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
