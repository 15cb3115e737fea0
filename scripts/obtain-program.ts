import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program of this machine that is not one of ours: what it may be called, and where it may be. */
export interface ForeignProgram {
  /** Environment variable that may name its file. */
  readonly variable: string;
  /** What the file must be, for the sentence about a variable that names none. */
  readonly description: string;
  /** On Linux, in the folders of PATH and in `folders`. */
  readonly names: readonly string[];
  /** Where Linux keeps it besides PATH. */
  readonly folders?: readonly string[];
  readonly macPaths?: readonly string[];
  /** Within Windows's folders of programs. */
  readonly windowsPaths?: readonly string[];
}

/**
 * Its path: what the variable names, or one installed here. Null where there is none.
 * @throws Error where the variable names a file that does not exist
 */
export function findProgram(program: ForeignProgram): string | null {
  const chosen = process.env[program.variable];
  if (chosen === undefined || chosen === '') return findInstalled(program);
  if (existsSync(chosen)) return chosen;
  throw new Error(`${program.variable} names a file that does not exist: set it to ${program.description}.`);
}

/**
 * As `findProgram`; where there is none, Debian's package of that name is installed if possible (as root, or with a sudo that
 * asks no password).
 */
export function obtainProgram(program: ForeignProgram, debianPackage: string): string | null {
  return findProgram(program) ?? (installFromDebian(debianPackage) ? findInstalled(program) : null);
}

function findInstalled(program: ForeignProgram): string | null {
  return candidates(program).find((path) => existsSync(path)) ?? null;
}

function candidates({ names, folders = [], macPaths = [], windowsPaths = [] }: ForeignProgram): string[] {
  if (process.platform === 'darwin' && macPaths.length > 0) return [...macPaths];
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return roots.flatMap((root) => windowsPaths.map((path) => join(root, path)));
  }
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => [...path, ...folders].map((folder) => join(folder, name)));
}

/** Whether that package of Debian's was installed. */
function installFromDebian(name: string): boolean {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && !succeeds([...asRoot, 'true'])) return false;
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  const install = [...asRoot, ...environment, 'apt-get', 'install', '--yes', '--no-install-recommends', name];
  // The lists may be older than what the servers hold, or not there at all.
  return (
    succeeds(install) || (succeeds([...asRoot, ...environment, 'apt-get', 'update']) && succeeds(install))
  );
}

function succeeds([program, ...rest]: string[]): boolean {
  // What it prints goes to the error stream: the output of a test run stays the tests' own.
  return spawnSync(program ?? '', rest, { stdio: ['ignore', 2, 2] }).status === 0;
}
