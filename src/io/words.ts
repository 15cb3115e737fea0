import { catalogue, writeCount, writeNumber } from '../words';

/** Why a file could not be read as a table, and what to do. */
export const readWords = catalogue({
  en: {
    empty: 'The file is empty: choose a file with a header and rows.',
    changed: 'The file changed while it was being read: wait until it is written, then open it again.',
    packedOften: 'The file is packed several times over: unpack it and open the table inside.',
    tooLarge: (what: string, megabytes: number) =>
      `${what} is larger than ${megabytes} MB, the most that is read of this kind: save the table as CSV and open that.`,
    wholes: {
      arrow: 'The Arrow file',
      parquet: 'The Parquet file',
      json: 'The JSON file',
      jsonLines: 'The JSON Lines file',
      workbook: 'The workbook',
      zip: 'The ZIP archive',
    },
    noCells: 'The workbook holds no cells: choose one with a header and rows.',
    workbookTooLarge: (megabytes: number) =>
      `The workbook unpacks to more than ${megabytes} MB, the most that is read of one: save the sheet as CSV and open that.`,
    workbookDamaged:
      'The Excel workbook is damaged or locked with a password: open it in a spreadsheet program, save the sheet as CSV and open that.',
    noFile: 'The ZIP archive holds no file: choose one with a table in it.',
    zipTooLarge: (name: string, megabytes: number) =>
      `“${name}” unpacks to more than ${megabytes} MB, the most that is read from a ZIP archive: unpack it and open the file itself.`,
    zipDamaged:
      'The ZIP archive is damaged, locked with a password or packed in an unusual way: unpack it and open the file inside.',
    gzipDamaged:
      'The gzip file ends early or is damaged, so it cannot be unpacked: fetch or compress it again.',
    gzipTooLarge: (gigabytes: number) =>
      `The gzip file unpacks to more than ${gigabytes} GB: take a part of the table and open that.`,
    parquetTooLarge: (gigabytes: number) =>
      `The Parquet file unpacks to more than ${gigabytes} GB: take a part of the table and open that.`,
    parquetDamaged:
      'The Parquet file is damaged, encrypted or written in a way that is not read: write it again, or save the table as CSV and open that.',
    arrowDamaged:
      'The Arrow file is damaged or compressed in a way that is not read: write it again without compression and open that.',
    arrowNoRows: 'The Arrow file holds no rows: choose a file with rows.',
    arrowColumnDamaged: (column: number) =>
      `Column ${column} of the Arrow file is damaged: write the file again.`,
    arrowColumnType: (name: string, type: string) =>
      `Column "${name}" of the Arrow file is of type ${type}, which is not read: turn it into text or numbers, or leave it out.`,
  },
  de: {
    empty: 'Die Datei ist leer: Wählen Sie eine mit Kopfzeile und Zeilen.',
    changed:
      'Die Datei hat sich beim Lesen verändert: Warten Sie, bis sie geschrieben ist, und öffnen Sie sie dann noch einmal.',
    packedOften: 'Die Datei ist mehrfach verpackt: Entpacken Sie sie und öffnen Sie die Tabelle darin.',
    tooLarge: (what, megabytes) =>
      `${what} ist größer als ${writeNumber(megabytes)} MB, mehr wird von dieser Art nicht gelesen: Speichern Sie die Tabelle als CSV und öffnen Sie diese.`,
    wholes: {
      arrow: 'Die Arrow-Datei',
      parquet: 'Die Parquet-Datei',
      json: 'Die JSON-Datei',
      jsonLines: 'Die JSON-Lines-Datei',
      workbook: 'Die Arbeitsmappe',
      zip: 'Das ZIP-Archiv',
    },
    noCells: 'Die Arbeitsmappe enthält keine Zellen: Wählen Sie eine mit Kopfzeile und Zeilen.',
    workbookTooLarge: (megabytes) =>
      `Die Arbeitsmappe wird entpackt größer als ${writeNumber(megabytes)} MB, mehr wird davon nicht gelesen: Speichern Sie das Blatt als CSV und öffnen Sie dieses.`,
    workbookDamaged:
      'Die Excel-Arbeitsmappe ist beschädigt oder mit einem Passwort gesperrt: Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie das Blatt als CSV und öffnen Sie dieses.',
    noFile: 'Das ZIP-Archiv enthält keine Datei: Wählen Sie eines, in dem eine Tabelle ist.',
    zipTooLarge: (name, megabytes) =>
      `„${name}“ wird entpackt größer als ${writeNumber(megabytes)} MB, mehr wird aus einem ZIP-Archiv nicht gelesen: Entpacken Sie es und öffnen Sie die Datei selbst.`,
    zipDamaged:
      'Das ZIP-Archiv ist beschädigt, mit einem Passwort gesperrt oder ungewöhnlich gepackt: Entpacken Sie es und öffnen Sie die Datei darin.',
    gzipDamaged:
      'Die gzip-Datei endet zu früh oder ist beschädigt und lässt sich nicht entpacken: Holen oder packen Sie sie noch einmal.',
    gzipTooLarge: (gigabytes) =>
      `Die gzip-Datei wird entpackt größer als ${writeNumber(gigabytes)} GB: Nehmen Sie einen Teil der Tabelle und öffnen Sie diesen.`,
    parquetTooLarge: (gigabytes) =>
      `Die Parquet-Datei wird entpackt größer als ${writeNumber(gigabytes)} GB: Nehmen Sie einen Teil der Tabelle und öffnen Sie diesen.`,
    parquetDamaged:
      'Die Parquet-Datei ist beschädigt, verschlüsselt oder auf eine Weise geschrieben, die nicht gelesen wird: Schreiben Sie sie noch einmal oder speichern Sie die Tabelle als CSV und öffnen Sie diese.',
    arrowDamaged:
      'Die Arrow-Datei ist beschädigt oder auf eine Weise gepackt, die nicht gelesen wird: Schreiben Sie sie noch einmal ungepackt und öffnen Sie diese.',
    arrowNoRows: 'Die Arrow-Datei enthält keine Zeilen: Wählen Sie eine Datei mit Zeilen.',
    arrowColumnDamaged: (column) =>
      `Spalte ${column} der Arrow-Datei ist beschädigt: Schreiben Sie die Datei noch einmal.`,
    arrowColumnType: (name, type) =>
      `Spalte „${name}“ der Arrow-Datei hat den Typ ${type}, der nicht gelesen wird: Machen Sie daraus Text oder Zahlen oder lassen Sie sie weg.`,
  },
});

