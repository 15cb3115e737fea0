import { afterEach, beforeEach, expect, it } from 'vitest';
import { ProblemLog } from '../../src/io/csv/problem-log';
import { readTable } from '../../src/io/read-table';
import { speak } from '../../src/words';

beforeEach(() => speak('de'));
afterEach(() => speak('en'));

function read(text: string) {
  return readTable([new TextEncoder().encode(text)], { byteCount: null, choice: {} });
}

it('says in German what did not read as expected, of one and of many', () => {
  const log = new ProblemLog();
  log.add('short-row', 3);
  log.add('unclosed-quote', 4, 12_345);
  log.add('preamble', [1, 2], 2);
  expect(log.problems().map(({ message }) => message)).toEqual([
    '1 Zeile hat weniger Zellen, als es Spalten gibt: Der Rest zählt als leer.',
    '12.345 Anführungszeichen werden nie geschlossen: als Teil des Textes gelesen.',
    '2 Zeilen vor der Tabelle wurden weggelassen.',
  ]);
});

it('refuses in German what is no table, and says what to do', async () => {
  await expect(read('%PDF-1.7')).rejects.toThrow(
    'Die Datei ist ein PDF-Dokument, keine Tabelle, die sich lesen ließe: Wählen Sie die Tabelle, aus der sie entstand, als CSV gespeichert.',
  );
  await expect(read('')).rejects.toThrow('Die Datei ist leer: Wählen Sie eine mit Kopfzeile und Zeilen.');
  await expect(read('{"a": [}')).rejects.toThrow(/^Das JSON ist beschädigt oder endet zu früh/);
});
