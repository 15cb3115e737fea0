import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './bundle.ts';

/** Tools for building that leave a part of themselves in what is built; not their own dependencies. */
const toolsWithin = ['svelte', 'clsx', 'esm-env', 'assemblyscript'];

interface Locked {
  readonly version: string;
  readonly license: string;
  /** `sha512-` and the digest of the package's archive, base64. */
  readonly integrity: string;
  readonly dev?: boolean;
}

/** A package of which something may be in the page. */
export interface BundledPackage extends Locked {
  readonly name: string;
  /** Where it is installed, relative to the root. */
  readonly folder: string;
}

/** From the lock file, by place: what the product depends on, and the tools that leave something in it. */
export function bundledPackages(): BundledPackage[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, locked]) => ({
      ...locked,
      folder,
      name: folder.slice(folder.lastIndexOf(modules) + modules.length),
    }))
    .filter(({ name, dev }) => dev !== true || toolsWithin.includes(name))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

const modules = 'node_modules/';

/** Name, version and licence texts of each, as one text. */
export function licenceTexts(packages: readonly BundledPackage[]): string {
  return packages.map((one) => `${heading(one)}\n\n${textsOf(one).join('\n\n')}\n`).join('\n\n');
}

function heading({ name, version, license }: BundledPackage): string {
  const title = `${name} ${version} (${license})`;
  return `${title}\n${'='.repeat(title.length)}`;
}

/** Some packages name their licence and leave its text out. */
function textsOf({ folder, license }: BundledPackage): string[] {
  const path = join(root, folder);
  const files = existsSync(path)
    ? readdirSync(path).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    : [];
  const texts = files
    .sort()
    .map((file) => readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return texts.length > 0 ? texts : [`Its package names the licence ${license} and holds no text of it.`];
}

/** Vite plugin: a build fails on a module of a package that the list above does not hold. */
export function knownPackages(): Plugin {
  return {
    name: 'known-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      const known = new Set(bundledPackages().map(({ name }) => name));
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const unknown = Object.keys(file.modules)
          .flatMap(packageOf)
          .find((name) => !known.has(name));
        if (unknown !== undefined)
          throw new Error(
            `${unknown} is in what was built, and not among the packages that are told of: add it to toolsWithin.`,
          );
      }
    },
  };
}

function packageOf(moduleId: string): string[] {
  const path = moduleId.replaceAll('\\', '/');
  const place = path.lastIndexOf(modules);
  if (place < 0) return [];
  return /^(@[^/]+\/)?[^/?]+/.exec(path.slice(place + modules.length))?.slice(0, 1) ?? [];
}
