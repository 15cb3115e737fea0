import { createHash } from 'node:crypto';
import { parseAst, type Plugin, type Rolldown } from 'vite';

/** Peer connections are the one way out that browsers do not yet let a policy forbid: the page gives them up. */
const firstScript =
  'for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) delete window[name];';

type Bundle = Rolldown.OutputBundle;

/**
 * What the page may do. It names no place at all to load from, its own server included: scripts and styles are
 * those within the page, known by their hashes; workers and pictures come from its own memory.
 */
function policy(scripts: readonly string[], styles: readonly string[]): string {
  return [
    "default-src 'none'",
    ['script-src', ...scripts.map(sourceHash), "'wasm-unsafe-eval'"].join(' '),
    styles.length > 0 ? ['style-src', ...styles.map(sourceHash)].join(' ') : "style-src 'none'",
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Vite plugin: puts the built page's scripts and styles into the page itself and locks it with a policy. */
export function sealedPage(): Plugin {
  return {
    name: 'sealed-page',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type === 'asset') page.source = seal(String(page.source), bundle);
      },
    },
  };
}

function seal(html: string, bundle: Bundle): string {
  const scripts = [firstScript];
  const styles: string[] = [];
  const inlined = html
    .replace(/<script type="module"[^>]*\ssrc="\.\/([^"]+)"[^>]*><\/script>/g, (_tag, name: string) => {
      scripts.push(scriptText(takeOut(bundle, name)));
      return `<script type="module">${scripts.at(-1)}</script>`;
    })
    .replace(/<link rel="stylesheet"[^>]*\shref="\.\/([^"]+)"[^>]*>/g, (_tag, name: string) => {
      styles.push(takeOut(bundle, name));
      return `<style>${styles.at(-1)}</style>`;
    });
  refuseLeftovers(bundle);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(scripts, styles)}" />`;
  return inlined.replace(
    /<meta charset="utf-8"\s*\/?>/i,
    (charset) => `${charset}\n    ${meta}\n    <script>${firstScript}</script>`,
  );
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

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** A script or style that stayed outside would be refused by the page's own policy. */
function refuseLeftovers(bundle: Bundle): void {
  const left = Object.keys(bundle).filter((name) => /\.(js|css|wasm|woff2?)$/.test(name));
  if (left.length > 0) throw new Error(`These files should be inside the page: ${left.join(', ')}.`);
}
