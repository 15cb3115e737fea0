import { catalogue, writeCount } from '../../words';

export const workbookWords = catalogue({
  en: {
    tooFar: (cells: number) =>
      `The cells of a sheet reach too far: with the empty ones between them they are more than ${writeCount(cells)}. Delete what stands far off, or save the table as CSV and open that.`,
  },
  de: {
    tooFar: (cells) =>
      `Die Zellen eines Blattes reichen zu weit: Mit den leeren dazwischen sind es mehr als ${writeCount(cells)}. Löschen Sie, was weit abseits steht, oder speichern Sie die Tabelle als CSV und öffnen Sie diese.`,
  },
});
