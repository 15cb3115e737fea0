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
  /** Every request since the last `forget`: method and address. */
  readonly record: readonly string[];
  readonly forget: () => void;
  readonly close: () => Promise<void>;
}

export async function callWitness(folder = join(root, 'dist/page')): Promise<Witness> {
  const record: string[] = [];
  const served: Served = await serveFolder({
    folder,
    port: 0,
    base: '/a/folder/',
    onRequest: (request) => record.push(request),
  });
  return {
    address: served.address,
    origin: new URL(served.address).origin,
    record,
    forget: () => void (record.length = 0),
    close: served.close,
  };
}
