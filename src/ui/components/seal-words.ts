import { catalogue, code, type Rich, strong, writeOf } from '../../words';

/** The seal, and the sheet behind it that says what it means and how to check it oneself. */
export const sealWords = catalogue({
  en: {
    promise: 'Nothing leaves this page',
    requests: (count: number) => writeOf(count, 'request', 'requests'),
    enforced:
      'Your table is read, learnt and written again by this page, on this machine. The page carries a rule that your browser enforces: it may connect to nothing, not even to the place it came from. The same rule binds the workers that do the computing.',
    severalFiles:
      'This copy is several files: until a table is offered it may load its own scripts. Before it reads the table it gives that up too.',
    counted: (requests: string): Rich => [
      strong(requests),
      ' since the page was loaded, as counted by your browser.',
    ],
    ownParts: (count: number) =>
      `Before that, ${writeOf(count, 'more file', 'more files')} of this page itself, from where it came from.`,
    refused: (count: number, targets: readonly string[]) =>
      `${writeOf(count, 'attempt', 'attempts')} refused (${targets.join(', ')}).`,
    theRule: 'The rule, as it stands in this page',
    sinceLoaded: 'And, since the whole page was loaded:',
    readingTheRule:
      '“none” bars everything of that sort, and “connect-src” is where any sending would have to go. A “sha256” is the fingerprint of a script or style that is part of the page: only those run. “data:” and “blob:” are the page’s own memory.',
    development: 'This is a development copy, which carries no such rule. Use a built copy for private data.',
    whatIsKept: 'What is kept',
    kept: 'In this browser: the choice of colours and of language once you have made it, and a training, encrypted, where you ask for that before learning. Nothing else. The table, what was learnt and what you made of it are in this page’s memory, until another table is opened or the page is closed. Files that you saved are yours.',
    forget: 'Forget everything now',
    seeYourself: 'See for yourself',
    ways: [
      'Press F12, choose “Network”, and use the page: nothing is listed but “blob:”, the page’s own parts.',
      'Or switch off the network now: everything goes on working.',
      'Or view the page’s source: the rule is in its first lines.',
    ],
    extensions:
      'A rule in a page cannot bind the browser’s own extensions: one that may read every page may read this one too.',
    thisCopy: 'This copy',
    fingerprint: (product: string, fingerprint: string): Rich => [
      `${product}, fingerprint `,
      code(fingerprint),
    ],
    fingerprintExplained: [
      'The fingerprint is the SHA-256 of the first rule above, which names the digest of all that may run here. It is published with each version. A page that someone has rewritten could show any fingerprint: to be sure, keep the file and compare its own SHA-256 (',
      code('sha256sum'),
      ') with the published one.',
    ] as Rich,
  },
  de: {
    promise: 'Nichts verlässt diese Seite',
    requests: (count) => writeOf(count, 'Anfrage', 'Anfragen'),
    enforced:
      'Ihre Tabelle wird von dieser Seite auf diesem Gerät gelesen, gelernt und neu geschrieben. Die Seite trägt eine Regel, die Ihr Browser durchsetzt: Sie darf sich mit nichts verbinden, auch nicht mit dem Ort, von dem sie kam. Dieselbe Regel bindet die Worker, die rechnen.',
    severalFiles:
      'Diese Kopie besteht aus mehreren Dateien: Bis eine Tabelle kommt, darf sie ihre eigenen Skripte laden. Bevor sie die Tabelle liest, gibt sie auch das auf.',
    counted: (requests) => [strong(requests), ' seit dem Laden der Seite, gezählt von Ihrem Browser.'],
    ownParts: (count) =>
      `Davor ${writeOf(count, 'weitere Datei', 'weitere Dateien')} dieser Seite selbst, von dort, woher sie kam.`,
    refused: (count, targets) =>
      `${writeOf(count, 'Versuch', 'Versuche')} abgewiesen (${targets.join(', ')}).`,
    theRule: 'Die Regel, wie sie in dieser Seite steht',
    sinceLoaded: 'Und, seit die ganze Seite geladen ist:',
    readingTheRule:
      '„none“ verbietet alles von dieser Art, und an „connect-src“ müsste jedes Senden vorbei. Ein „sha256“ ist der Fingerabdruck eines Skripts oder Stils, der Teil der Seite ist: Nur diese laufen. „data:“ und „blob:“ sind der eigene Speicher der Seite.',
    development:
      'Dies ist eine Kopie zur Entwicklung, die keine solche Regel trägt. Nehmen Sie für vertrauliche Daten eine gebaute Kopie.',
    whatIsKept: 'Was aufbewahrt wird',
    kept: 'In diesem Browser: die Wahl der Farben und der Sprache, sobald Sie sie getroffen haben, und ein Training, verschlüsselt, wenn Sie das vor dem Lernen verlangen. Sonst nichts. Die Tabelle, das Gelernte und was Sie daraus gemacht haben liegen im Speicher dieser Seite, bis eine andere Tabelle geöffnet oder die Seite geschlossen wird. Dateien, die Sie gespeichert haben, gehören Ihnen.',
    forget: 'Jetzt alles vergessen',
    seeYourself: 'Selbst nachsehen',
    ways: [
      'Drücken Sie F12, wählen Sie „Netzwerk“ und benutzen Sie die Seite: Es erscheint nichts als „blob:“, eigene Teile der Seite.',
      'Oder schalten Sie jetzt das Netz ab: Alles arbeitet weiter.',
      'Oder sehen Sie sich den Quelltext der Seite an: Die Regel steht in den ersten Zeilen.',
    ],
    extensions:
      'Eine Regel in einer Seite kann die Erweiterungen des Browsers nicht binden: Eine, die jede Seite lesen darf, darf auch diese lesen.',
    thisCopy: 'Diese Kopie',
    fingerprint: (product, fingerprint) => [`${product}, Fingerabdruck `, code(fingerprint)],
    fingerprintExplained: [
      'Der Fingerabdruck ist die SHA-256 der ersten Regel oben, die den Digest von allem nennt, was hier laufen darf. Er wird mit jeder Version veröffentlicht. Eine Seite, die jemand umgeschrieben hat, könnte jeden Fingerabdruck zeigen: Um sicherzugehen, bewahren Sie die Datei auf und vergleichen Sie deren eigene SHA-256 (',
      code('sha256sum'),
      ') mit der veröffentlichten.',
    ],
  },
});
