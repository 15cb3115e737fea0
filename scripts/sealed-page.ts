import { parseAst, type Plugin, type Rolldown } from 'vite';
import { changedPage } from './changed-page.ts';
import { firstScript, pagePolicy, scriptsWithin, sourceHash, withPolicy } from './page-policy.ts';

type Bundle = Rolldown.OutputBundle;

/**
 * Vite plugin: puts the built page's scripts and styles into the page itself and locks it with a policy that names no place
 * at all to load from, its own server included.
 */
export function sealedPage(): Plugin {
  return changedPage('sealed-page', seal);
}

function seal(html: string, bundle: Bundle): string {
  const scripts = [firstScript, ...scriptsWithin(html)];
  const inlined = html.replace(
    /<script type="module"[^>]*\ssrc="\.\/([^"]+)"[^>]*><\/script>/g,
    (_tag, name: string) => {
      scripts.push(scriptText(takeOut(bundle, name)));
      return `<script type="module">${scripts.at(-1)}</script>`;
    },
  );
  const { page, styles } = inlineStyles(inlined, bundle);
  refuseLeftovers(bundle);
  return withPolicy(page, pagePolicy(scripts.map(sourceHash), styles), [`<script>${firstScript}</script>`]);
}

/** The page with the styles that it links within it, which leave the bundle; and their texts. */
export function inlineStyles(html: string, bundle: Bundle): { page: string; styles: string[] } {
  const styles: string[] = [];
  const page = html.replace(
    /<link rel="stylesheet"[^>]*\shref="\.\/([^"]+)"[^>]*>/g,
    (_tag, name: string) => {
      styles.push(takeOut(bundle, name));
      return `<style>${styles.at(-1)}</style>`;
    },
  );
  return { page, styles };
}

/** The text of a built file, which leaves the bundle. */
function takeOut(bundle: Bundle, name: string): string {
  const file = bundle[name];
  if (file === undefined) throw new Error(`The page names ${name}, which the build did not make.`);
  delete bundle[name];
  return file.type === 'chunk' ? file.code : String(file.source);
}

/** Keeps the script from ending the element it stands in; the escapes change nothing within strings. */
function scriptText(code: string): string {
  const escaped = code.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
  parseAst(escaped);
  return escaped;
}

/** A script or style that stayed outside would be refused by the page's own policy. */
function refuseLeftovers(bundle: Bundle): void {
  const left = Object.keys(bundle).filter((name) => /\.(js|css|wasm|woff2?)$/.test(name));
  if (left.length > 0) throw new Error(`These files should be inside the page: ${left.join(', ')}.`);
}
