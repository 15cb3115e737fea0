/** `npm start`: builds what is missing or out of date, then serves the page on this machine alone. */
import { join } from 'node:path';
import { root } from './bundle';
import { buildWhenStale } from './freshness';
import { serveFolder } from './serve';

buildWhenStale();
const { address } = await serveFolder({ folder: join(root, 'dist/page'), port: 4173 });
console.log(`Understudy is at ${address} (Ctrl+C ends it).`);
