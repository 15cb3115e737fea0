import type { Plugin, Rolldown } from 'vite';

/** Vite plugin: the page as `change` has it, once all that it names has been built; the bundle may be changed too. */
export function changedPage(
  name: string,
  change: (html: string, bundle: Rolldown.OutputBundle) => string,
): Plugin {
  return {
    name,
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type === 'asset') page.source = change(String(page.source), bundle);
      },
    },
  };
}
