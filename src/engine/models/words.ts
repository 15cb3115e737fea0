import { catalogue, writeCount } from '../../words';

export const modelWords = catalogue({
  en: {
    tooManyCategories: (column: string, categories: number, most: number) =>
      `Column "${column}" has ${writeCount(categories)} categories to release, and ${writeCount(most)} are the most: make it an identifier or free text, drop it, or ask for more rows per category.`,
  },
  de: {
    tooManyCategories: (column, categories, most) =>
      `Die Spalte „${column}“ hat ${writeCount(categories)} Kategorien zum Freigeben, höchstens ${writeCount(most)} sind möglich: Machen Sie sie zu Bezeichner oder Freitext, lassen Sie sie weg, oder verlangen Sie mehr Zeilen je Kategorie.`,
  },
});
