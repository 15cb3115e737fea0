import { join } from 'node:path';
import { root } from '../../scripts/bundle';
import { serveFolder, type Served } from '../../scripts/serve';

/**
 * Serves the built page and is at the same time the only way out of the browser, which is told to send every
 * request, to whatever host, through it. What is not in its record has not left the browser over HTTP.
 */
export interface Witness {
  /** Where the page is: under a folder, as on a site that has other pages too. */
  readonly address: string;
  /** Origin, without a path: for a browser's proxy setting. */
  readonly origin: string;
  /** Every request since the last `forget`: method and address; the browser's own errands apart. */
  readonly record: readonly string[];
  /** What the browser itself asks its maker for: updates, sign-in, form filling. No page asks for it by name. */
  readonly errands: readonly string[];
  readonly forget: () => void;
  readonly close: () => Promise<void>;
}

/** Chromium's own look for updates, over plain HTTP with a signature. */
const updateCheck = /^POST http:\/\/update\.googleapis\.com\/service\/update2\/json\?/;

/** HTTPS alone, to the makers of Chromium, Chrome and Edge alone; the tests' own attempts go elsewhere. */
const makersTunnel =
  /^CONNECT ([\w-]+\.)*(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|microsoft\.com|bing\.com|msn\.com|live\.com):443$/;

const isErrand = (request: string) => makersTunnel.test(request) || updateCheck.test(request);

export async function callWitness(folder = join(root, 'dist/page')): Promise<Witness> {
  const record: string[] = [];
  const errands: string[] = [];
  const served: Served = await serveFolder({
    folder,
    port: 0,
    base: '/a/folder/',
    onRequest: (request) => (isErrand(request) ? errands : record).push(request),
  });
  return {
    address: served.address,
    origin: new URL(served.address).origin,
    record,
    errands,
    forget: () => void (record.length = errands.length = 0),
    close: served.close,
  };
}
