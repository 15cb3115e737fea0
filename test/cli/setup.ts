import { buildCommandLineWhenStale } from '../../scripts/freshness';

/** Before the tests of the command line: it is built from the sources as they are. */
export default function setup(): void {
  buildCommandLineWhenStale();
}
