import { version } from '../../../package.json';

/** What this is: on the page, and in the papers of a release. */
export const product = { name: 'Understudy', version } as const;
