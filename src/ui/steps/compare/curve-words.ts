import { catalogue, code, type Rich, writeCount } from '../../../words';

/** What synthetic rows do to a model's score (`AUC`, `R²`), both scores written. */
interface Change {
  readonly kind: 'alike' | 'raised' | 'lowered';
  readonly from: string;
  readonly to: string;
}

/** Two curves over more and more rows. */
export const curveWords = catalogue({
  en: {
    title: 'With more rows, or fewer real ones',
    takes: (lead: string, time: string) => `${lead}. It takes ${time}.`,
    drawn: (lead: string) => `${lead}.`,
    atHand: (rows: number): Rich => [
      `This page has ${writeCount(rows)} synthetic rows at hand; `,
      code('understudy evaluate --curves'),
      ' takes as many as there are.',
    ],
    stop: 'Stop drawing',
    later: 'once all else is measured',
    up: (score: string, rows: number) =>
      `${score} on ${writeCount(rows)} real rows that no model saw, higher is better`,
    mixing: {
      question: 'Do synthetic rows help where real ones are few?',
      lead: (target: string) =>
        `Models learn from a tenth up to all of the real rows, each with synthetic rows beside them and without; all predict ${target}`,
      caption: (target: string) => `Mixing curve, predicting ${target}`,
      button: 'Draw the mixing curve',
      across: 'real rows',
      lines: { real: 'real rows alone', synthetic: 'with synthetic rows' },
      says: (
        score: string,
        synthetic: number,
        [few, fewChange]: [number, Change],
        [all, allChange]: [number, Change],
      ) => {
        const change = ({ kind, from, to }: Change) => {
          if (kind === 'alike') return `make little difference to the ${score} (${to})`;
          return `${kind === 'raised' ? 'raise' : 'lower'} the ${score} from ${from} to ${to}`;
        };
        return (
          `Beside ${writeCount(few)} real rows ${writeCount(synthetic)} synthetic ones ${change(fewChange)}; ` +
          `beside ${writeCount(all)} they ${change(allChange)}.`
        );
      },
    },
    rows: {
      question: 'Do more synthetic rows help?',
      lead: (target: string) =>
        `Models learn from more and more rows, from synthetic ones alone and from real ones alone; all predict ${target}`,
      caption: (target: string) => `Rows curve, predicting ${target}`,
      button: 'Draw the rows curve',
      across: 'rows learnt from',
      lines: { real: 'real rows', synthetic: 'synthetic rows' },
      reached: (synthetic: number, real: number, score: string, own: string, other: string) =>
        `${writeCount(synthetic)} synthetic rows come to what ${writeCount(real)} real rows come to: ${score} ${own} against ${other}.`,
      below: (synthetic: number, real: number, score: string, own: string, other: string) =>
        `Even ${writeCount(synthetic)} synthetic rows stay below what ${writeCount(real)} real rows come to: ${score} ${own} against ${other}.`,
    },
  },
  de: {
    title: 'Mit mehr Zeilen oder weniger echten',
    takes: (lead, time) => `${lead}. Das dauert ${time}.`,
    drawn: (lead) => `${lead}.`,
    atHand: (rows) => [
      `Diese Seite hat ${writeCount(rows)} synthetische Zeilen zur Hand; `,
      code('understudy evaluate --curves'),
      ' nimmt so viele, wie es gibt.',
    ],
    stop: 'Zeichnen beenden',
    later: 'sobald alles andere gemessen ist',
    up: (score, rows) => `${score} an ${writeCount(rows)} nie gesehenen echten Zeilen, höher ist besser`,
    mixing: {
      question: 'Helfen synthetische Zeilen, wo es wenige echte gibt?',
      lead: (target) =>
        `Modelle lernen aus einem Zehntel bis zu allen echten Zeilen, jeweils mit und ohne synthetische daneben; alle sagen ${target} vorher`,
      caption: (target) => `Mischkurve, Vorhersage von ${target}`,
      button: 'Die Mischkurve zeichnen',
      across: 'echte Zeilen',
      lines: { real: 'echte Zeilen allein', synthetic: 'mit synthetischen Zeilen' },
      says: (score, synthetic, [few, fewChange], [all, allChange]) => {
        const change = ({ kind, from, to }: Change, who: string) => {
          if (kind === 'alike') return `ändern ${who} die Güte (${score}) kaum (${to})`;
          return `${kind === 'raised' ? 'heben' : 'senken'} ${who} die Güte (${score}) von ${from} auf ${to}`;
        };
        return (
          `Neben ${writeCount(few)} echten Zeilen ${change(fewChange, `${writeCount(synthetic)} synthetische`)}; ` +
          `neben ${writeCount(all)} ${change(allChange, 'sie')}.`
        );
      },
    },
    rows: {
      question: 'Helfen mehr synthetische Zeilen?',
      lead: (target) =>
        `Modelle lernen aus immer mehr Zeilen, aus synthetischen allein und aus echten allein; alle sagen ${target} vorher`,
      caption: (target) => `Zeilenkurve, Vorhersage von ${target}`,
      button: 'Die Zeilenkurve zeichnen',
      across: 'gelernte Zeilen',
      lines: { real: 'echte Zeilen', synthetic: 'synthetische Zeilen' },
      reached: (synthetic, real, score, own, other) =>
        `${writeCount(synthetic)} synthetische Zeilen erreichen, was ${writeCount(real)} echte erreichen: ${score} ${own} gegen ${other}.`,
      below: (synthetic, real, score, own, other) =>
        `Selbst ${writeCount(synthetic)} synthetische Zeilen bleiben unter dem, was ${writeCount(real)} echte erreichen: ${score} ${own} gegen ${other}.`,
    },
  },
});
