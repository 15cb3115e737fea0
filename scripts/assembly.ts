import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import type { Plugin } from 'vite';

interface Program {
  /** In `assembly/`. */
  readonly entry: string;
  /** Of WebAssembly, beyond the first version. */
  readonly features: readonly string[];
}

/** What `virtual:kernels` exports, each as base64; the first two are the same kernels. */
const programs: Readonly<Record<string, Program>> = {
  simd: { entry: 'index.ts', features: ['simd'] },
  relaxedSimd: { entry: 'index.ts', features: ['simd', 'relaxed-simd'] },
  hashing: { entry: 'sha256.ts', features: [] },
};

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
    load: (id) => (id === `\0${name}` ? (compiled ??= compileAll(join(root, 'assembly'))) : null),
  };
}

async function compileAll(folder: string): Promise<string> {
  const lines = Object.entries(programs).map(
    async ([name, program]) =>
      `export const ${name} = ${JSON.stringify((await compile(folder, program)).toString('base64'))};`,
  );
  return (await Promise.all(lines)).join('\n');
}

/** Throws with the compiler's words when the program does not compile. */
async function compile(folder: string, { entry, features }: Program): Promise<Buffer> {
  const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory'];
  if (features.length > 0) options.push('--enable', features.join(','));
  const outputs: Record<string, Uint8Array | string> = {};
  const { error } = await asc.main([join(folder, entry), ...options, '--outFile', 'kernels.wasm'], {
    writeFile: (file, contents) => {
      outputs[file] = contents;
    },
  });
  const binary = outputs['kernels.wasm'];
  if (error || !(binary instanceof Uint8Array))
    throw new Error('The kernels do not compile.', { cause: error });
  return Buffer.from(binary);
}
