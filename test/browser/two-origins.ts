import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { root } from '../../scripts/bundle';
import { findFreePort, serveByNginx, serveByNode, type Site } from './web-servers';

export interface TwoOriginsOptions {
  /** Whether host and page ask to be isolated from other origins (COOP, COEP, CORP). */
  readonly isolated?: boolean;
  /** What the page's owner allows; the host when not said. */
  readonly hosts?: string;
}

/** A host, and Understudy in both forms on another site, each with the headers of examples/embed/nginx.conf. */
export interface TwoOrigins {
  /** The host's page, from examples/embed/plain. */
  readonly host: string;
  /** Where the host's files lie. */
  readonly hostFolder: string;
  /** Where a page is that stands in the host's frame. */
  readonly forms: Readonly<Record<'one file' | 'folder', string>>;
  readonly close: () => Promise<void>;
}

/** By nginx where there is one. */
export async function serveTwoOrigins({
  isolated = false,
  hosts,
}: TwoOriginsOptions = {}): Promise<TwoOrigins> {
  const folder = mkdtempSync(join(tmpdir(), 'origins-'));
  const hostOrigin = `http://127.0.0.1:${await findFreePort()}`;
  // Another name for the same machine is another site, with a process of its own.
  const pageOrigin = `http://localhost:${await findFreePort()}`;
  const hostFolder = join(folder, 'host');
  cpSync(join(root, 'examples/embed/plain'), hostFolder, { recursive: true });
  cpSync(join(root, 'dist/embed'), hostFolder, { recursive: true });
  for (const form of ['page', 'folder']) {
    const place = join(folder, 'page', form);
    cpSync(join(root, 'dist', form), place, { recursive: true });
    allow(join(place, 'index.html'), hosts ?? hostOrigin);
  }
  const sites = exampleSites({ hostOrigin, pageOrigin, folder, isolated });
  const nginx = inject('nginx');
  const close = await (nginx ? serveByNginx(nginx, join(folder, 'nginx'), sites) : serveByNode(sites));
  return {
    host: `${hostOrigin}/`,
    hostFolder,
    forms: { 'one file': `${pageOrigin}/page/index.html`, folder: `${pageOrigin}/folder/index.html` },
    close: async () => {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}

interface Places {
  readonly hostOrigin: string;
  readonly pageOrigin: string;
  readonly folder: string;
  readonly isolated: boolean;
}

/** The servers of examples/embed/nginx.conf, at these places. */
function exampleSites({ hostOrigin, pageOrigin, folder, isolated }: Places): Site[] {
  const config = readFileSync(join(root, 'examples/embed/nginx.conf'), 'utf8')
    .replaceAll('https://portal.example', hostOrigin)
    .replaceAll('https://understudy.example', pageOrigin)
    .replaceAll('# add_header', isolated ? 'add_header' : '# add_header');
  const [, ...blocks] = config.split(/^(?=server \{)/m);
  return [
    { name: 'portal', origin: hostOrigin, files: 'host' },
    { name: 'understudy', origin: pageOrigin, files: 'page' },
  ].map(({ name, origin, files }, index) => {
    const port = Number(new URL(origin).port);
    const block = blocks[index]
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace(`root /srv/${name};`, `root ${join(folder, files)};`);
    return { port, folder: join(folder, files), block };
  });
}

/** As a page's owner does it: by editing the file. */
function allow(path: string, hosts: string): void {
  const html = readFileSync(path, 'utf8');
  const edited = html.replace(
    /(<meta name="understudy-hosts" content=")[^"]*"/,
    (_, start: string) => `${start}${hosts}"`,
  );
  if (edited === html)
    throw new Error(`There is no line about hosts in ${path} (${readdirSync(join(path, '..')).join(', ')}).`);
  writeFileSync(path, edited);
}
