import type { CodeSet } from '../../encode/code-set';
import { type Basis, concatenateBases, hats, indicators, isIdentity } from './bases';

/** Sizes of the network and of its training; see options.ts for how they follow from the table. */
export interface NetworkOptions {
  readonly hidden: number;
  readonly blocks: number;
  readonly dropout: number;
}

/** What the network needs to know of a column. */
export interface PlanColumn {
  readonly codes: CodeSet;
  /** Number of "equals an earlier column" targets after the base codes. */
  readonly copies: number;
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
}

/** The network's shape. Columns with only one target are absent: there is nothing to learn of them. */
export interface NetworkPlan {
  readonly columns: readonly ColumnPlan[];
  readonly options: NetworkOptions;
  readonly inputWidth: number;
  readonly outputWidth: number;
  readonly targetWidth: number;
}

/** Hat functions for the inputs: fine and coarse; and for the outputs: a pyramid. */
const inputHats = [65, 9];
const outputHats = [3, 5, 9, 17, 33, 65];
/** Up to so many codes each has an input of its own. */
const mostInputIndicators = 40;

/**
 * Lays the columns out. Columns whose outputs are their logits come first, so that one piece of the output serves
 * them all.
 * @param order indices into `columns` in the order of prediction
 */
export function planNetwork(
  columns: readonly PlanColumn[],
  order: readonly number[],
  options: NetworkOptions,
): NetworkPlan {
  const learnt = order.filter((index) => columns[index].codes.size + columns[index].copies > 1);
  const drafts = learnt.map((index, rank) => {
    const { codes, copies } = columns[index];
    const basis = outputBasis(codes, copies);
    return { index, rank, codes, copies, input: inputBasis(codes), basis, isDirect: isIdentity(basis) };
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
      output: draft.isDirect ? null : draft.basis,
      outputStart,
      outputWidth: draft.basis.width,
      targetStart,
      withheld: draft.codes.withheld,
    };
    inputStart += plan.inputWidth;
    outputStart += plan.outputWidth;
    targetStart += plan.targets;
    return plan;
  });
  return { columns: plans, options, inputWidth: inputStart, outputWidth: outputStart, targetWidth: targetStart };
}

/** How codes enter: indicators for nominal and few codes; for a line of many, hats at two widths and its atoms. */
function inputBasis(codes: CodeSet): Basis {
  const { size, ordered } = codes;
  if (ordered <= mostInputIndicators) return indicators(size, range(0, size));
  const line = inputHats.map((n) => (n < ordered ? hats(size, ordered, n) : indicators(size, range(0, ordered))));
  return concatenateBases(size, [...line, indicators(size, specialCodes(codes))]);
}

/** How logits leave: nominal and few codes directly; a line of many through hats from coarse to fine, and its atoms. */
function outputBasis(codes: CodeSet, copies: number): Basis {
  const { size, ordered } = codes;
  const targets = size + copies;
  if (ordered <= 2) return indicators(targets, range(0, targets));
  const line = outputHats.filter((n) => n < ordered).map((n) => hats(targets, ordered, n));
  return concatenateBases(targets, [...line, indicators(targets, [...atomsOf(codes), ...range(size, targets)])]);
}

/** On the input side a line made of atoms alone is told by its hats; only atoms among ranges need indicators. */
function specialCodes(codes: CodeSet): number[] {
  const allAtoms = codes.isAtom.every((atom) => atom === 1);
  return allAtoms ? range(codes.ordered, codes.size) : atomsOf(codes);
}

function atomsOf(codes: CodeSet): number[] {
  return range(0, codes.size).filter((code) => codes.isAtom[code] === 1);
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
}
