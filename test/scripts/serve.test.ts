import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveFolder, type Served } from '../../scripts/serve';

let folder: string;
let served: Served;
const seen: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-'));
  await mkdir(join(folder, 'page'));
  await writeFile(join(folder, 'page/index.html'), '<title>It</title>');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  const onRequest = (line: string) => void seen.push(line);
  served = await serveFolder({ folder: join(folder, 'page'), port: 0, base: '/under/', onRequest });
});
afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

/** Sends the path as it is written, where `fetch` would tidy it first. */
function ask(path: string): Promise<{ status: number; body: string }> {
  const { port } = new URL(served.address);
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
      );
    });
    asking.on('error', reject).end();
  });
}

it('serves the page under its folder, and tells of the request', async () => {
  expect(await ask('/under/')).toEqual({ status: 200, body: '<title>It</title>' });
  expect(seen).toContain('GET /under/');
});

it.each([
  '/under/../secret.txt',
  '/under/%2e%2e/secret.txt',
  '/under/..%2fsecret.txt',
  '/secret.txt',
  '/under/%ZZ',
  '/under//etc/passwd',
])('gives nothing from outside the folder: %s', async (path) => {
  const { status, body } = await ask(path);
  expect(status).toBe(404);
  expect(body).not.toContain('secret');
});

it('takes another port when the one asked for is taken', async () => {
  const port = Number(new URL(served.address).port);
  const second = await serveFolder({ folder: join(folder, 'page'), port });
  expect(new URL(second.address).port).not.toBe(String(port));
  await second.close();
});
