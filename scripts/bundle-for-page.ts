import { build, type Rolldown } from 'vite';
import { kernels } from './assembly.ts';
import { embeddedFiles, leftOut, root } from './bundle.ts';

/**
 * A module and all it imports as one classic script that leaves its exports in a global of that name: for a page that
 * a test or a benchmark opens to run parts of the product by themselves.
 * @param entry source file, relative to the root
 */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    assetsInclude: embeddedFiles,
    plugins: [kernels(root)],
    resolve: { alias: leftOut },
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      lib: { entry, name, formats: ['iife'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [{ output }] = result as Rolldown.RolldownOutput[];
  return output[0].code;
}
