import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsApplications = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/**
 * The path of a Chromium, Chrome or Edge: CHROME_PATH, one installed here, or Debian's, installed now where that is
 * possible (as root, or with a sudo that asks no password).
 * @throws Error with one sentence that says how to mend it
 */
export function obtainChromium(): string {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Error(
      'CHROME_PATH names a file that does not exist: set it to the program of a Chrome, Edge or Chromium.',
    );
  }
  const found = findInstalled() ?? (installFromDebian() ? findInstalled() : null);
  if (found !== null) return found;
  throw new Error(
    'The browser tests need Chrome, Edge or Chromium, none was found and none could be installed: install one, or set CHROME_PATH to its program.',
  );
}

function findInstalled(): string | null {
  return candidates().find((path) => existsSync(path)) ?? null;
}

function candidates(): string[] {
  if (process.platform === 'darwin') return macApplications;
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return folders.flatMap((folder) => windowsApplications.map((path) => join(folder, path)));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Whether Debian's chromium package was installed. */
function installFromDebian(): boolean {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && !succeeds([...asRoot, 'true'])) return false;
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  const install = ['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'];
  succeeds([...asRoot, ...environment, 'apt-get', 'update']);
  return succeeds([...asRoot, ...environment, ...install]);
}

function succeeds([program, ...rest]: string[]): boolean {
  // What it prints goes to the error stream: the output of a test run stays the tests' own.
  return spawnSync(program ?? '', rest, { stdio: ['ignore', 2, 2] }).status === 0;
}
