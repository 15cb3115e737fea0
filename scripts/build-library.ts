import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { build, type InlineConfig, type Plugin } from 'vite';
import { nodeBundleConfig, root } from './bundle.ts';
import { pageBundleConfig } from './bundle-for-page.ts';
import { bundledPackages, licenceTexts } from './bundled-packages.ts';

const entry = 'src/lib/index.ts';
/** The module that an app imports is `index.js`; what it loads when it is needed lies in `parts` beside it. */
const inParts = {
  entryFileNames: '[name].js',
  chunkFileNames: 'parts/[name].js',
  // Else these would lie in a part that loads what needs them: a bundler takes neither out of a ring.
  codeSplitting: {
    groups: [
      { name: 'tensors', test: /tfjs-core/ },
      { name: 'cells', test: /io\/write\/plain-cells/ },
    ],
  },
};

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
  writeManifest(folder);
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  copyFileSync(join(root, 'docs/library.md'), join(folder, 'README.md'));
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licenceTexts(bundledPackages()));
}

/** The package's package.json. */
export function writeManifest(folder: string): void {
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
    // TF.js's parts register themselves; the door is taken apart by bundlers.
    sideEffects: ['./*/parts/*.js'],
    types: './index.d.ts',
    exports: { '.': { types: './index.d.ts', node: './node/index.js', default: './browser/index.js' } },
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** All that is needed is within: the package depends on no other. */
function forNode(folder: string): InlineConfig {
  const config = nodeBundleConfig({ entry, folder: join(folder, 'node'), fileName: 'index.js' });
  const input = { index: entry, 'parts/peer': 'src/lib/peer.ts' };
  return { ...config, build: { ...config.build, ssr: true, rolldownOptions: { input, output: inParts } } };
}

/** Writes the package's modules for web apps into the folder `browser` of this one. */
export async function buildForBrowsers(folder: string): Promise<void> {
  const config = pageBundleConfig();
  await build({
    ...config,
    build: {
      ...config.build,
      outDir: join(folder, 'browser'),
      emptyOutDir: true,
      lib: { entry: { index: entry, 'parts/peer': 'workers/peer.worker.ts' }, formats: ['es'] },
      rolldownOptions: { output: inParts },
    },
    plugins: [config.plugins, leaveToHosts],
  });
}

/** Our own build passes over the address of `peer.js`; the bundler of an app must not. */
const leaveToHosts: Plugin = {
  name: 'leave-to-hosts',
  renderChunk: (code) => code.replace(/\/\* @vite-ignore \*\/\s*/, ''),
};

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
