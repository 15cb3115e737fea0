import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import type { Duplex } from 'node:stream';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface ServeOptions {
  /** Folder to serve, absolute. */
  readonly folder: string;
  /** Tried first; when taken, any free port. 0 for any. */
  readonly port: number;
  /** The path under which the folder appears, `/` or `/some/where/`. */
  readonly base?: string;
  /** Sent with every file. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Told of every request: method and path. */
  readonly onRequest?: (request: string) => void;
}

export interface Served {
  /** Where the page is, ending in `/`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder's files on 127.0.0.1, with nothing added that is not asked for: no policy, no isolation header. What the page
 * is allowed must come from the page itself, so that it is as private on any other static server.
 */
export async function serveFolder({
  folder,
  port,
  base = '/',
  headers = {},
  onRequest,
}: ServeOptions): Promise<Served> {
  const server = createServer((request, response) => {
    onRequest?.(`${request.method ?? ''} ${request.url ?? ''}`);
    void answer(folder, base, request.url ?? '/').then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache', ...headers }).end(body);
    });
  });
  for (const kind of ['upgrade', 'connect']) {
    server.on(kind, (request: IncomingMessage, socket: Duplex) => {
      onRequest?.(`${kind.toUpperCase()} ${request.url ?? ''}`);
      socket.destroy();
    });
  }
  const taken = await listen(server, port);
  return { address: `http://127.0.0.1:${taken}${base}`, close: () => close(server) };
}

async function answer(folder: string, base: string, url: string) {
  const path = fileAt(folder, base, url);
  const body = path === null ? null : await readFile(path).catch(() => null);
  if (path === null || body === null) return { status: 404, type: 'text/plain', body: 'Not here.' };
  return { status: 200, type: mediaTypes[extname(path)] ?? 'application/octet-stream', body };
}

/** The file a URL names, or null when it lies outside the folder or cannot be read as a path. */
function fileAt(folder: string, base: string, url: string): string | null {
  try {
    const { pathname } = new URL(url, 'http://page');
    if (!pathname.startsWith(base)) return null;
    const path = normalize(join(folder, decodeURIComponent(pathname.slice(base.length)) || 'index.html'));
    return path.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? path : null;
  } catch {
    return null;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) listen(server, 0).then(resolve, reject);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
