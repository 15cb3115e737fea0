import { coarseningWords } from '../../engine/sensitive/words';
import type { Treatment } from '../../engine/sensitive/treatment';
import { catalogue } from '../../words';

/** What people call kinds and roles of columns, and what becomes of their values. */
export const columnWords = catalogue({
  en: {
    kinds: {
      category: 'Category',
      integer: 'Whole number',
      decimal: 'Decimal',
      date: 'Date',
      datetime: 'Date and time',
      boolean: 'Yes or no',
      identifier: 'Identifier',
      text: 'Free text',
    },
    roles: {
      keep: 'Keep',
      drop: 'Leave out',
      target: 'To predict',
      sensitive: 'Sensitive',
      real: 'Keep real values',
    },
    kindsExplained:
      'What the values are. Identifiers and free text are not learnt: they are made anew, so that none of the real ones comes through.',
    rolesExplained:
      'Keep: learn it and make it anew. Leave out: not in the synthetic table. To predict: what others will want to predict from the rest. Sensitive: what would hurt to have guessed. Keep real values: every real cell goes out as it is, row by row, and the other columns are drawn to go with it.',
    learn: 'Learn as it is',
    anew: 'Make anew',
    drop: 'Leave out',
    keepOnly: (what: string) => `Keep only ${what}`,
    proposed: (treatment: string) => `${treatment} (proposed)`,
    treatmentsExplained:
      'Make anew: none of the values comes through, made-up ones of the same sort take their place. Keep only: the values are made coarser before anything is learnt, so nothing finer can come out.',
  },
  de: {
    kinds: {
      category: 'Kategorie',
      integer: 'Ganze Zahl',
      decimal: 'Dezimalzahl',
      date: 'Datum',
      datetime: 'Datum und Zeit',
      boolean: 'Ja oder nein',
      identifier: 'Bezeichner',
      text: 'Freitext',
    },
    roles: {
      keep: 'Behalten',
      drop: 'Weglassen',
      target: 'Vorherzusagen',
      sensitive: 'Sensibel',
      real: 'Echt behalten',
    },
    kindsExplained:
      'Was die Werte sind. Bezeichner und Freitext werden nicht gelernt: Sie werden neu gemacht, sodass keiner der echten durchkommt.',
    rolesExplained:
      'Behalten: lernen und neu machen. Weglassen: nicht in der synthetischen Tabelle. Vorherzusagen: was andere aus dem Rest vorhersagen wollen. Sensibel: was zu erraten schaden würde. Echt behalten: Jede echte Zelle geht hinaus, wie sie ist, Zeile für Zeile, und die anderen Spalten werden passend dazu gezogen.',
    learn: 'Lernen, wie es ist',
    anew: 'Neu machen',
    drop: 'Weglassen',
    keepOnly: (what) => `Nur ${what} behalten`,
    proposed: (treatment) => `${treatment} (Vorschlag)`,
    treatmentsExplained:
      'Neu machen: Keiner der Werte kommt durch, erfundene derselben Art treten an ihre Stelle. Nur … behalten: Die Werte werden gröber gemacht, bevor etwas gelernt wird, sodass nichts Feineres herauskommen kann.',
  },
});

/** What becomes of a column's values. */
export function treatmentLabel(treatment: Treatment): string {
  const words = columnWords();
  switch (treatment) {
    case 'learn':
    case 'anew':
    case 'drop':
      return words[treatment];
    default:
      return words.keepOnly(coarseningWords()[treatment]);
  }
}
