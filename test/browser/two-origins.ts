import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/bundle';
import { serveFolder } from '../../scripts/serve';

export interface TwoOriginsOptions {
  /** Whether host and page ask to be isolated from other origins (COOP, COEP, CORP). */
  readonly isolated?: boolean;
  /** What the page's owner allows; the host when not said. */
  readonly hosts?: string;
}

/** A host, and Understudy in both forms on another site, each with headers as strict as they work with. */
export interface TwoOrigins {
  /** The host's page, from examples/embed/plain. */
  readonly host: string;
  /** Where the host's files lie. */
  readonly hostFolder: string;
  /** Where a page is that stands in the host's frame. */
  readonly forms: Readonly<Record<'one file' | 'folder', string>>;
  readonly close: () => Promise<void>;
}

const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

export async function serveTwoOrigins({
  isolated = false,
  hosts,
}: TwoOriginsOptions = {}): Promise<TwoOrigins> {
  const folder = mkdtempSync(join(tmpdir(), 'origins-'));
  const common = { 'x-content-type-options': 'nosniff', ...(isolated ? isolation : {}) };
  const hostHeaders: Record<string, string> = { ...common };
  const pageHeaders: Record<string, string> = { ...common };
  const host = await serveFolder({ folder: join(folder, 'host'), port: 0, headers: hostHeaders });
  const page = await serveFolder({ folder: join(folder, 'page'), port: 0, headers: pageHeaders });
  const hostOrigin = new URL(host.address).origin;
  // Another name for the same machine is another site, with a process of its own.
  const pageAddress = page.address.replace('127.0.0.1', 'localhost');
  hostHeaders['content-security-policy'] =
    `default-src 'none'; script-src 'self'; style-src 'self'; frame-src ${new URL(pageAddress).origin}; frame-ancestors 'none'`;
  pageHeaders['content-security-policy'] = `frame-ancestors ${hostOrigin}`;
  cpSync(join(root, 'examples/embed/plain'), join(folder, 'host'), { recursive: true });
  cpSync(join(root, 'dist/embed'), join(folder, 'host'), { recursive: true });
  for (const form of ['page', 'folder']) {
    const place = join(folder, 'page', form);
    cpSync(join(root, 'dist', form), place, { recursive: true });
    allow(join(place, 'index.html'), hosts ?? hostOrigin);
  }
  return {
    host: host.address,
    hostFolder: join(folder, 'host'),
    forms: { 'one file': `${pageAddress}page/index.html`, folder: `${pageAddress}folder/index.html` },
    close: async () => {
      await host.close();
      await page.close();
      rmSync(folder, { recursive: true });
    },
  };
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
