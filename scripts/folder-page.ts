import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';
import { changedPage } from './changed-page.ts';
import { firstScript, pagePolicy, scriptsWithin, sourceHash, withPolicy } from './page-policy.ts';
import { inlineStyles } from './sealed-page.ts';

type Bundle = Rolldown.OutputBundle;

/**
 * Vite plugin: the page as several files, for a static server. Its policy lets it load scripts from the place that it came
 * from, and its import map says which digest each must have; the page shuts that door before it reads a table (load-rest.ts).
 */
export function folderPage(): Plugin {
  return changedPage('folder-page', secure);
}

function secure(html: string, bundle: Bundle): string {
  const { page, styles } = inlineStyles(html, bundle);
  const map = JSON.stringify({ integrity: digests(bundle) });
  const known = [firstScript, map, ...scriptsWithin(html)];
  const policy = pagePolicy(["'self'", ...known.map(sourceHash)], styles);
  return withPolicy(page, policy, [
    `<script>${firstScript}</script>`,
    `<script type="importmap">${map}</script>`,
  ]).replace(
    /<(?:script type="module"|link rel="modulepreload")[^>]*\s(?:src|href)="\.\/([^"]+)"/g,
    (tag, name: string) => `${tag} integrity="${digest(bundle[name])}"`,
  );
}

/** By address, relative to the page. */
function digests(bundle: Bundle): Record<string, string> {
  const scripts = Object.values(bundle).filter((file) => file.type === 'chunk');
  const sorted = scripts.sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  return Object.fromEntries(sorted.map((file) => [`./${file.fileName}`, digest(file)]));
}

function digest(file: Bundle[string]): string {
  if (file?.type !== 'chunk') throw new Error('The page names a script that the build did not make.');
  return `sha384-${createHash('sha384').update(file.code).digest('base64')}`;
}
