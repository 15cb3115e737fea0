import { permutation, type RandomStream } from '../../engine/random';
import { selectColumnRows, type TypedColumn } from '../../engine/typed-table';
import { type AlignedColumn, comparableColumns } from '../align-tables';
import type { EvidenceSection } from '../measure-context';
import { type AttackOutcome, guessed, judgeRisk, outcomeOf } from './attack-outcome';
import { findRows, indexRows, type RowIndex } from './exact-copies';
import { shareOf, type Tally } from './excess';
import { likelyKnown } from './known-columns';
import { wilsonInterval } from './wilson-interval';
import { privacyWords } from './words';

/** `attack`: training rows of rare combinations found among the synthetic rows; `control`: holdout rows of such. */
export interface RareCombinationsDetails extends AttackOutcome {
  /** The columns combined, by name. */
  readonly known: readonly string[];
  /** A combination is rare where fewer real rows hold it. */
  readonly fewerThan: number;
  /** Rare combinations among the real rows, and those that occur among the synthetic ones. */
  readonly combinations: { readonly real: number; readonly synthetic: number };
  /** Synthetic rows that hold one. */
  readonly syntheticRows: number;
}

const fewerThan = 5;

/**
 * k-map of rare combinations: of the real rows whose combination of known columns fewer than five real rows hold
 * (training and holdout rows together), the share whose combination occurs among the synthetic rows. A table that knows
 * of no single row has as many of the training rows' as of the holdout rows'; what is beyond is owed to having been
 * learnt from, and judged as an attack's risk. By chance: the same columns, each shuffled. Numbers are alike at their own
 * resolution. Range 0 … 1; the holdout rows' share is ideal; 1.0: every rare combination is there. Source: k-map
 * (Sweeney; El Emam and Dankar, "Protecting privacy using k-anonymity", JAMIA 15, 2008), with a control of our own.
 */
export const kMapSection: EvidenceSection<'kMap'> = {
  name: 'kMap',
  family: 'privacy',
  async measure(context) {
    const { rows } = context.tables;
    const all = comparableColumns(context.tables);
    const places = likelyKnown(
      all.map((column) => column.training),
      context.choices.known,
    );
    if (places.length === 0 || rows.synthetic === 0 || rows.training === 0) {
      return () => ({ details: null, findings: [], notes: [] });
    }
    const columns = places.map((place) => all[place]);
    const yieldControl = () => context.yieldControl();
    const index = await indexRows(
      columns.map((column) => column.real),
      rows.training + rows.holdout,
      yieldControl,
    );
    const details = await countRare(columns, index, rows, context.random('chance'), yieldControl);
    const { attack, control, risk } = details;
    return () => ({
      details,
      findings: [
        {
          id: 'rareCombinations.share',
          family: 'privacy',
          name: privacyWords().names.rare,
          range: [0, 1],
          better: 'lower',
          ideal: control ? shareOf(control) : 0,
          synthetic: figureOf(attack),
          holdout: control && figureOf(control),
          verdict: attack.of === 0 ? 'good' : judgeRisk(risk),
          sentence: describe(details),
        },
      ],
      notes: [],
    });
  },
};

async function countRare(
  columns: readonly AlignedColumn[],
  index: RowIndex,
  rows: { readonly training: number; readonly holdout: number; readonly synthetic: number },
  random: RandomStream,
  yieldControl: () => Promise<void>,
): Promise<RareCombinationsDetails> {
  const real = rows.training + rows.holdout;
  const find = (made: readonly TypedColumn[], count: number) => findRows(index, made, count, yieldControl);
  const combinations = await find(index.columns, real);
  const held = new Uint32Array(real);
  for (let row = 0; row < real; row++) held[combinations[row]]++;
  const made = columns.map((column) => column.synthetic);
  const occurs = marksOf(await find(made, rows.synthetic), real);
  const shuffled: TypedColumn[] = [];
  for (const column of made) {
    shuffled.push(selectColumnRows(column, permutation(rows.synthetic, random)));
    await yieldControl();
  }
  const occursByChance = marksOf(await find(shuffled, rows.synthetic), real);
  const tally = (from: number, to: number, there: Uint32Array): Tally => {
    const found = { hits: 0, of: 0 };
    for (let row = from; row < to; row++) {
      if (held[combinations[row]] >= fewerThan) continue;
      found.of++;
      if (there[combinations[row]] > 0) found.hits++;
    }
    return found;
  };
  const rare = Array.from(held.keys()).filter((row) => held[row] > 0 && held[row] < fewerThan);
  return {
    ...outcomeOf({
      attack: tally(0, rows.training, occurs),
      control: columns.every((column) => column.holdout) ? tally(rows.training, real, occurs) : null,
      baseline: tally(0, rows.training, occursByChance),
    }),
    known: columns.map((column) => column.schema.name),
    fewerThan,
    combinations: { real: rare.length, synthetic: rare.filter((row) => occurs[row] > 0).length },
    syntheticRows: rare.reduce((sum, row) => sum + occurs[row], 0),
  };
}

/** How often each row number is there. */
function marksOf(found: Int32Array, rows: number): Uint32Array {
  const marks = new Uint32Array(rows);
  for (let i = 0; i < found.length; i++) if (found[i] >= 0) marks[found[i]]++;
  return marks;
}

function figureOf(tally: Tally) {
  return { value: shareOf(tally), interval: wilsonInterval(tally.hits, tally.of) };
}

function describe({ attack, control, known, syntheticRows }: RareCombinationsDetails): string {
  const words = privacyWords();
  if (attack.of === 0) return words.noneRare(known, fewerThan);
  return words.rare(known, fewerThan, guessed(attack, control), syntheticRows);
}
