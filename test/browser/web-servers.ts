import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serveFolder } from '../../scripts/serve';

/** A site of a configuration in nginx's language. */
export interface Site {
  readonly port: number;
  /** Absolute. */
  readonly folder: string;
  /** Its `server { … }`. */
  readonly block: string;
}

/** Below those that systems give out of themselves, and apart for each process of the test runner. */
let nextPort = 20_000 + (process.pid % 1200) * 10;

/** A port of this machine that nobody listens at, nor is about to. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  for (;;) {
    const port = nextPort++;
    server.listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

/**
 * Serves the sites by nginx, for the test alone: in a folder of its own, at high ports, as whoever runs the tests.
 * @param program path of nginx
 * @param folder an empty one, for its own files
 */
export async function serveByNginx(
  program: string,
  folder: string,
  sites: readonly Site[],
): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'nginx.conf');
  writeFileSync(config, mainConfig(folder, sites));
  const nginx = spawn(program, ['-p', folder, '-c', config, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(nginx, 'exit');
  for (const { port } of sites) await untilListening(port, ended);
  return async () => {
    nginx.kill();
    await ended;
  };
}

function mainConfig(folder: string, sites: readonly Site[]): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    'daemon off;',
    // Else as root its workers would be nobody, who may not read the test's folder.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `pid ${join(folder, 'nginx.pid')};`,
    'events {}',
    'http {',
    'access_log off;',
    'types { text/html html; text/javascript js; text/css css; }',
    ...temporary.map((name) => `${name}_temp_path ${join(folder, name)};`),
    ...sites.map(({ block }) => block),
    '}',
  ].join('\n');
}

async function untilListening(port: number, ended: Promise<unknown>): Promise<void> {
  const gone = ended.then(() => Promise.reject(new Error('nginx ended at once; what it says is above.')));
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
      gone,
    ]);
    socket.destroy();
    if (isOpen) return;
    await pause(20);
  }
}

/** Serves the sites where there is no nginx: their folders, with the headers that their blocks add. */
export async function serveByNode(sites: readonly Site[]): Promise<() => Promise<void>> {
  const served = await Promise.all(
    sites.map(({ port, folder, block }) => serveFolder({ folder, port, headers: headersOf(block) })),
  );
  return async () => {
    await Promise.all(served.map((one) => one.close()));
  };
}

function headersOf(block: string): Record<string, string> {
  const lines = block.matchAll(/^\s*add_header (\S+) (?:"([^"]*)"|(\S+));/gm);
  return Object.fromEntries(
    [...lines].map(([, name, quoted, plain]) => [name.toLowerCase(), quoted ?? plain]),
  );
}
