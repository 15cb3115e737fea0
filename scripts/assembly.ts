import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import type { Plugin } from 'vite';

/** What `virtual:kernels` exports: each the same kernels as base64. */
const variants = { simd: ['simd'], relaxedSimd: ['simd', 'relaxed-simd'] } as const;

let compiled: Promise<string> | null = null;

/**
 * Compiles the kernels of `assembly/` to WebAssembly and offers them as the module `virtual:kernels`; once for all bundles
 * that one run makes.
 */
export function kernels(root: string): Plugin {
  const name = 'virtual:kernels';
  return {
    name: 'kernels',
    resolveId: (source) => (source === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? (compiled ??= compileAll(join(root, 'assembly/index.ts'))) : null),
  };
}

async function compileAll(entry: string): Promise<string> {
  const lines = Object.entries(variants).map(
    async ([name, features]) =>
      `export const ${name} = ${JSON.stringify((await compile(entry, features)).toString('base64'))};`,
  );
  return (await Promise.all(lines)).join('\n');
}

/** Throws with the compiler's words when the kernels do not compile. */
async function compile(entry: string, features: readonly string[]): Promise<Buffer> {
  const options = [
    '-O3',
    '--noAssert',
    '--runtime',
    'stub',
    '--importMemory',
    '--enable',
    features.join(','),
  ];
  const outputs: Record<string, Uint8Array | string> = {};
  const { error } = await asc.main([entry, ...options, '--outFile', 'kernels.wasm'], {
    writeFile: (file, contents) => {
      outputs[file] = contents;
    },
  });
  const binary = outputs['kernels.wasm'];
  if (error || !(binary instanceof Uint8Array))
    throw new Error('The kernels do not compile.', { cause: error });
  return Buffer.from(binary);
}
