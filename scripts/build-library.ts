import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { build, type InlineConfig } from 'vite';
import { nodeBundleConfig, root } from './bundle.ts';
import { pageBundleConfig } from './bundle-for-page.ts';
import { bundledPackages, licenceTexts } from './bundled-packages.ts';

const entry = 'src/lib/index.ts';

/**
 * The package `understudy` for programs, ready for `npm pack`.
 * @param folder that becomes the package, absolute; emptied first
 */
export async function buildLibrary(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build(forNode(folder));
  await buildForBrowsers(folder);
  writeDeclarations(folder);
  const { name, version, description, license, engines } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  const manifest = {
    name,
    version,
    description,
    license,
    type: 'module',
    engines,
    sideEffects: false,
    types: './index.d.ts',
    exports: { '.': { types: './index.d.ts', node: './node.js', default: './browser.js' } },
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  copyFileSync(join(root, 'docs/library.md'), join(folder, 'README.md'));
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licenceTexts(bundledPackages()));
}

/** All that is needed is within: the package depends on no other. */
function forNode(folder: string): InlineConfig {
  const config = nodeBundleConfig({ entry, folder, fileName: 'node.js' });
  return {
    ...config,
    build: {
      ...config.build,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'node.js', codeSplitting: false } },
    },
  };
}

/** Writes `browser.js`, the package's module for web apps, into the folder. */
export async function buildForBrowsers(folder: string): Promise<void> {
  const config = pageBundleConfig();
  await build({
    ...config,
    build: {
      ...config.build,
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: join(root, entry), formats: ['es'], fileName: () => 'browser.js' },
    },
  });
}

/** Of the door and of its types, which stand by themselves: what lies behind them stays inside. */
function writeDeclarations(folder: string): void {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([join(root, entry), join(root, 'src/embedded.d.ts')], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: false,
    outDir: folder,
  });
  const shown = ['index', 'types', 'open'].map((name) => join(root, `src/lib/${name}.ts`));
  for (const path of shown) {
    program.emit(program.getSourceFile(path), (out, text) =>
      writeFileSync(join(folder, basename(out)), text.replaceAll(/from '\.\/(\w+)'/g, "from './$1.js'")),
    );
  }
}
