import { catalogue } from '../words';

/** What kinds of columns are called within a sentence. */
export const kindWords = catalogue({
  en: {
    category: 'category',
    integer: 'integer',
    decimal: 'decimal',
    date: 'date',
    datetime: 'datetime',
    boolean: 'boolean',
    identifier: 'identifier',
    text: 'text',
  },
  de: {
    category: 'Kategorie',
    integer: 'ganze Zahl',
    decimal: 'Dezimalzahl',
    date: 'Datum',
    datetime: 'Datum mit Uhrzeit',
    boolean: 'Ja/Nein',
    identifier: 'Bezeichner',
    text: 'Freitext',
  },
});
