import { permutation, type RandomStream } from '../../engine/random';
import type { TypedColumn } from '../../engine/typed-table';
import type { Finding } from '../evidence';
import type { EvidenceSection, MeasureContext } from '../measure-context';
import { findNeighbours } from '../neighbours/find-neighbours';
import { indexNeighbours } from '../neighbours/neighbour-index';
import { makeRowSpace, placeRows } from '../neighbours/row-space';
import { attackCount } from './attack-count';
import {
  type AttackOutcome,
  guessed,
  judgeRisk,
  outcomeOf,
  riskFigure,
  worstOutcome,
} from './attack-outcome';
import type { Tally } from './excess';
import { nearestWithoutEach } from './guess-secrets';
import { otherPlaces, placesOf } from './known-columns';
import { rightnessOf } from './right-guesses';
import { indexSynthetic, type SyntheticIndex } from './synthetic-index';
import { privacyWords } from './words';

interface SecretOutcome extends AttackOutcome {
  /** The secret column's name. */
  readonly name: string;
}

export interface InferenceDetails {
  readonly secrets: readonly SecretOutcome[];
  /** The known columns by name; null where every column is known but the secret one. */
  readonly known: readonly string[] | null;
}

/** Secret columns, and for each row that is attacked the synthetic row that its cells are guessed from. */
interface Guesser {
  readonly secrets: readonly number[];
  /** Rows × secrets: numbers of synthetic rows, −1 where there is none. */
  readonly guess: (columns: readonly TypedColumn[], rows: Uint32Array) => Promise<Int32Array>;
}

/**
 * Attribute-inference risk. Someone knows some columns of a person, takes the nearest synthetic row (Gower's distance)
 * and guesses a secret column from it: categories right when alike, numbers within 5 %, dates within 1 % of
 * their range. Attacked: training rows; control: holdout rows; baseline: a random synthetic row's cell. Where no known
 * columns are named, every column in turn is secret and all others are known. The figure is the worst column's. Source:
 * Giomi et al. (arXiv 2211.10459), section 4.3. Range 0 … 1; 0 is ideal; 1.0: every secret is guessed, and only because
 * the person was in the table.
 */
export const inferenceSection: EvidenceSection<'inference'> = {
  name: 'inference',
  family: 'privacy',
  async measure(context) {
    const synthetic = await indexSynthetic(context);
    if (!synthetic || synthetic.parts.training.length < 2)
      return () => ({ details: null, findings: [], notes: [] });
    const { parts } = synthetic;
    const attacks = attackCount(context, synthetic.sizes);
    const known = placesOf(parts.training, context.choices.known);
    let done = 0;
    const afterRows = (rows: number) => {
      context.onProgress(privacyWords().guessing, (done += rows), 2 * attacks);
      return context.yieldControl();
    };
    const someSecret = known.length > 0 && known.length < parts.training.length;
    const guesser = someSecret
      ? await fromKnown(synthetic, known, afterRows)
      : fromAllOthers(synthetic, afterRows);
    const { rows } = context.tables;
    const attack = await attackRows(
      synthetic,
      guesser,
      parts.training,
      pick(rows.training, attacks, context, 'training'),
    );
    const control =
      parts.holdout &&
      (await attackRows(synthetic, guesser, parts.holdout, pick(rows.holdout, attacks, context, 'holdout')));
    await context.yieldControl();
    const baseline = guessAtRandom(
      synthetic,
      guesser.secrets,
      pick(rows.training, attacks, context, 'training'),
      context.random('baseline'),
    );
    const secrets = guesser.secrets.map((place, at) => ({
      name: parts.training[place].schema.name,
      ...outcomeOf({ attack: attack[at], control: control && control[at], baseline: baseline[at] }),
    }));
    const details = {
      secrets,
      known: someSecret ? known.map((place) => parts.training[place].schema.name) : null,
    };
    const worst = worstOutcome(secrets) ?? secrets[0];
    return () => ({
      details,
      findings: [finding(worst, secrets.length, someSecret ? known.length : null)],
      notes: [],
    });
  },
};

function pick(rowCount: number, most: number, context: MeasureContext, which: string): Uint32Array {
  return permutation(rowCount, context.random(`${which} rows`)).slice(0, most);
}

function fromAllOthers(
  { space, index, rows }: SyntheticIndex,
  afterRows: (rows: number) => Promise<void>,
): Guesser {
  return {
    secrets: [...space.categorical, ...space.numeric],
    guess: async (columns, asked) => {
      const nearest = await nearestWithoutEach(index, placeRows(space, columns, asked), afterRows);
      return nearest.map((place) => (place < 0 ? -1 : rows[place]));
    },
  };
}

async function fromKnown(
  { parts, rows }: SyntheticIndex,
  known: readonly number[],
  afterRows: (rows: number) => Promise<void>,
): Promise<Guesser> {
  const only = (columns: readonly TypedColumn[]) => known.map((place) => columns[place]);
  const secrets = otherPlaces(parts.training, known);
  const space = makeRowSpace(only(parts.training));
  const placed = placeRows(space, only(parts.synthetic), rows);
  const index = await indexNeighbours(space, placed, () => afterRows(0));
  return {
    secrets,
    guess: async (columns, asked) => {
      const found = await findNeighbours(index, placeRows(space, only(columns), asked), 1, afterRows);
      const guesses = new Int32Array(asked.length * secrets.length);
      for (let i = 0; i < guesses.length; i++) {
        const place = found.rows[Math.floor(i / secrets.length)];
        guesses[i] = place < 0 ? -1 : rows[place];
      }
      return guesses;
    },
  };
}

/** Right guesses of each secret. */
async function attackRows(
  { parts }: SyntheticIndex,
  { secrets, guess }: Guesser,
  columns: readonly TypedColumn[],
  rows: Uint32Array,
): Promise<Tally[]> {
  return countRight(parts, secrets, columns, rows, await guess(columns, rows));
}

function guessAtRandom(
  { parts, rows: made }: SyntheticIndex,
  secrets: readonly number[],
  rows: Uint32Array,
  random: RandomStream,
): Tally[] {
  const guesses = Int32Array.from(
    { length: rows.length * secrets.length },
    () => made[random.int(made.length)],
  );
  return countRight(parts, secrets, parts.training, rows, guesses);
}

function countRight(
  { training, synthetic }: SyntheticIndex['parts'],
  secrets: readonly number[],
  columns: readonly TypedColumn[],
  rows: Uint32Array,
  guesses: Int32Array,
): Tally[] {
  return secrets.map((place, at) => {
    const isRight = rightnessOf(training[place]);
    let hits = 0;
    for (let i = 0; i < rows.length; i++) {
      const guess = guesses[i * secrets.length + at];
      if (guess >= 0 && isRight(synthetic[place], guess, columns[place], rows[i])) hits++;
    }
    return { hits, of: rows.length };
  });
}

function finding(worst: SecretOutcome, of: number, known: number | null): Finding {
  const { attack, control, risk } = worst;
  const words = privacyWords();
  return {
    id: 'inference.risk',
    family: 'privacy',
    name: words.names.inference,
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    synthetic: riskFigure(risk),
    holdout: null,
    verdict: judgeRisk(risk, of),
    sentence: words.inference(known, worst.name, guessed(attack, control), of),
  };
}
