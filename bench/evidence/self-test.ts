import { permutation, RandomStream } from '../../src/engine/random';
import { selectColumnRows, selectRows, type TypedTable } from '../../src/engine/typed-table';
import { alignTables } from '../../src/evaluation/align-tables';
import type { Family, Finding } from '../../src/evaluation/evidence';
import { type Examiner, examineHere } from '../../src/evaluation/examiner';
import { judgeComparison } from '../../src/evaluation/judge-comparison';
import type { ComparisonReport } from '../../src/evaluation/report';
import { noChoices } from '../../src/evaluation/measure-context';
import { sections } from '../../src/evaluation/sections';

/** Synthetic tables of which it is known beforehand what the evidence must say. */
const selfTestCases = [
  'verbatim copy',
  '1 % copied rows',
  'fresh real rows',
  'independent columns',
  'shuffled training columns',
] as const;
export type SelfTestCase = (typeof selfTestCases)[number];

/** A real table in three: learnt from, kept from the model, and seen by nobody. */
interface SelfTestSplit {
  readonly training: TypedTable;
  readonly holdout: TypedTable;
  readonly fresh: TypedTable;
}

const holdoutShare = 0.15;
const seed = 1;

/** 15 % of the rows and the others, after a fixed shuffle. */
export function splitOff(table: TypedTable): { readonly first: TypedTable; readonly rest: TypedTable } {
  const order = permutation(table.rowCount, new RandomStream(seed, 'self-test split'));
  const held = Math.round(holdoutShare * table.rowCount);
  return { first: selectRows(table, order.slice(0, held)), rest: selectRows(table, order.slice(held)) };
}

/** 15 % held out, the rest in halves. */
function splitForSelfTest(table: TypedTable): SelfTestSplit {
  const { first, rest } = splitOff(table);
  const rows = Uint32Array.from({ length: rest.rowCount }, (_, row) => row);
  const middle = rest.rowCount >> 1;
  return {
    holdout: first,
    training: selectRows(rest, rows.slice(0, middle)),
    fresh: selectRows(rest, rows.slice(middle)),
  };
}

/** The case's synthetic table. */
function makeCase({ training, fresh }: SelfTestSplit, which: SelfTestCase): TypedTable {
  if (which === 'verbatim copy') return training;
  if (which === 'fresh real rows') return fresh;
  if (which === 'independent columns') return shuffleColumns(fresh);
  if (which === 'shuffled training columns') return shuffleColumns(training);
  return replaceSome(fresh, training, Math.round(fresh.rowCount / 100));
}

/** Each column shuffled by itself. */
export function shuffleColumns(table: TypedTable): TypedTable {
  const random = new RandomStream(seed, 'self-test columns');
  return {
    rowCount: table.rowCount,
    columns: table.columns.map((column) => selectColumnRows(column, permutation(table.rowCount, random))),
  };
}

/** The first rows are other table's first rows; both have one dictionary. */
function replaceSome(table: TypedTable, other: TypedTable, rows: number): TypedTable {
  return {
    rowCount: table.rowCount,
    columns: table.columns.map((column, c) => {
      const theirs = other.columns[c];
      if (column.type === 'numeric' && theirs.type === 'numeric') {
        const values = column.values.slice();
        values.set(theirs.values.subarray(0, rows));
        return { ...column, values };
      }
      if (column.type === 'categorical' && theirs.type === 'categorical') {
        const codes = column.codes.slice();
        codes.set(theirs.codes.subarray(0, rows));
        return { ...column, codes };
      }
      throw new TypeError('Both tables must come from one.');
    }),
  };
}

export interface SelfTestOutcome {
  readonly case: SelfTestCase;
  readonly findings: readonly Finding[];
  /** Seconds by section. */
  readonly seconds: ReadonlyMap<string, number>;
}

/** The whole comparison, of the parts in which it is told. */
async function compareWith(examiner: Examiner): Promise<Partial<ComparisonReport>> {
  let known: Partial<ComparisonReport> = {};
  const rest = await examiner.compare({
    onPartial: (part) => (known = { ...known, ...part.en }),
    onProgress: () => undefined,
  });
  return { ...known, ...rest.en };
}

/** What is found of those families in each case, on this thread. */
export async function runSelfTest(
  table: TypedTable,
  families: readonly Family[],
  cases: readonly SelfTestCase[] = selfTestCases,
): Promise<SelfTestOutcome[]> {
  const split = splitForSelfTest(table);
  const outcomes: SelfTestOutcome[] = [];
  for (const which of cases) {
    const tables = alignTables(split.training, split.holdout, makeCase(split, which));
    const request = { choices: noChoices, effort: 'standard', seed } as const;
    const examiner = examineHere(tables, request, () => Promise.resolve());
    const findings: Finding[] = [];
    const seconds = new Map<string, number>();
    if (families.includes('fidelity')) {
      findings.push(...judgeComparison(await compareWith(examiner)));
    }
    for (const { name } of sections.filter(({ family }) => families.includes(family))) {
      const began = performance.now();
      findings.push(...(await examiner.measure(name, () => undefined)).en.findings);
      seconds.set(name, (performance.now() - began) / 1000);
    }
    outcomes.push({ case: which, findings, seconds });
  }
  return outcomes;
}
