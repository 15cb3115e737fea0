import { join } from 'node:path';
import { build } from 'vite';
import { buildEmbed } from './build-embed.ts';
import { root } from './bundle.ts';

/**
 * Builds what browsers load: the page as one file into `page` and as several into `folder`, and the element that embeds it into
 * `embed`.
 * @param dist folder in which these lie, absolute
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
  await buildEmbed(dist);
}
