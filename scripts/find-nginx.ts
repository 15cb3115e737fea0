import { findProgram } from './obtain-program';

/** The path of an nginx: NGINX_PATH, or one installed here; null where there is none. It is not installed: Debian's starts at once. */
export function findNginx(): string | null {
  return findProgram({
    variable: 'NGINX_PATH',
    description: 'the program of an nginx',
    names: ['nginx'],
    folders: ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'],
  });
}
