import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import type { Plugin } from 'vite';

interface Program {
  /** In `assembly/`. */
  readonly entry: string;
  /** Of WebAssembly, beyond the first version. */
  readonly features: readonly string[];
}

type Programs = Readonly<Record<string, Program>>;

/**
 * The modules that can be imported, and what each exports, as base64. Apart, as reading a table takes the second alone; the two of
 * the first are the same kernels.
 */
const modules: Readonly<Record<string, Programs>> = {
  'virtual:kernels': {
    simd: { entry: 'index.ts', features: ['simd'] },
    relaxedSimd: { entry: 'index.ts', features: ['simd', 'relaxed-simd'] },
  },
  'virtual:reading-kernels': {
    hashing: { entry: 'sha256.ts', features: [] },
    marking: { entry: 'marks.ts', features: ['simd'] },
  },
};

const compiled = new Map<string, Promise<string>>();

/** Compiles what lies in `assembly/` to WebAssembly and offers it as modules; once for all bundles that one run makes. */
export function kernels(root: string): Plugin {
  return {
    name: 'kernels',
    resolveId: (source) => (Object.hasOwn(modules, source) ? `\0${source}` : null),
    load: (id) => {
      const name = id.slice(1);
      if (!id.startsWith('\0') || !Object.hasOwn(modules, name)) return null;
      const code = compiled.get(name) ?? compileAll(join(root, 'assembly'), modules[name]);
      compiled.set(name, code);
      return code;
    },
  };
}

async function compileAll(folder: string, programs: Programs): Promise<string> {
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