/** What is wrong with the lines of a text file. */
export const lineWords = catalogue({
  en: {
    noTable: 'The file holds no table: every line is empty. Choose another file.',
    headerOnly:
      'The file has a header (line 1) and no rows under it: choose a file with rows, or set "no header" in the file\'s settings.',
    tooManyColumns: (line: number, columns: number, most: number) =>
      `Line ${line} has ${writeCount(columns)} columns and Understudy reads at most ${writeCount(most)}: remove some, or check the delimiter in the file's settings.`,
    tooLong: (line: number) =>
      `Line ${line} is longer than 16 million bytes, which no table row is: check that the file is a delimited table with line breaks.`,
    unclosedQuotes: (line: number, later: number) =>
      `Line ${line} and ${later} later ones open a quote that never closes: set the quote to "none" in the file's settings and open the file again.`,
    noJson: (line: number) =>
      `Line ${line} is no JSON: every line should hold one object. Mend the line and open the file again.`,
    noObject: (line: number) =>
      `Line ${line} is no JSON object: every line should hold one. Mend the line and open the file again.`,
    differs: (line: number) =>
      `Line ${line} differs in kind from those before it: every line should hold an object, or every line a list.`,
    jsonDamaged:
      'The JSON is damaged or ends early: check it in the program it comes from, and save it again.',
    jsonDamagedAt: (line: number) =>
      `The JSON is damaged or ends early (line ${line}): check it in the program it comes from, and save it again.`,
    jsonEmpty: 'The JSON holds an empty list: choose a file with rows.',
    jsonMixed:
      'The JSON is a list whose members are not all objects, or not all lists: a table needs one object, with the same names, for each row.',
    jsonNoTable:
      'The JSON holds no table: it should be a list with one object for each row, or have one such list in it.',
  },
  de: {
    noTable: 'Die Datei enthält keine Tabelle: Jede Zeile ist leer. Wählen Sie eine andere Datei.',
    headerOnly:
      'Die Datei hat eine Kopfzeile (Zeile 1) und keine Zeilen darunter: Wählen Sie eine Datei mit Zeilen oder stellen Sie in den Einstellungen der Datei ein, dass sie keine Kopfzeile hat.',
    tooManyColumns: (line, columns, most) =>
      `Zeile ${line} hat ${writeCount(columns)} Spalten, und Understudy liest höchstens ${writeCount(most)}: Entfernen Sie einige oder prüfen Sie das Trennzeichen in den Einstellungen der Datei.`,
    tooLong: (line) =>
      `Zeile ${line} ist länger als 16 Millionen Bytes, was keine Tabellenzeile ist: Prüfen Sie, ob die Datei eine Tabelle mit Trennzeichen und Zeilenumbrüchen ist.`,
    unclosedQuotes: (line, later) =>
      `Zeile ${line} und ${later} spätere öffnen eine Anführung, die nie schließt: Stellen Sie die Anführung in den Einstellungen der Datei auf „Keine“ und öffnen Sie die Datei noch einmal.`,
    noJson: (line) =>
      `Zeile ${line} ist kein JSON: Jede Zeile sollte ein Objekt enthalten. Berichtigen Sie die Zeile und öffnen Sie die Datei noch einmal.`,
    noObject: (line) =>
      `Zeile ${line} ist kein JSON-Objekt: Jede Zeile sollte eines enthalten. Berichtigen Sie die Zeile und öffnen Sie die Datei noch einmal.`,
    differs: (line) =>
      `Zeile ${line} ist von anderer Art als die vor ihr: Jede Zeile sollte ein Objekt enthalten, oder jede eine Liste.`,
    jsonDamaged:
      'Das JSON ist beschädigt oder endet zu früh: Prüfen Sie es in dem Programm, aus dem es kommt, und speichern Sie es noch einmal.',
    jsonDamagedAt: (line) =>
      `Das JSON ist beschädigt oder endet zu früh (Zeile ${line}): Prüfen Sie es in dem Programm, aus dem es kommt, und speichern Sie es noch einmal.`,
    jsonEmpty: 'Das JSON enthält eine leere Liste: Wählen Sie eine Datei mit Zeilen.',
    jsonMixed:
      'Das JSON ist eine Liste, deren Glieder nicht alle Objekte oder nicht alle Listen sind: Eine Tabelle braucht für jede Zeile ein Objekt mit denselben Namen.',
    jsonNoTable:
      'Das JSON enthält keine Tabelle: Es sollte eine Liste mit einem Objekt für jede Zeile sein oder eine solche Liste enthalten.',
  },
});

