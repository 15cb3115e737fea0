import { catalogue, writeCount, writeOf } from '../../words';

/** A share (0 … 1) in whole percent. */
function percent(share: number): string {
  return `${writeCount(Math.round(100 * share))} %`;
}

/** Why a column is taken to be of a kind. */
export const reasonWords = catalogue({
  en: {
    fewMixed: 'Its cells are numbers and words mixed, a few different ones.',
    zeroOrOne: 'Every cell is 0 or 1.',
    countsRows: 'Its numbers count the rows: each comes once and none is left out.',
    compactDate: 'Every number has eight digits that are a year, a month and a day.',
    placesRepeat: 'By its name these are codes of places, not quantities, and they repeat.',
    placesHardlyRepeat: 'By its name these are codes of places, not quantities, and they hardly repeat.',
    keysInManyRows: 'By its name these are keys, and each stands in many rows.',
    manyKeys: 'By its name these are keys, and there are many different ones.',
    sameDigits: 'Every number is different and has the same many digits, as account numbers have.',
    whole: 'Every number is whole.',
    decimals: 'Its numbers have digits after the decimal separator.',
    areMatter: (plural: string) => `Its values are ${plural}.`,
    empty: 'Every cell is empty.',
    yesAndNo: 'It has two texts, a way to say yes and no.',
    pattern: {
      date: {
        sure: 'Its cells fit one pattern of dates.',
        eitherWay: 'Its cells fit one pattern of dates, though day and month could be the other way round.',
      },
      datetime: {
        sure: 'Its cells fit one pattern of dates with a time.',
        eitherWay:
          'Its cells fit one pattern of dates with a time, though day and month could be the other way round.',
      },
    },
    textPlacesRepeat: 'By its name these are codes of places, and they repeat.',
    oneShape: 'Its texts all have the shape of one sort of key or address.',
    runningNumber: 'Its texts differ in nothing but a running number.',
    sameText: 'Every cell that is not empty holds the same text.',
    fewTexts: 'A few different texts come again and again.',
    likeCodes: 'Nearly every cell is different, and they look like codes.',
    manyTexts: 'Its texts are many and hardly repeat.',
  },
  de: {
    fewMixed: 'Ihre Zellen sind Zahlen und Wörter gemischt, wenige verschiedene.',
    zeroOrOne: 'Jede Zelle ist 0 oder 1.',
    countsRows: 'Ihre Zahlen zählen die Zeilen: Jede kommt einmal vor und keine fehlt.',
    compactDate: 'Jede Zahl hat acht Ziffern, die ein Jahr, ein Monat und ein Tag sind.',
    placesRepeat: 'Dem Namen nach sind es Codes von Orten, keine Mengen, und sie wiederholen sich.',
    placesHardlyRepeat:
      'Dem Namen nach sind es Codes von Orten, keine Mengen, und sie wiederholen sich kaum.',
    keysInManyRows: 'Dem Namen nach sind es Schlüssel, und jeder steht in vielen Zeilen.',
    manyKeys: 'Dem Namen nach sind es Schlüssel, und es gibt viele verschiedene.',
    sameDigits: 'Jede Zahl ist anders und hat gleich viele Ziffern, wie Kontonummern.',
    whole: 'Jede Zahl ist ganz.',
    decimals: 'Ihre Zahlen haben Nachkommastellen.',
    areMatter: (plural) => `Ihre Werte sind ${plural}.`,
    empty: 'Jede Zelle ist leer.',
    yesAndNo: 'Sie hat zwei Texte, die ja und nein bedeuten.',
    pattern: {
      date: {
        sure: 'Ihre Zellen folgen einem Muster für Datumsangaben.',
        eitherWay:
          'Ihre Zellen folgen einem Muster für Datumsangaben, doch Tag und Monat könnten vertauscht sein.',
      },
      datetime: {
        sure: 'Ihre Zellen folgen einem Muster für Datumsangaben mit Uhrzeit.',
        eitherWay:
          'Ihre Zellen folgen einem Muster für Datumsangaben mit Uhrzeit, doch Tag und Monat könnten vertauscht sein.',
      },
    },
    textPlacesRepeat: 'Dem Namen nach sind es Codes von Orten, und sie wiederholen sich.',
    oneShape: 'Ihre Texte haben alle die Gestalt einer Art von Schlüssel oder Adresse.',
    runningNumber: 'Ihre Texte unterscheiden sich nur durch eine laufende Nummer.',
    sameText: 'Jede Zelle, die nicht leer ist, enthält denselben Text.',
    fewTexts: 'Wenige verschiedene Texte kommen immer wieder vor.',
    likeCodes: 'Fast jede Zelle ist anders, und sie sehen wie Codes aus.',
    manyTexts: 'Ihre Texte sind viele und wiederholen sich kaum.',
  },
});

