import { catalogue, writeOf } from '../../words';

/** How each problem is told: what, how many, what was done. */
export const problemWords = catalogue({
  en: {
    preamble: (n: number) =>
      `${writeOf(n, 'line', 'lines')} before the table ${n === 1 ? 'was' : 'were'} left out.`,
    footer: (n: number) =>
      `${writeOf(n, 'line', 'lines')} after the table ${n === 1 ? 'was' : 'were'} left out.`,
    'repeated-header': (n: number) =>
      `${writeOf(n, 'line', 'lines')} ${n === 1 ? 'says' : 'say'} the columns’ names again: left out.`,
    'short-row': (n: number) =>
      `${writeOf(n, 'row', 'rows')} ${n === 1 ? 'has' : 'have'} fewer cells than there are columns: the rest count as empty.`,
    'empty-row': (n: number) =>
      `${writeOf(n, 'row', 'rows')} ${n === 1 ? 'has' : 'have'} nothing in any cell: kept, with every cell missing.`,
    'long-row': (n: number) =>
      `${writeOf(n, 'row', 'rows')} ${n === 1 ? 'has' : 'have'} more cells than there are columns: the extra cells were left out.`,
    'unclosed-quote': (n: number) =>
      `${writeOf(n, 'quote', 'quotes')} never ${n === 1 ? 'closes' : 'close'}: read as part of the text.`,
    'guessed-encoding': () =>
      'The encoding is a guess: the few letters beyond ASCII do not tell it. If names look wrong, choose another encoding.',
    'bad-encoding': (n: number) =>
      `${writeOf(n, 'cell', 'cells')} ${n === 1 ? 'is' : 'are'} not in the file’s encoding: read as Western European text.`,
    replaced: (n: number) =>
      `${writeOf(n, 'character', 'characters')} ${n === 1 ? 'is' : 'are'} not in the file’s encoding: read as \uFFFD. Another encoding may fit.`,
    'nul-bytes': (n: number) =>
      `${writeOf(n, 'NUL byte', 'NUL bytes')} ${n === 1 ? 'was' : 'were'} left out.`,
    'duplicate-name': (n: number) =>
      `${writeOf(n, 'column', 'columns')} ${n === 1 ? 'has' : 'have'} the name of another: a number was added.`,
    'turned-name': () =>
      'Column names held characters that turn the direction of writing: these were left out.',
    'empty-name': (n: number) =>
      `${writeOf(n, 'column', 'columns')} ${n === 1 ? 'has' : 'have'} no name: one was given by position.`,
  },
  de: {
    preamble: (n) =>
      `${writeOf(n, 'Zeile', 'Zeilen')} vor der Tabelle ${n === 1 ? 'wurde' : 'wurden'} weggelassen.`,
    footer: (n) =>
      `${writeOf(n, 'Zeile', 'Zeilen')} nach der Tabelle ${n === 1 ? 'wurde' : 'wurden'} weggelassen.`,
    'repeated-header': (n) =>
      `${writeOf(n, 'Zeile nennt', 'Zeilen nennen')} die Namen der Spalten noch einmal: weggelassen.`,
    'short-row': (n) =>
      `${writeOf(n, 'Zeile hat', 'Zeilen haben')} weniger Zellen, als es Spalten gibt: Der Rest zählt als leer.`,
    'empty-row': (n) =>
      `${writeOf(n, 'Zeile hat', 'Zeilen haben')} in keiner Zelle etwas: behalten, mit lauter fehlenden Werten.`,
    'long-row': (n) =>
      `${writeOf(n, 'Zeile hat', 'Zeilen haben')} mehr Zellen, als es Spalten gibt: Die überzähligen wurden weggelassen.`,
    'unclosed-quote': (n) =>
      `${writeOf(n, 'Anführungszeichen wird', 'Anführungszeichen werden')} nie geschlossen: als Teil des Textes gelesen.`,
    'guessed-encoding': () =>
      'Die Kodierung ist geraten: Die wenigen Buchstaben jenseits von ASCII verraten sie nicht. Wenn Namen falsch aussehen, wählen Sie eine andere Kodierung.',
    'bad-encoding': (n) =>
      `${writeOf(n, 'Zelle ist', 'Zellen sind')} nicht in der Kodierung der Datei: als westeuropäischer Text gelesen.`,
    replaced: (n) =>
      `${writeOf(n, 'Zeichen ist', 'Zeichen sind')} nicht in der Kodierung der Datei: als \uFFFD gelesen. Vielleicht passt eine andere Kodierung.`,
    'nul-bytes': (n) => `${writeOf(n, 'NUL-Byte wurde', 'NUL-Bytes wurden')} weggelassen.`,
    'duplicate-name': (n) =>
      `${writeOf(n, 'Spalte hat', 'Spalten haben')} den Namen einer anderen: Eine Zahl wurde angehängt.`,
    'turned-name': () =>
      'Spaltennamen enthielten Zeichen, die die Schreibrichtung umkehren: Diese wurden weggelassen.',
    'empty-name': (n) =>
      `${writeOf(n, 'Spalte hat', 'Spalten haben')} keinen Namen: Einer wurde nach der Stelle vergeben.`,
  },
});
