import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from 'vite';
import { sealedPage } from '../../scripts/sealed-page';

let folder: string;
let html: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealed-'));
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><html><head><meta charset="utf-8" /><script type="module" src="/main.js"></script></head></html>',
  );
  await writeFile(join(folder, 'style.css'), 'body { color: green }');
  await writeFile(
    join(folder, 'main.js'),
    "import './style.css'; document.title = '</script><!-- <script>$&';",
  );
  await build({ root: folder, base: './', configFile: false, logLevel: 'silent', plugins: [sealedPage()] });
  html = await readFile(join(folder, 'dist/index.html'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

/** The texts between `<tag …>` and `</tag>`. */
function contents(tag: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, text]) => text);
}

it('leaves one file, with the scripts and styles within it', async () => {
  const files = await readdir(join(folder, 'dist'), { recursive: true, withFileTypes: true });
  expect(files.filter((file) => file.isFile()).map((file) => file.name)).toEqual(['index.html']);
  expect(contents('script')).toHaveLength(2);
  expect(contents('style').join()).toContain('color:green');
});

it('allows exactly those scripts and styles, by their hashes', () => {
  const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  const allowed = policy.match(/sha256-[^']+/g);
  const present = [...contents('script'), ...contents('style')].map(
    (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`,
  );
  expect(allowed).toEqual(present);
  expect(policy).toContain("connect-src 'none'");
});

it('keeps text that looks like the end of a script from ending it', () => {
  expect(contents('script')[1]).toContain('<\\/script><\\!-- <script>$&');
});

it('gives up peer connections before any other script runs', () => {
  expect(contents('script')[0]).toContain('RTCPeerConnection');
});
