import type { CodeSet } from '../../encode/code-set';
import type { Dependency } from '../../encode/dependencies';
import type { DrawRule } from '../../encode/draw-rules';
import { type Basis, concatenateBases, hats, indicators, isIdentity } from './bases';

/** Sizes of the network and of its training; see recipe.ts for how they follow from the table. */
export interface NetworkOptions {
  readonly hidden: number;
  readonly blocks: number;
  readonly dropout: number;
  /** Share of every weight (not of the biases) lost in a step, over the learning rate (Loshchilov & Hutter 2019). */
  readonly weightDecay: number;
}

/** What the network needs to know of a column. */
export interface PlanColumn {
  readonly codes: CodeSet;
  /** Number of "equals an earlier column" targets after the base codes. */
  readonly copies: number;
  /** Codes of the line that hold enough rows to be told apart from their neighbours (see `frequentCodes`). */
  readonly frequent: readonly number[];
  /** Indices of the earlier columns that tell most of this one (see related-columns.ts). */
  readonly related: readonly number[];
  /** What earlier columns rule out. */
  readonly dependencies: readonly Dependency[];
  /** True: the targets leave by indicators alone, which keeps the gradients short. */
  readonly isPlain?: boolean;
  /** What earlier columns leave of it where one of them, or it, is part of a table's column (draw-rules.ts). */
  readonly rules?: readonly DrawRule[];
}

/** One column's place in the network's input, output and code vectors. */
export interface ColumnPlan {
  /** Index in the encoded table. */
  readonly index: number;
  /** Place in the order of prediction, 0 first. */
  readonly rank: number;
  /** Targets: base codes, then copies. */
  readonly targets: number;
  readonly baseCodes: number;
  /** Basis of the base codes on the input side; copies follow as indicators. */
  readonly input: Basis;
  readonly inputStart: number;
  readonly inputWidth: number;
  /** Basis of the targets on the output side; null: the outputs are the logits. */
  readonly output: Basis | null;
  readonly outputStart: number;
  readonly outputWidth: number;
  /** First of the column's places among all targets. */
  readonly targetStart: number;
  readonly withheld: readonly number[];
  /** Columns whose inputs reach this column's outputs directly, past the hidden layer. */
  readonly sources: readonly ColumnPlan[];
  readonly dependencies: readonly Dependency[];
  readonly rules: readonly DrawRule[];
}

/** The network's shape. Columns with only one target are absent: there is nothing to learn of them. */
export interface NetworkPlan {
  readonly columns: readonly ColumnPlan[];
  readonly options: NetworkOptions;
  readonly inputWidth: number;
  readonly outputWidth: number;
  readonly targetWidth: number;
}

/** Name of the parameter that holds a column's direct connections. */
export function sourceName(column: ColumnPlan): string {
  return `sources${column.rank}`;
}

/** Hat functions for the inputs: fine and coarse; and for the outputs: a pyramid. */
const inputHats = [33, 9];
const outputHats = [3, 5, 9, 17, 33, 65];
/** Lines of more codes than this enter and leave by hats with indicators for the frequent codes alone. */
export const longLine = 33;
const mostOutputIndicators = 65;
/** A code is frequent when it holds this share of the rows. */
const frequentShare = 1 / 400;

/**
 * Lays the columns out. Columns whose outputs are their logits and nothing else come first, so that one piece of the
 * output serves them all.
 * @param order indices into `columns` in the order of prediction
 */
export function planNetwork(
  columns: readonly PlanColumn[],
  order: readonly number[],
  options: NetworkOptions,
): NetworkPlan {
  const learnt = order.filter((index) => columns[index].codes.size + columns[index].copies > 1);
  const drafts = learnt.map((index, rank) => {
    const { codes, copies, dependencies, related, rules = [] } = columns[index];
    const basis = outputBasis(columns[index]);
    return {
      index,
      rank,
      codes,
      copies,
      dependencies,
      rules,
      input: inputBasis(columns[index]),
      basis,
      isIdentity: isIdentity(basis),
      isDirect: isIdentity(basis) && related.length === 0,
    };
  });
  drafts.sort((a, b) => Number(b.isDirect) - Number(a.isDirect));
  let inputStart = 0;
  let outputStart = 0;
  let targetStart = 0;
  const plans = drafts.map((draft): ColumnPlan => {
    const plan: ColumnPlan = {
      index: draft.index,
      rank: draft.rank,
      targets: draft.codes.size + draft.copies,
      baseCodes: draft.codes.size,
      input: draft.input,
      inputStart,
      inputWidth: draft.input.width + draft.copies,
      output: draft.isIdentity ? null : draft.basis,
      outputStart,
      outputWidth: draft.basis.width,
      targetStart,
      withheld: draft.codes.withheld,
      sources: [],
      dependencies: draft.dependencies,
      rules: draft.rules,
    };
    inputStart += plan.inputWidth;
    outputStart += plan.outputWidth;
    targetStart += plan.targets;
    return plan;
  });
  const linked = linkSources(plans, columns);
  return {
    columns: linked,
    options,
    inputWidth: inputStart,
    outputWidth: outputStart,
    targetWidth: targetStart,
  };
}

/** Puts the plans of related columns in place of their indices. */
function linkSources(plans: readonly ColumnPlan[], columns: readonly PlanColumn[]): ColumnPlan[] {
  return plans.map((plan) => ({
    ...plan,
    sources: columns[plan.index].related.flatMap((index) => plans.filter((other) => other.index === index)),
  }));
}

/** How codes enter: indicators where there are few; for a long line, hats at two widths and its frequent codes. */
function inputBasis({ codes, frequent }: PlanColumn): Basis {
  const { size, ordered } = codes;
  if (ordered <= 2) return indicators(size, range(0, size));
  const coarse = inputHats.filter((n) => n < ordered).map((n) => hats(size, ordered, n));
  const single = ordered > longLine ? [...frequent, ...range(ordered, size)] : range(0, size);
  return concatenateBases(size, [...coarse, indicators(size, single)]);
}

/** How logits leave: nominal and few codes directly; a line through hats from coarse to fine, and its frequent codes. */
function outputBasis({ codes, copies, frequent, isPlain = false }: PlanColumn): Basis {
  const { size, ordered, isAtom } = codes;
  const targets = size + copies;
  if (ordered <= 2 || isPlain) return indicators(targets, range(0, targets));
  const nested = outputHats.filter((n) => n < ordered);
  const line = nested.map((n) => hats(targets, ordered, n));
  const isShort = ordered <= mostOutputIndicators && isAtom.every((atom) => atom === 1);
  const single = [...(isShort ? range(0, ordered) : frequent), ...range(ordered, targets)];
  return { ...concatenateBases(targets, [...line, indicators(targets, single)]), nested };
}

/**
 * The codes of a line that stand out: every atom among ranges, and, where all codes are atoms, those that hold at
 * least 1/400 of the rows.
 * @param base code of each row
 */
export function frequentCodes(codes: CodeSet, base: Int32Array): number[] {
  const line = range(0, codes.ordered);
  if (codes.isAtom.includes(0)) return line.filter((code) => codes.isAtom[code] === 1);
  const counts = new Uint32Array(codes.size);
  for (const code of base) counts[code]++;
  return line.filter((code) => counts[code] >= frequentShare * base.length);
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
}
