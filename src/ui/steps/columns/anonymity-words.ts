import type { AnonymityReport, Remedy } from '../../../engine/sensitive/anonymity/measure-anonymity';
import { coarseningWords } from '../../../engine/sensitive/words';
import { catalogue, type Rich, strong, writeCount, writeOf } from '../../../words';
import { formatShare } from '../../charts/format';

/** How rows of the real table hide among each other. */
export const anonymityWords = catalogue({
  en: {
    lead: [
      'Whoever knows some things of a person can look for the row that has them all. Choose what others may know; counted is how many rows of the ',
      strong('real table'),
      ' are alike in it. Everything shown here is private: it was counted from the real rows.',
    ] as Rich,
    mayKnow: 'Others may know',
    smallestK: 'Rows that should be alike at least (k)',
    smallestKExplained:
      'A group of fewer rows that are alike counts as too small. 5 is common for data that are shared with few, 10 or more for data that are published.',
    allHide: (others: number) =>
      `Every row has at least ${writeOf(others, 'other', 'others')} like it in these columns.`,
    noneAlone: 'none is alone',
    someAlone: (unique: number) => `${writeOf(unique, 'row is', 'rows are')} alone`,
    tooFew: (under: number, rows: number, share: string, others: number, alone: string) =>
      `${writeOf(under, 'row', 'rows')} of ${writeCount(rows)} (${share}) ${under === 1 ? 'has' : 'have'} fewer than ${writeCount(others)} others like ${under === 1 ? 'it' : 'them'}; ${alone}.`,
    smallestGroup: 'Smallest group',
    alone: 'Alone',
    inGroupsUnder: (k: number) => `In groups under ${writeCount(k)}`,
    groups: 'Groups',
    remedies: 'What one change would leave, the best first',
    change: 'Change',
    under: (k: number) => `Under ${writeCount(k)}`,
    leaveOut: (column: string) => `Leave out ${column}`,
    keepOnly: (left: string, column: string) => `Keep only ${left} of ${column}`,
    doIt: 'Do it',
    doThis: (remedy: string) => `${remedy}: do it`,
    meaning:
      'A synthetic row is nobody’s, so a small group here is no breach by itself. It says how much the model could learn from single people, and what would be read off if real rows came out after all. A missing cell counts as a value of its own. The smallest group is the k of k-anonymity.',
    stop: 'Stop counting',
    count: 'Count',
    countAgain: 'Count again',
  },
  de: {
    lead: [
      'Wer manches über einen Menschen weiß, kann die Zeile suchen, die all das enthält. Wählen Sie, was andere wissen können; gezählt wird, wie viele Zeilen der ',
      strong('echten Tabelle'),
      ' darin gleich sind. Alles, was hier steht, ist vertraulich: Es wurde aus den echten Zeilen gezählt.',
    ],
    mayKnow: 'Was andere wissen können',
    smallestK: 'So viele Zeilen sollen mindestens gleich sein (k)',
    smallestKExplained:
      'Eine Gruppe aus weniger gleichen Zeilen gilt als zu klein. 5 ist üblich für Daten, die mit wenigen geteilt werden, 10 oder mehr für Daten, die veröffentlicht werden.',
    allHide: (others) =>
      `Jeder Zeile ${others === 1 ? 'gleicht' : 'gleichen'} in diesen Spalten mindestens ${writeOf(others, 'andere', 'andere')}.`,
    noneAlone: 'keine steht allein',
    someAlone: (unique) => writeOf(unique, 'Zeile steht allein', 'Zeilen stehen allein'),
    tooFew: (under, rows, share, others, alone) =>
      `${writeOf(under, 'Zeile', 'Zeilen')} von ${writeCount(rows)} (${share}) ${under === 1 ? 'hat' : 'haben'} weniger als ${writeCount(others)} andere, die ${under === 1 ? 'ihr' : 'ihnen'} gleichen; ${alone}.`,
    smallestGroup: 'Kleinste Gruppe',
    alone: 'Allein',
    inGroupsUnder: (k) => `In Gruppen unter ${writeCount(k)}`,
    groups: 'Gruppen',
    remedies: 'Was eine Änderung übrig ließe, die beste zuerst',
    change: 'Änderung',
    under: (k) => `Unter ${writeCount(k)}`,
    leaveOut: (column) => `${column} weglassen`,
    keepOnly: (left, column) => `Von ${column} nur ${left} behalten`,
    doIt: 'Ausführen',
    doThis: (remedy) => `${remedy}: ausführen`,
    meaning:
      'Eine synthetische Zeile gehört niemandem, darum ist eine kleine Gruppe hier noch kein Bruch. Sie sagt, wie viel das Modell von einzelnen Menschen lernen könnte und was abzulesen wäre, wenn echte Zeilen doch hinausgelangten. Eine fehlende Zelle zählt als eigener Wert. Die kleinste Gruppe ist das k der k-Anonymität.',
    stop: 'Zählen beenden',
    count: 'Zählen',
    countAgain: 'Noch einmal zählen',
  },
});

/** What the counting comes to, in one sentence. */
export function anonymityVerdict({ rows, unique, under, smallest, k }: AnonymityReport): string {
  const words = anonymityWords();
  if (under === 0) return words.allHide(smallest - 1);
  const alone = unique === 0 ? words.noneAlone : words.someAlone(unique);
  return words.tooFew(under, rows, formatShare(under / rows), k - 1, alone);
}

export function remedyWords({ column, way }: Remedy): string {
  const words = anonymityWords();
  return way === 'drop' ? words.leaveOut(column) : words.keepOnly(coarseningWords()[way], column);
}

/** For each column the mildest ways are of more use than ten ways of the same: its best coarsening, and leaving it out. */
export function remediesShown({ remedies }: AnonymityReport): Remedy[] {
  const seen = new Set<string>();
  return remedies.filter(({ column, way }) => {
    const key = `${column}\n${way === 'drop' ? way : 'coarser'}`;
    return !seen.has(key) && seen.add(key);
  });
}