/** Files that are no table: what they are, and what to do instead. */
export const strangerWords = catalogue({
  en: {
    noTable: (what: string, remedy: string) =>
      `The file is ${what}, not a table that can be read: ${remedy}.`,
    noText: (remedy: string) => `The file is not text, so it cannot be a delimited table: ${remedy}.`,
    remedy: {
      drawFromIt: 'draw rows from it, with generate --model or by choosing it on the page',
      saveAsCsv: 'open it in the program it comes from, save the table as CSV and open that',
      saveAsArrow: 'save it as Arrow (Feather 2) and open that',
      unpackFile: 'unpack it and open the file inside',
      unpackTable: 'unpack it and open the table inside',
      exportCsv: 'export the table as CSV and open that',
      writeCsv: 'write the table with write.csv and open that',
      chooseOrigin: 'choose the table it was made from, saved as CSV',
      chooseTable: 'choose a table saved as CSV',
      download: 'download the table itself, as CSV, and open that',
    },
    what: {
      model: 'a saved model',
      feather: 'a Feather file of the first version',
      bzip2: 'compressed with bzip2',
      xz: 'compressed with xz',
      zstandard: 'compressed with Zstandard',
      sevenZip: 'a 7-Zip archive',
      rar: 'a RAR archive',
      xls: 'an Excel workbook (.xls)',
      xlsb: 'a binary Excel workbook (.xlsb)',
      ods: 'an OpenDocument spreadsheet (.ods)',
      sqlite: 'an SQLite database',
      hdf5: 'an HDF5 file',
      spss: 'an SPSS file',
      stata: 'a Stata file',
      r: 'an R data file',
      pdf: 'a PDF document',
      png: 'a picture (PNG)',
      jpeg: 'a picture (JPEG)',
      gif: 'a picture (GIF)',
      webPage: 'a web page',
      xml: 'an XML file',
    },
  },
  de: {
    noTable: (what, remedy) => `Die Datei ist ${what}, keine Tabelle, die sich lesen ließe: ${remedy}.`,
    noText: (remedy) =>
      `Die Datei ist kein Text und kann darum keine Tabelle mit Trennzeichen sein: ${remedy}.`,
    remedy: {
      drawFromIt: 'Ziehen Sie Zeilen daraus, mit generate --model oder indem Sie sie auf der Seite wählen',
      saveAsCsv:
        'Öffnen Sie sie in dem Programm, aus dem sie kommt, speichern Sie die Tabelle als CSV und öffnen Sie diese',
      saveAsArrow: 'Speichern Sie sie als Arrow (Feather 2) und öffnen Sie diese',
      unpackFile: 'Entpacken Sie sie und öffnen Sie die Datei darin',
      unpackTable: 'Entpacken Sie es und öffnen Sie die Tabelle darin',
      exportCsv: 'Exportieren Sie die Tabelle als CSV und öffnen Sie diese',
      writeCsv: 'Schreiben Sie die Tabelle mit write.csv und öffnen Sie diese',
      chooseOrigin: 'Wählen Sie die Tabelle, aus der sie entstand, als CSV gespeichert',
      chooseTable: 'Wählen Sie eine als CSV gespeicherte Tabelle',
      download: 'Laden Sie die Tabelle selbst als CSV herunter und öffnen Sie diese',
    },
    what: {
      model: 'ein gespeichertes Modell',
      feather: 'eine Feather-Datei der ersten Version',
      bzip2: 'mit bzip2 gepackt',
      xz: 'mit xz gepackt',
      zstandard: 'mit Zstandard gepackt',
      sevenZip: 'ein 7-Zip-Archiv',
      rar: 'ein RAR-Archiv',
      xls: 'eine Excel-Arbeitsmappe (.xls)',
      xlsb: 'eine binäre Excel-Arbeitsmappe (.xlsb)',
      ods: 'ein OpenDocument-Tabellendokument (.ods)',
      sqlite: 'eine SQLite-Datenbank',
      hdf5: 'eine HDF5-Datei',
      spss: 'eine SPSS-Datei',
      stata: 'eine Stata-Datei',
      r: 'eine R-Datendatei',
      pdf: 'ein PDF-Dokument',
      png: 'ein Bild (PNG)',
      jpeg: 'ein Bild (JPEG)',
      gif: 'ein Bild (GIF)',
      webPage: 'eine Webseite',
      xml: 'eine XML-Datei',
    },
  },
});

