import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/bundle';
import { bundledPackages } from '../../scripts/bundled-packages';
import { packageRelease, type Release } from '../../scripts/package-release';
import { writeSbom } from '../../scripts/sbom';

const policy = "default-src 'none'";
const page = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}" />`;

let dist: string;
let release: Release;
let files: Record<string, string>;

beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'dist-'));
  mkdirSync(join(dist, 'page'));
  mkdirSync(join(dist, 'folder/assets'), { recursive: true });
  for (const path of ['page/index.html', 'folder/index.html']) writeFileSync(join(dist, path), page);
  writeFileSync(join(dist, 'folder/assets/index.js'), 'export {};');
  mkdirSync(join(dist, 'embed'));
  writeFileSync(join(dist, 'embed/understudy-app.js'), 'export {};');
  release = packageRelease(dist);
  const unpacked = Object.entries(unzipSync(release.bytes));
  files = Object.fromEntries(
    unpacked.map(([path, bytes]) => [path.replace(/^understudy-[\d.]+\//, ''), strFromU8(bytes)]),
  );
});
afterAll(() => rmSync(dist, { recursive: true }));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

it('is named by its version and holds both forms of the page, their papers and nothing else', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(release.fileName).toBe(`understudy-${version}.zip`);
  expect(Object.keys(files)).toEqual([
    'FINGERPRINTS',
    'LICENSE',
    'README.txt',
    'THIRD-PARTY-LICENSES.txt',
    'embed/understudy-app.js',
    'folder/assets/index.js',
    'folder/index.html',
    'sbom.cdx.json',
    'understudy.html',
    'SHA256SUMS',
  ]);
});

it('gives the digest of every other file in it, and of the policy of each page', () => {
  const { SHA256SUMS: sums, ...others } = files;
  expect(sums).toBe(
    Object.entries(others)
      .map(([path, text]) => `${sha256(text)}  ${path}\n`)
      .join(''),
  );
  expect(files['FINGERPRINTS']).toBe(
    `${sha256(policy)}  understudy.html\n${sha256(policy)}  folder/index.html\n`,
  );
});

it('is the same, byte for byte, whenever its files were written and in whatever zone', () => {
  utimesSync(join(dist, 'page/index.html'), 1e9, 1e9);
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Pacific/Auckland';
  expect(Buffer.from(packageRelease(dist).bytes).equals(release.bytes)).toBe(true);
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

it('tells of every package of the product, and of what tools leave in it, with versions, digests and licences', () => {
  const sbom = JSON.parse(files['sbom.cdx.json']) as { components: { name: string; purl: string }[] };
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
  const names = sbom.components.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([...Object.keys(manifest.dependencies), 'svelte', 'assemblyscript']),
  );
  expect(names).not.toContain('vitest');
  expect(sbom).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: expect.stringMatching(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    ) as string,
  });
  for (const one of sbom.components)
    expect(one).toMatchObject({
      purl: expect.stringMatching(/^pkg:npm\/(%40[\w-]+\/)?[\w.-]+@\d/) as string,
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[\da-f]{128}$/) as string }],
    });
  for (const { name, version, license } of bundledPackages())
    expect(files['THIRD-PARTY-LICENSES.txt']).toContain(`${name} ${version} (${license})`);
});

it('has another serial number when anything in it is another', () => {
  const serial = (text: string) => (JSON.parse(text) as { serialNumber: string }).serialNumber;
  const product = { name: 'understudy', version: '1.0.0', license: 'Apache-2.0' };
  const packages = bundledPackages();
  expect(serial(writeSbom(product, packages))).toBe(serial(writeSbom(product, packages)));
  expect(serial(writeSbom(product, packages.slice(1)))).not.toBe(serial(writeSbom(product, packages)));
});
