import { catalogue } from '../../words';

/** What is said of links that carry settings, where one is made and where one is opened. */
export const linkWords = catalogue({
  en: {
    came: 'Settings came with the link.',
    whatBecomes:
      'They are used for the table that you open, and you can change each of them. Nothing of them is stored, and the address holds them no more.',
    without: 'Do without them',
    offer: 'Copy a link with these settings',
    title: 'A link with these settings',
    lead: 'It tells these settings and nothing of your table: no name of a file or a column, no value, no row. They stand behind the # of the address, which browsers send to no server.',
    seed: 'The seed too',
    seedExplained:
      'With it the same table gives the same rows. Somebody who guesses the whole table could confirm the guess by making its file again.',
    link: 'The link',
    fromDisk:
      'This page was opened from a disk: the link works where this copy lies at the same place, and it names that place.',
    copy: 'Copy the link',
    copied: 'The link is copied.',
    notCopied: 'This browser does not let the page copy it: the link is selected, so copy it with Ctrl+C.',
    close: 'Close',
  },
  de: {
    came: 'Mit dem Link kamen Einstellungen.',
    whatBecomes:
      'Sie gelten für die Tabelle, die Sie öffnen, und Sie können jede ändern. Nichts davon wird gespeichert, und in der Adresse stehen sie nicht mehr.',
    without: 'Ohne sie arbeiten',
    offer: 'Link mit diesen Einstellungen kopieren',
    title: 'Ein Link mit diesen Einstellungen',
    lead: 'Er nennt diese Einstellungen und nichts von Ihrer Tabelle: keinen Namen einer Datei oder Spalte, keinen Wert, keine Zeile. Sie stehen hinter dem # der Adresse, das Browser an keinen Server senden.',
    seed: 'Auch der Startwert',
    seedExplained:
      'Mit ihm ergibt dieselbe Tabelle dieselben Zeilen. Wer die ganze Tabelle errät, könnte das bestätigen, indem er ihre Datei noch einmal macht.',
    link: 'Der Link',
    fromDisk:
      'Diese Seite wurde von einem Datenträger geöffnet: Der Link gilt dort, wo diese Kopie am selben Ort liegt, und er nennt diesen Ort.',
    copy: 'Link kopieren',
    copied: 'Der Link ist kopiert.',
    notCopied:
      'Dieser Browser lässt die Seite nicht kopieren: Der Link ist markiert, kopieren Sie ihn mit Strg+C.',
    close: 'Schließen',
  },
});
