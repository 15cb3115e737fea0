import { join } from 'node:path';
import { build } from 'vite';
import { root } from './bundle.ts';

/**
 * Builds the page, as one file into `page` and as several into `folder`.
 * @param dist folder in which these two lie, absolute
 */
export async function buildPages(dist: string): Promise<void> {
  const configFile = join(root, 'vite.config.ts');
  for (const [mode, name] of [
    ['production', 'page'],
    ['folder', 'folder'],
  ]) {
    await build({
      root,
      configFile,
      mode,
      logLevel: 'warn',
      build: { outDir: join(dist, name), emptyOutDir: true },
    });
  }
}
