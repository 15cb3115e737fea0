import type { SectionDetails } from '../../../evaluation/sections';
import type { Tail } from '../../../evaluation/single-column/lost-tails';
import { bare, type FigureRow } from '../../charts/figure-rows';
import { formatShare } from '../../charts/format';
import { detailWords } from './detail-words';

type Column = SectionDetails['fidelity']['columns'][number];
type Numbers = NonNullable<Column['synthetic']['numbers']>;

/**
 * Every tail there is, thinnest first: how many times as often as in the real column its values occur. Of an end's two
 * tails the one that is lost; the outer one where both are or none is.
 */
export function listTails(columns: readonly Column[]): FigureRow[] {
  const rows = columns.flatMap(({ name, synthetic, holdout }) =>
    (['low', 'high'] as const).flatMap((end) => {
      const tails = synthetic.numbers?.tails[end] ?? [];
      const at = Math.max(
        0,
        tails.findIndex(({ lost }) => lost),
      );
      const tail: Tail | undefined = tails[at];
      if (tail === undefined || !(tail.real > 0)) return [];
      const times = (of: Tail | undefined) => (of && of.real > 0 ? bare(of.other / of.real) : null);
      return {
        lost: tail.lost,
        ratio: tail.other / tail.real,
        row: {
          // Written where it is read: of a wide table few are, and another language is not another list.
          get label() {
            return detailWords().loss[end](name, formatShare(tail.beyond));
          },
          real: bare(1),
          synthetic: times(tail),
          holdout: times(holdout?.numbers?.tails[end][at]),
        },
      };
    }),
  );
  return rows.sort((a, b) => Number(b.lost) - Number(a.lost) || a.ratio - b.ratio).map(({ row }) => row);
}

/** How spread out number columns are, in times of the real column, the narrowest first. */
export function listSpreads(columns: readonly Column[]): FigureRow[] {
  const ratioOf = (numbers: Numbers | null | undefined) => numbers?.variance.ratio ?? Number.NaN;
  return columns
    .filter(({ synthetic }) => Number.isFinite(ratioOf(synthetic.numbers)))
    .sort((a, b) => ratioOf(a.synthetic.numbers) - ratioOf(b.synthetic.numbers))
    .map(({ name, synthetic, holdout }) => ({
      label: name,
      real: bare(1),
      synthetic: bare(ratioOf(synthetic.numbers)),
      holdout: holdout && bare(ratioOf(holdout.numbers)),
    }));
}

/** What each over-smoothed column has lost, in words; columns that have lost nothing are left out. */
export function describeSmoothing(columns: readonly Column[]): { name: string; losses: string }[] {
  return columns.flatMap(({ name, synthetic: { numbers } }) => {
    const losses = numbers ? lossesOf(numbers) : [];
    return losses.length > 0 ? [{ name, losses: losses.join('; ') }] : [];
  });
}

function lossesOf({ spikes, modes, variance }: Numbers): string[] {
  const told: string[] = [];
  const words = detailWords().loss;
  if (spikes.blurred > 0) told.push(words.smeared(spikes.blurred, spikes.spikes));
  if (spikes.missing > 0) told.push(words.gone(spikes.missing, spikes.spikes));
  if (modes.filled > 0) told.push(words.filled(modes.filled, modes.valleys));
  if (variance.narrow) told.push(words.narrow);
  return told;
}

/** The pairs or triples of columns that lack most. */
export function listMarginals(marginals: NonNullable<SectionDetails['fidelity']['pairs']>): FigureRow[] {
  return marginals.worst.map(({ columns, synthetic, holdout }) => ({
    label: columns.join(' × '),
    synthetic: bare(synthetic),
    holdout: holdout === null ? null : bare(holdout),
  }));
}
