import { obtainProgram } from './obtain-program';

/**
 * The path of a Firefox: FIREFOX_PATH, one installed here, or Debian's, installed now where that is possible; null where there
 * is none.
 */
export function obtainFirefox(): string | null {
  return obtainProgram(
    {
      variable: 'FIREFOX_PATH',
      description: 'the program of a Firefox',
      names: ['firefox-esr', 'firefox'],
      macPaths: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      windowsPaths: ['Mozilla Firefox/firefox.exe'],
    },
    'firefox-esr',
  );
}
