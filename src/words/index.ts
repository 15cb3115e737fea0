/**
 * What people read, in each language. Every folder that speaks has a `words.ts` beside its code:
 *
 *     export const openWords = catalogue({
 *       en: { title: 'Drop a private table here', rows: (count: number) => `It has ${writeOf(count, 'row', 'rows')}.` },
 *       de: { title: 'Legen Sie hier …', rows: (count) => `Sie hat ${writeOf(count, 'Zeile', 'Zeilen')}.` },
 *     });
 *
 * and the code says `openWords().title`. Numbers inside sentences are written by `write…`, lists by `writeList`. A sentence is
 * whole in the catalogue, never put together from pieces in code; where a part of it is marked (bold, code) it is
 * `Rich` and shown by `Prose.svelte`. Values of a table (dates in a cell, categories) are shown as the table has them.
 */
export { catalogue } from './catalogue';
export { writeDay, writeInstant, writeMoment } from './dates';
export {
  chooseLanguage,
  followLanguage,
  type InEachLanguage,
  inEachLanguage,
  inLanguage,
  type Language,
  languageNow,
  languages,
  speak,
} from './language';
export { writeCount, writeDigits, writeFixed, writeList, writeNumber, writeOf } from './numbers';
export { code, type Rich, strong } from './rich';
