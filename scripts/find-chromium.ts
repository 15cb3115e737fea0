import { obtainProgram } from './obtain-program';

/**
 * The path of a Chromium, Chrome or Edge: CHROME_PATH, one installed here, or Debian's, installed now where that is possible.
 * @throws Error with one sentence that says how to mend it
 */
export function obtainChromium(): string {
  const found = obtainProgram(
    {
      variable: 'CHROME_PATH',
      description: 'the program of a Chrome, Edge or Chromium',
      names: [
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
        'microsoft-edge',
        'microsoft-edge-stable',
      ],
      macPaths: [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ],
      windowsPaths: [
        'Google/Chrome/Application/chrome.exe',
        'Chromium/Application/chrome.exe',
        'Microsoft/Edge/Application/msedge.exe',
      ],
    },
    'chromium',
  );
  if (found !== null) return found;
  throw new Error(
    'The browser tests need Chrome, Edge or Chromium, none was found and none could be installed: install one, or set CHROME_PATH to its program.',
  );
}
