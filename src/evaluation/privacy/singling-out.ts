import { permutation, type RandomStream } from '../../engine/random';
import { selectRows, type TypedTable } from '../../engine/typed-table';
import type { Finding } from '../evidence';
import type { EvidenceSection, MeasureContext } from '../measure-context';
import { type AttackOutcome, judgeRisk, residualRisk, riskFigure, worstOutcome } from './attack-outcome';
import { tablesOfParts, type PartTables } from './column-parts';
import { drawRandomPredicates, drawRareCells, drawRowPredicates } from './draw-predicates';
import { shareOf, type Tally } from './excess';
import { countMatches, type Predicate } from './predicates';
import { wilsonRate } from './wilson-interval';
import { privacyWords } from './words';

/** How one way to make predicates fared. */
interface SinglingOutOutcome extends AttackOutcome {
  /** `univariate`: one rare cell; `multivariate`: several columns of one row. */
  readonly mode: 'univariate' | 'multivariate';
  /** Of the predicates, those expected to succeed had the rows they find not been learnt from; null without a control. */
  readonly expected: number | null;
}

export interface SinglingOutDetails {
  readonly outcomes: readonly SinglingOutOutcome[];
}

/** Predicates of each mode, and rows that they are held against in all, at most. */
const mostAttacks = { standard: 2000, full: 10_000 } as const;
const mostRowsTried = { standard: 200_000_000, full: 4_000_000_000 } as const;
const fewestAttacks = 200;
/** Synthetic rows among which a predicate is to hold for one alone, at most. */
const mostSyntheticRows = 50_000;
/** A control that is scaled past this leaves no room to measure in. */
const mostExpected = 0.99;

/**
 * Singling-out risk. Someone makes a predicate that holds for exactly one synthetic row: a rare cell, or what a row has in
 * 3 to 8 random columns (numbers: at or beyond, on the side away from the median). It succeeds where it also holds for
 * exactly one real row, and that is a training row. The control: the one real row is a holdout row, scaled to as many
 * rows as were learnt from. A predicate that knows of no training row hits any real row alike, so both rates agree but
 * for leaks. (Anonymeter counts in each table apart and corrects for sizes by a fitted curve.) The baseline:
 * cells of random rows together. Source: Giomi et al. (arXiv 2211.10459), section 4.1. Range 0 … 1; 0 is
 * ideal; 1.0: every predicate singles someone out, and for no other reason than that they were learnt from.
 */
export const singlingOutSection: EvidenceSection<'singlingOut'> = {
  name: 'singlingOut',
  family: 'privacy',
  async measure(context) {
    const tables = tablesOfParts(context.tables);
    const { training, synthetic } = tables;
    if (training.columns.length === 0 || synthetic.rowCount === 0 || training.rowCount === 0) {
      return () => ({ details: null, findings: [], notes: [] });
    }
    const outcomes = await attackInBothModes(context, tables);
    const worst = worstOutcome(outcomes) ?? outcomes[1];
    return () => ({ details: { outcomes }, findings: [finding(worst, outcomes.length)], notes: [] });
  },
};

async function attackInBothModes(context: MeasureContext, tables: PartTables): Promise<SinglingOutOutcome[]> {
  const made = thinRows(tables.synthetic, context.random('synthetic rows'));
  const wanted = affordableAttacks(context.effort, tables, made);
  const phase = privacyWords().singlingOut;
  let done = 0;
  const pause = () => {
    context.onProgress(phase, Math.min(done++, 4 * wanted), 4 * wanted);
    return context.yieldControl();
  };
  const tryAll = (predicates: Predicate[]) => countSingledOut(predicates, tables, pause);
  await pause();
  const random = drawRandomPredicates(made, wanted, context.random('baseline'));
  await pause();
  const chance = await tryAll(random);
  const rareCells = drawRareCells(made, wanted, context.random('univariate'));
  await pause();
  const rare = await tryAll(rareCells);
  const several = await tryAll(await drawRowPredicates(made, wanted, context.random('multivariate'), pause));
  return [
    { mode: 'univariate', ...outcome(rare, chance, tables) },
    { mode: 'multivariate', ...outcome(several, chance, tables) },
  ];
}

interface SingledOut {
  readonly training: Tally;
  readonly holdout: Tally;
}

/** Predicates that hold for one real row alone, by where that row is. */
async function countSingledOut(
  predicates: readonly Predicate[],
  { training, holdout }: PartTables,
  pause: () => Promise<void>,
): Promise<SingledOut> {
  const hits = { training: 0, holdout: 0 };
  for (const predicate of predicates) {
    const learnt = countMatches(training, predicate);
    const held = learnt === 2 || !holdout ? 0 : countMatches(holdout, predicate);
    if (learnt === 1 && held === 0) hits.training++;
    if (learnt === 0 && held === 1) hits.holdout++;
    await pause();
  }
  return {
    training: { hits: hits.training, of: predicates.length },
    holdout: { hits: hits.holdout, of: predicates.length },
  };
}

function outcome(
  found: SingledOut,
  chance: SingledOut,
  { training, holdout }: PartTables,
): Omit<SinglingOutOutcome, 'mode'> {
  const tallies = { attack: found.training, control: holdout && found.holdout, baseline: chance.training };
  if (!holdout || found.training.of === 0) return { ...tallies, expected: null, risk: null };
  const scale = training.rowCount / holdout.rowCount;
  const control = wilsonRate(found.holdout.hits, found.holdout.of);
  const scaled = { value: Math.min(mostExpected, control.value * scale), error: control.error * scale };
  return {
    ...tallies,
    expected: Math.min(mostExpected, shareOf(found.holdout) * scale),
    risk: residualRisk(wilsonRate(found.training.hits, found.training.of), scaled),
  };
}

function thinRows(table: TypedTable, random: RandomStream): TypedTable {
  if (table.rowCount <= mostSyntheticRows) return table;
  return selectRows(table, permutation(table.rowCount, random).slice(0, mostSyntheticRows));
}

function affordableAttacks(effort: MeasureContext['effort'], tables: PartTables, made: TypedTable): number {
  const rows = tables.training.rowCount + (tables.holdout?.rowCount ?? 0) + made.rowCount;
  return Math.max(fewestAttacks, Math.min(mostAttacks[effort], Math.floor(mostRowsTried[effort] / rows)));
}

function finding(worst: SinglingOutOutcome, of: number): Finding {
  const { attack, expected, risk } = worst;
  const words = privacyWords();
  return {
    id: 'singlingOut.risk',
    family: 'privacy',
    name: words.names.singlingOut,
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    synthetic: riskFigure(risk),
    holdout: null,
    verdict: judgeRisk(risk, of),
    sentence: words.singledOut[worst.mode]({ share: shareOf(attack), tries: attack.of, control: expected }),
  };
}