/** What the owner of a column should know before going on. */
export const warningWords = catalogue({
  en: {
    peopleInTexts: (share: number, lookedAt: number) =>
      `${percent(share)} of ${writeCount(lookedAt)} texts looked at name people or say how to reach them.`,
    byName: (plural: string) => `By its name this column holds ${plural}.`,
    validNumbers: (plural: string, share: number, lookedAt: number) =>
      `These look like ${plural}: ${percent(share)} of ${writeCount(lookedAt)} different ones looked at pass the check digits.`,
    lookLike: (plural: string) => `These look like ${plural}.`,
    madeUp: 'Made-up ones will take their place.',
    onlyCoarser: (left: string) => `Only ${left} is learnt and kept.`,
    tooFine: 'As fine as they are, they may point to one person: make them coarser, or drop them.',
    makeAnew: 'Make it an identifier or free text so that made-up ones take their place, or drop it.',
    realCells: 'Its real cells go out, row by row.',
    uniqueMadeAnew: 'Nearly every row has a value of its own. They are not learnt; new ones are made.',
    unique:
      'Nearly every row has a value of its own. A value may point to one person: make it an identifier, or drop it.',
    allMissing: 'Every cell is missing.',
    constant: 'All cells that are not missing hold the same value.',
    manyMissing: (wholePercent: number) => `${wholePercent} % of its cells are missing.`,
    manyCategories: (count: number) =>
      `It has ${writeCount(count)} different categories; rare ones are learnt poorly.`,
    dayFirst:
      'Day and month cannot be told apart here; they are read day before month. Change the pattern if that is wrong.',
    monthFirst:
      'Day and month cannot be told apart here; they are read month before day. Change the pattern if that is wrong.',
    mixed: 'Numbers and words stand side by side in this column.',
    notParsed: (count: number, kind: string, row: number) =>
      `${writeOf(count, 'cell does', 'cells do')} not fit ${kind} (first: row ${writeCount(row)}); ${count === 1 ? 'it counts' : 'they count'} as missing.`,
    fits: {
      category: 'category',
      integer: 'whole numbers',
      decimal: 'decimal numbers',
      date: 'dates of this pattern',
      datetime: 'date-times of this pattern',
      boolean: 'yes and no',
      identifier: 'identifier',
      text: 'text',
    },
  },
  de: {
    peopleInTexts: (share, lookedAt) =>
      `${percent(share)} von ${writeCount(lookedAt)} betrachteten Texten nennen Menschen oder wie sie zu erreichen sind.`,
    byName: (plural) => `Dem Namen nach enthält diese Spalte ${plural}.`,
    validNumbers: (plural, share, lookedAt) =>
      `Diese Werte sehen aus wie ${plural}: Bei ${percent(share)} von ${writeCount(lookedAt)} betrachteten verschiedenen stimmen die Prüfziffern.`,
    lookLike: (plural) => `Diese Werte sehen aus wie ${plural}.`,
    madeUp: 'Erfundene treten an ihre Stelle.',
    onlyCoarser: (left) => `Understudy lernt und behält nur ${left}.`,
    tooFine:
      'So fein, wie sie sind, können sie auf einen einzelnen Menschen zeigen: Machen Sie sie gröber oder lassen Sie sie weg.',
    makeAnew:
      'Machen Sie daraus Bezeichner oder Freitext, damit erfundene an ihre Stelle treten, oder lassen Sie die Spalte weg.',
    realCells: 'Ihre echten Zellen gehen hinaus, Zeile für Zeile.',
    uniqueMadeAnew:
      'Fast jede Zeile hat einen eigenen Wert. Diese werden nicht gelernt; es werden neue gemacht.',
    unique:
      'Fast jede Zeile hat einen eigenen Wert. Ein Wert kann auf einen einzelnen Menschen zeigen: Machen Sie daraus Bezeichner oder lassen Sie die Spalte weg.',
    allMissing: 'Jede Zelle fehlt.',
    constant: 'Alle Zellen, die nicht fehlen, enthalten denselben Wert.',
    manyMissing: (wholePercent) => `${wholePercent} % ihrer Zellen fehlen.`,
    manyCategories: (count) =>
      `Sie hat ${writeCount(count)} verschiedene Kategorien; seltene werden schlecht gelernt.`,
    dayFirst:
      'Tag und Monat lassen sich hier nicht unterscheiden; gelesen wird der Tag vor dem Monat. Ändern Sie das Muster, wenn das nicht stimmt.',
    monthFirst:
      'Tag und Monat lassen sich hier nicht unterscheiden; gelesen wird der Monat vor dem Tag. Ändern Sie das Muster, wenn das nicht stimmt.',
    mixed: 'In dieser Spalte stehen Zahlen und Wörter nebeneinander.',
    notParsed: (count, kind, row) =>
      `${writeOf(count, 'Zelle passt', 'Zellen passen')} nicht zu ${kind} (zuerst: Zeile ${writeCount(row)}) und ${count === 1 ? 'zählt' : 'zählen'} als fehlend.`,
    fits: {
      category: 'Kategorien',
      integer: 'ganzen Zahlen',
      decimal: 'Dezimalzahlen',
      date: 'Datumsangaben dieses Musters',
      datetime: 'Datumsangaben mit Uhrzeit dieses Musters',
      boolean: 'Ja und Nein',
      identifier: 'Bezeichnern',
      text: 'Freitext',
    },
  },
});
