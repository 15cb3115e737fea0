import { build, type InlineConfig, type Rolldown } from 'vite';
import { kernels } from './assembly.ts';
import { embeddedFiles, leftOut, root } from './bundle.ts';

/** Vite settings that put a module and all it imports into one script for browsers. */
export function pageBundleConfig(): InlineConfig {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    assetsInclude: embeddedFiles,
    plugins: [kernels(root)],
    resolve: { alias: leftOut },
    build: {
      target: 'es2022',
      minify: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  };
}

/**
 * A module and all it imports as one classic script that leaves its exports in a global of that name: for a page that
 * a test or a benchmark opens to run parts of the product by themselves.
 * @param entry source file, relative to the root
 */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const config = pageBundleConfig();
  const result = await build({
    ...config,
    build: { ...config.build, write: false, lib: { entry, name, formats: ['iife'] } },
  });
  const [{ output }] = result as Rolldown.RolldownOutput[];
  return output[0].code;
}
