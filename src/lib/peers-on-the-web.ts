import { webThreads } from '../threads/web-threads';

/** Workers of the app's page. Written as bundlers know it: they carry the package's `peer.js` along. */
export const peers = webThreads(
  () => new Worker(new URL(/* @vite-ignore */ './peer.js', import.meta.url), { type: 'module' }),
);
