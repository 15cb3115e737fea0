import { fileURLToPath } from 'node:url';
import type { Alias, InlineConfig } from 'vite';
import { kernels } from './assembly.ts';

/** The checkout's root folder, absolute. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Modules that dependencies import and this product must not carry: TF.js's threaded WASM build (it holds
 * an `eval`, and needs frames that are cross-origin isolated), its HTTP client for old Node versions; and, with another in
 * their places, the part of Arrow that makes a function out of text, and what unpacks Snappy by WebAssembly alone.
 */
export const leftOut: Alias[] = [
  { find: /^.*\/tfjs-backend-wasm-threaded-simd(\.worker)?\.js$/, replacement: `${root}scripts/absent.ts` },
  { find: /^node-fetch$/, replacement: `${root}scripts/absent.ts` },
  { find: /^hysnappy$/, replacement: `${root}scripts/snappy.ts` },
  { find: /^.*\/builder\/valid\.(m?js)$/, replacement: `${root}scripts/arrow-is-valid.ts` },
];

/** `.wasm` files may be imported with `?inline`: the bytes become a data: URI inside the script. */
export const embeddedFiles = ['**/*.wasm'];

export interface NodeBundle {
  /** Source file, relative to the root. */
  readonly entry: string;
  /** Folder of the result, relative to the root; emptied first. */
  readonly folder: string;
  /** File name of the result. */
  readonly fileName: string;
}

/** Vite settings that put `entry` and everything it imports, but Node's own modules, into one executable script. */
export function nodeBundleConfig({ entry, folder, fileName }: NodeBundle): InlineConfig {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    assetsInclude: embeddedFiles,
    plugins: [kernels(root)],
    resolve: { alias: leftOut },
    // TF.js's WASM glue asks for the folder of its script the old way.
    define: { __dirname: 'import.meta.dirname' },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: fileName, banner: '#!/usr/bin/env node', codeSplitting: false },
      },
    },
  };
}
