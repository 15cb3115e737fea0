import type { RandomStream } from '../../engine/random';
import type { AlignedColumn, AlignedTables } from '../align-tables';
import type { Figure } from '../evidence';
import type { MeasureContext } from '../measure-context';
import { cutGroups, type Group, type GroupLabel } from '../utility/cut-groups';
import type { Predictors } from '../utility/fit-predictors';
import { mapParts, type TablePart } from '../utility/prediction-task';
import { mostSlices } from '../utility/slice-gaps';
import { baseRateGap, type BaseRateGap, type ClassCounts } from './base-rates';
import { decisionRuleOf } from './decided-classes';
import { measureDecisionGaps, type DecisionGaps } from './decision-gaps';
import {
  comparedColumns,
  measureGroup,
  sampleGroup,
  shapeInterval,
  type GroupFidelity,
  type GroupSample,
} from './group-fidelity';

/** Held-out rows that a group must have to be judged. */
export const fewestGroupRows = 50;
/** The normal quantile of a two-sided 95 % interval. */
const z = 1.959963984540054;

/** One group of people: how well it is imitated, and how often what is predicted is true of it. */
interface GroupFairness extends GroupFidelity {
  readonly label: GroupLabel;
  readonly rows: Readonly<Record<TablePart, number>>;
  /** Share of the group's rows with each class of the target, per table; empty where nothing is predicted. */
  readonly baseRates: Readonly<Record<TablePart, readonly number[]>>;
}

/** What synthesis does to the groups of one sensitive column. */
export interface ColumnFairness {
  readonly column: string;
  readonly groups: readonly GroupFairness[];
  /** The group that is imitated worst beside the ruler, and its shape error with an interval; null without groups. */
  readonly worstShape: { readonly group: number; readonly shape: Figure } | null;
  /** How far the target's shares differ between groups, in each table; null where nothing is predicted. */
  readonly baseRates: BaseRateChange | null;
  readonly decisions: DecisionGaps | null;
}

interface BaseRateChange {
  readonly gaps: Readonly<Record<TablePart, number>>;
  /** Synthetic (or holdout) gap less the training rows'. */
  readonly change: Figure;
  readonly ruler: Figure;
}

/** Measures one sensitive column; what is predicted is left out where there are no predictors. */
export async function measureColumnFairness(
  context: MeasureContext,
  column: AlignedColumn,
  predictors: Predictors | null,
): Promise<ColumnFairness> {
  const { tables } = context;
  const yieldControl = () => context.yieldControl();
  const random = context.random(`groups of ${column.schema.name}`);
  const groups = cutGroups(column, fewestGroupRows, mostSlices);
  const samples = sampleGroups(tables, column, groups, random);
  const fidelity: GroupFidelity[] = [];
  for (const sample of samples) fidelity.push(await measureGroup(sample, yieldControl));
  const worst = findWorst(fidelity);
  const counts = predictors && groups.map((group) => countClasses(predictors, group));
  return {
    column: column.schema.name,
    groups: groups.map(({ label, rows }, group) => ({
      label,
      rows: mapParts((part) => rows[part].length),
      ...fidelity[group],
      baseRates: mapParts((part) => (counts ? sharesOf(counts[group][part]) : [])),
    })),
    worstShape:
      worst < 0
        ? null
        : {
            group: worst,
            shape: await shapeInterval(samples[worst], fidelity[worst].shape.synthetic, random, yieldControl),
          },
    baseRates: counts && groups.length > 1 ? compareBaseRates(counts) : null,
    decisions:
      predictors && groups.length > 1
        ? await measureDecisionGaps(predictors, groups, random, yieldControl)
        : null,
  };
}

function sampleGroups(
  tables: AlignedTables,
  column: AlignedColumn,
  groups: readonly Group[],
  random: RandomStream,
): GroupSample[] {
  const columns = comparedColumns(tables, column, random);
  return columns.length === 0 ? [] : groups.map((group) => sampleGroup(columns, group, random));
}

/** The group that is further off than the ruler by most; −1 of none. */
function findWorst(fidelity: readonly GroupFidelity[]): number {
  const excess = fidelity.map(({ shape }) => shape.synthetic - (shape.holdout ?? 0));
  return excess.indexOf(Math.max(...excess.filter((value) => !Number.isNaN(value))));
}

type PartCounts = Readonly<Record<TablePart, ClassCounts>>;

function countClasses({ task }: Predictors, { rows }: Group): PartCounts {
  const { classes, classOf } = decisionRuleOf(task);
  return mapParts((part) => {
    const counts = new Float64Array(classes);
    for (const row of rows[part]) {
      const own = classOf(task.targets[part][row]);
      if (!Number.isNaN(own)) counts[own]++;
    }
    return counts;
  });
}

function sharesOf(counts: ClassCounts): number[] {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  return [...counts].map((count) => count / rows);
}

function compareBaseRates(counts: readonly PartCounts[]): BaseRateChange {
  const gaps = mapParts((part) => baseRateGap(counts.map((own) => own[part])));
  return {
    gaps: mapParts((part) => gaps[part].gap),
    change: differenceOf(gaps.synthetic, gaps.training),
    ruler: differenceOf(gaps.holdout, gaps.training),
  };
}

function differenceOf(later: BaseRateGap, earlier: BaseRateGap): Figure {
  const value = later.gap - earlier.gap;
  const half = z * Math.sqrt(later.variance + earlier.variance);
  return { value, interval: Number.isNaN(half) ? null : { low: value - half, high: value + half } };
}
