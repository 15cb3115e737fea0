import { permutation, type RandomStream } from '../../engine/random';
import type { TypedColumn } from '../../engine/typed-table';
import type { Finding } from '../evidence';
import type { EvidenceSection } from '../measure-context';
import { findNeighbours, type Neighbours } from '../neighbours/find-neighbours';
import { indexNeighbours, type NeighbourIndex } from '../neighbours/neighbour-index';
import { makeRowSpace, placeRows } from '../neighbours/row-space';
import { type AttackOutcome, guessed, judgeRisk, outcomeOf, riskFigure } from './attack-outcome';
import { attackCount } from './attack-count';
import { otherPlaces, placesOf } from './known-columns';
import { indexSynthetic, type SyntheticIndex } from './synthetic-index';
import { privacyWords } from './words';

export interface LinkabilityDetails extends AttackOutcome {
  /** The two sets of columns, by name. */
  readonly halves: readonly [readonly string[], readonly string[]];
  /** Nearest synthetic rows in which the halves are to meet. */
  readonly neighbours: number;
}

/** Nearest synthetic rows of each half that are looked at. */
const neighbours = 1;

/**
 * Linkability risk. Someone has two tables about the same people, with other columns in each, and puts two rows
 * together when both have the same nearest synthetic row (Gower's distance). Attacked: training rows; control: holdout
 * rows; by chance: 1 in as many synthetic rows. The halves: the columns known against the others where some are known,
 * else alternately from those that tell rows apart best. Source: Giomi et al. (arXiv 2211.10459), section 4.2. Range 0 … 1;
 * 0 is ideal; 1.0: every row is put together, and only because it was learnt from.
 */
export const linkabilitySection: EvidenceSection<'linkability'> = {
  name: 'linkability',
  family: 'privacy',
  async measure(context) {
    const synthetic = await indexSynthetic(context);
    const halves = synthetic && chooseHalves(synthetic, context.choices.known);
    if (!synthetic || !halves) return () => ({ details: null, findings: [], notes: [] });
    const { parts } = synthetic;
    const attacks = attackCount(context, synthetic.sizes);
    const yieldControl = () => context.yieldControl();
    const indices: NeighbourIndex[] = [];
    for (const half of halves) indices.push(await indexHalf(synthetic, half, yieldControl));
    let done = 0;
    const afterRows = (rows: number) => {
      context.onProgress(privacyWords().linking, (done += rows), 4 * attacks);
      return context.yieldControl();
    };
    const link = async (columns: readonly TypedColumn[], rowCount: number, random: RandomStream) => {
      const rows = permutation(rowCount, random).slice(0, attacks);
      await yieldControl();
      const found: Neighbours[] = [];
      for (const [at, half] of halves.entries()) {
        const { space } = indices[at];
        const asked = placeRows(
          space,
          half.map((place) => columns[place]),
          rows,
        );
        found.push(await findNeighbours(indices[at], asked, neighbours, afterRows));
      }
      return { hits: countLinked(found[0], found[1]), of: rows.length };
    };
    const { rows } = context.tables;
    const outcome = outcomeOf({
      attack: await link(parts.training, rows.training, context.random('training rows')),
      control: parts.holdout && (await link(parts.holdout, rows.holdout, context.random('holdout rows'))),
      baseline: { hits: neighbours, of: synthetic.rows.length },
    });
    const named = halves.map((half) => half.map((place) => parts.training[place].schema.name));
    const [first, second] = named;
    return () => ({
      details: { ...outcome, halves: [first, second], neighbours },
      findings: [finding(outcome, first.length, second.length)],
      notes: [],
    });
  },
};

/** Null where there are not two columns. */
function chooseHalves(
  { parts, space }: SyntheticIndex,
  known: readonly string[],
): [number[], number[]] | null {
  const places = placesOf(parts.training, known);
  const others = otherPlaces(parts.training, places);
  if (places.length > 0 && others.length > 0) return [places, others];
  const order = [...space.categorical, ...space.numeric];
  if (order.length < 2) return null;
  return [order.filter((_, at) => at % 2 === 0), order.filter((_, at) => at % 2 === 1)];
}

function indexHalf(
  { parts, rows }: SyntheticIndex,
  half: readonly number[],
  yieldControl: () => Promise<void>,
): Promise<NeighbourIndex> {
  const space = makeRowSpace(half.map((place) => parts.training[place]));
  return indexNeighbours(
    space,
    placeRows(
      space,
      half.map((place) => parts.synthetic[place]),
      rows,
    ),
    yieldControl,
  );
}

/** Rows whose neighbours by one half and by the other have one in common. */
function countLinked(one: Neighbours, other: Neighbours): number {
  const rows = one.rows.length / one.k;
  let linked = 0;
  for (let row = 0; row < rows; row++) {
    const near = one.rows.subarray(row * one.k, (row + 1) * one.k);
    const alsoNear = other.rows.subarray(row * other.k, (row + 1) * other.k);
    if (near.some((neighbour) => neighbour >= 0 && alsoNear.includes(neighbour))) linked++;
  }
  return linked;
}

function finding({ attack, control, risk }: AttackOutcome, first: number, second: number): Finding {
  const words = privacyWords();
  return {
    id: 'linkability.risk',
    family: 'privacy',
    name: words.names.linkability,
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    synthetic: riskFigure(risk),
    holdout: null,
    verdict: judgeRisk(risk),
    sentence: words.linkability(first, second, guessed(attack, control)),
  };
}