/** Why a file could not be written, and what is wrong with a model's file. */
export const writeWords = catalogue({
  en: {
    noRows: 'There are no rows to write: ask for at least one.',
    beyond64Bits: (column: string) =>
      `The column “${column}” holds whole numbers beyond 64 bits, which this format cannot keep: make it a decimal or an identifier in the Columns step, or export CSV.`,
    sheetColumns: (most: number, columns: number) =>
      `An Excel sheet holds at most ${writeCount(most)} columns and the table has ${writeCount(columns)}: export CSV or Parquet.`,
    sheetRows: (most: number) =>
      `An Excel sheet holds at most ${writeCount(most)} rows: export CSV or Parquet, or fewer rows.`,
    noModel: 'That is no model file: name one that --save-model wrote.',
    modelVersion: (found: number, read: number) =>
      `The model file is of version ${found}, and this program reads version ${read}: use the program that saved it, or save the model again.`,
    endsEarly: 'it ends too early',
    wrongDigest: 'its digest is wrong',
  },
  de: {
    noRows: 'Es gibt keine Zeilen zu schreiben: Verlangen Sie mindestens eine.',
    beyond64Bits: (column) =>
      `Die Spalte „${column}“ enthält ganze Zahlen jenseits von 64 Bit, die dieses Format nicht fassen kann: Machen Sie im Schritt Spalten daraus Dezimalzahlen oder Bezeichner, oder exportieren Sie CSV.`,
    sheetColumns: (most, columns) =>
      `Ein Excel-Blatt fasst höchstens ${writeCount(most)} Spalten, und die Tabelle hat ${writeCount(columns)}: Exportieren Sie CSV oder Parquet.`,
    sheetRows: (most) =>
      `Ein Excel-Blatt fasst höchstens ${writeCount(most)} Zeilen: Exportieren Sie CSV oder Parquet, oder weniger Zeilen.`,
    noModel: 'Das ist keine Modelldatei: Nennen Sie eine, die --save-model geschrieben hat.',
    modelVersion: (found, read) =>
      `Die Modelldatei hat Version ${found}, und dieses Programm liest Version ${read}: Nehmen Sie das Programm, das sie gespeichert hat, oder speichern Sie das Modell noch einmal.`,
    endsEarly: 'sie endet zu früh',
    wrongDigest: 'ihr Digest stimmt nicht',
  },
});
