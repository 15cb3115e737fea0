import { catalogue } from '../../words';

export const savedWords = catalogue({
  en: {
    damaged: (where: string) =>
      `The model file is damaged or was not made by this program (${where}): save the model again, and use that file.`,
    holdsRealCells: 'A model file holds no real cells: keep no real columns, and save it then.',
  },
  de: {
    damaged: (where) =>
      `Die Modelldatei ist beschädigt oder nicht von diesem Programm (${where}): Speichern Sie das Modell erneut und verwenden Sie jene Datei.`,
    holdsRealCells:
      'Eine Modelldatei enthält keine echten Zellen: Behalten Sie keine echten Spalten, und speichern Sie sie dann.',
  },
});
