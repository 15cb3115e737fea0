import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, one]) => ({ name: path.split('node_modules/').at(-1) ?? path, ...one }));

/** Licences that ask for no more than their notice; those of tools may also ask for their own source, which is public. */
const permissive = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
];
const forTools = [...permissive, 'MPL-2.0'];

describe('what the product is made of', () => {
  it('is pinned to one version each', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('is locked to its content by a digest', () => {
    expect(packages.length).toBeGreaterThan(100);
    for (const { name, integrity } of packages)
      expect(integrity, name).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  });

  it('is under licences that ask for a notice alone', () => {
    for (const { name, license, dev } of packages)
      expect(dev === true ? forTools : permissive, `${name}: ${license ?? 'none'}`).toContain(license);
  });

  it('runs no script when it is installed, but for one tool that fetches its own program', () => {
    const scripted = packages.filter(({ hasInstallScript }) => hasInstallScript);
    expect(scripted.map(({ name, dev }) => [name, dev])).toEqual([['esbuild', true]]);
  });

  it('is told in docs/dependencies.md with its version and licence', () => {
    const told = read('docs/dependencies.md')
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' '));
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      const line = told.find(
        (one) =>
          one.includes(`\`${name}\``) || (name.startsWith('@tensorflow/') && one.includes(name.slice(12))),
      );
      expect(line, name).toContain(version);
      expect(line, name).toContain(lock.packages[`node_modules/${name}`].license);
    }
  });
});
