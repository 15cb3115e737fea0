import { catalogue } from '../../../words';

/** What is wrong with public facts of a column. */
export const factWords = catalogue({
  en: {
    noKeptColumn: (name: string) => `Public facts are given for ${name}, which is no kept column.`,
    hasNoNumbers: (name: string) => `${name} has no numbers: it takes a list of categories, not bounds.`,
    hasNumbers: (name: string) => `${name} has numbers: it takes bounds, not a list of categories.`,
    twoNumbers: (name: string) => `The bounds of ${name} are two numbers, the smaller one first.`,
    emptyList: (name: string) => `The list of categories of ${name} is empty.`,
    namedTwice: (name: string) => `The list of categories of ${name} names one of them twice.`,
  },
  de: {
    noKeptColumn: (name) => `Öffentliche Angaben gibt es zu ${name}, was keine behaltene Spalte ist.`,
    hasNoNumbers: (name) =>
      `${name} hat keine Zahlen: Angegeben wird eine Liste von Kategorien, keine Grenzen.`,
    hasNumbers: (name) => `${name} hat Zahlen: Angegeben werden Grenzen, keine Liste von Kategorien.`,
    twoNumbers: (name) => `Die Grenzen von ${name} sind zwei Zahlen, die kleinere zuerst.`,
    emptyList: (name) => `Die Liste der Kategorien von ${name} ist leer.`,
    namedTwice: (name) => `Die Liste der Kategorien von ${name} nennt eine von ihnen zweimal.`,
  },
});
