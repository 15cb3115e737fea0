import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { build } from 'vite';
import { root } from './bundle.ts';

/** The modules of src/embed that a host sees. */
const modules = ['understudy-app', 'protocol'];

/**
 * Builds the custom element for host pages into `embed`: one module, and its types.
 * @param dist folder in which that lies, absolute
 */
export async function buildEmbed(dist: string): Promise<void> {
  const folder = join(dist, 'embed');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      lib: { entry: 'src/embed/understudy-app.ts', formats: ['es'], fileName: () => 'understudy-app.js' },
    },
  });
  mkdirSync(folder, { recursive: true });
  for (const name of modules) writeFileSync(join(folder, `${name}.d.ts`), declarationsOf(name));
}

function declarationsOf(name: string): string {
  const path = join(root, 'src/embed', `${name}.ts`);
  const { outputText } = ts.transpileDeclaration(readFileSync(path, 'utf8'), {
    fileName: path,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, strict: true },
  });
  return outputText.replaceAll(/from '(\.\/[\w-]+)'/g, "from '$1.js'");
}
