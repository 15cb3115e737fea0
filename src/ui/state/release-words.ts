import { catalogue } from '../../words';

/** What the states behind the Release step say: what is being done, and why something cannot be. */
export const releaseStateWords = catalogue({
  en: {
    makingRows: 'Making rows',
    writingFile: 'writing the file',
    lookingAtColumns: 'looking at the columns',
    lookingForRows: 'looking for such rows',
    nothingToAsk: 'No column of this table has values that rows could be told apart by.',
    readingPolicy: 'reading the policy',
    makingKey: 'making a key',
    readingKey: 'reading the key',
    nothingToCertify: 'There is nothing to certify yet: learn the table first.',
    checkingRelease: 'checking the release',
    cannotCheck:
      'This browser checks signatures only on pages that come over HTTPS, from localhost or from the disk.',
    oneManifest: 'Choose one manifest, the JSON file saved with the data, together with the data.',
  },
  de: {
    makingRows: 'Zeilen entstehen',
    writingFile: 'beim Schreiben der Datei',
    lookingAtColumns: 'beim Ansehen der Spalten',
    lookingForRows: 'bei der Suche nach solchen Zeilen',
    nothingToAsk: 'Keine Spalte dieser Tabelle hat Werte, an denen sich Zeilen unterscheiden ließen.',
    readingPolicy: 'beim Lesen der Richtlinie',
    makingKey: 'beim Erzeugen eines Schlüssels',
    readingKey: 'beim Lesen des Schlüssels',
    nothingToCertify: 'Es gibt noch nichts zu bescheinigen: Lassen Sie zuerst die Tabelle lernen.',
    checkingRelease: 'beim Prüfen der Freigabe',
    cannotCheck:
      'Dieser Browser prüft Unterschriften nur auf Seiten, die über HTTPS, von localhost oder vom Datenträger kommen.',
    oneManifest:
      'Wählen Sie genau ein Manifest, die mit den Daten gespeicherte JSON-Datei, zusammen mit den Daten.',
  },
});
