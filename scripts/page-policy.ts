import { createHash } from 'node:crypto';

/** Peer connections are the one way out that browsers do not yet let a policy forbid: the page gives them up. */
export const firstScript =
  'for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) delete window[name];';

/**
 * What a page may do: run the scripts and styles that are named, make workers and pictures out of its own memory, and connect
 * to nothing.
 * @param scripts sources as a policy names them
 * @param styles texts of the styles within the page
 */
export function pagePolicy(scripts: readonly string[], styles: readonly string[]): string {
  return [
    "default-src 'none'",
    ['script-src', ...scripts, "'wasm-unsafe-eval'"].join(' '),
    styles.length > 0 ? ['style-src', ...styles.map(sourceHash)].join(' ') : "style-src 'none'",
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The texts of the scripts that stand in a page itself. */
export function scriptsWithin(html: string): string[] {
  return [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
}

/** A script's or style's text as a policy names it. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The page with the policy, and then whatever must precede its other scripts, as the first things in its head. */
export function withPolicy(html: string, policy: string, first: readonly string[]): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return html.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => [charset, meta, ...first].join('\n    '));
}
