import { catalogue } from '../words';

/** Files that a person writes: settings, choices of columns, policies. */
export const fileWords = catalogue({
  en: {
    noSuchColumn: (column: string) =>
      `The configuration names a column "${column}" that is not in the table.`,
    wantsText: 'a text',
    wantsSwitch: 'true or false',
    wantsTexts: 'an array of texts',
    wantsOneOf: (choices: readonly string[]) => `one of ${choices.join(', ')}`,
    wantsNumber: (least: number, most: number | null, isWhole: boolean) =>
      `a ${isWhole ? 'whole ' : ''}number from ${least} ${most === null ? 'up' : `to ${most}`}`,
    mustBe: (where: string, name: string, wanted: string) => `${where}: ${name} must be ${wanted}.`,
    mustBeObject: (where: string) => `${where} must be an object.`,
    mayHold: (where: string, names: readonly string[], name: string) =>
      `${where} may hold ${names.join(', ')}, not "${name}".`,
  },
  de: {
    noSuchColumn: (column) =>
      `Die Konfiguration nennt eine Spalte „${column}“, die nicht in der Tabelle ist.`,
    wantsText: 'ein Text',
    wantsSwitch: 'true oder false',
    wantsTexts: 'eine Liste von Texten',
    wantsOneOf: (choices) => `eines von ${choices.join(', ')}`,
    wantsNumber: (least, most, isWhole) =>
      `eine ${isWhole ? 'ganze ' : ''}Zahl ${most === null ? `ab ${least}` : `von ${least} bis ${most}`}`,
    mustBe: (where, name, wanted) => `${where}: ${name} muss ${wanted} sein.`,
    mustBeObject: (where) => `${where} muss ein Objekt sein.`,
    mayHold: (where, names, name) => `${where} darf ${names.join(', ')} enthalten, nicht „${name}“.`,
  },
});
