/** How many rows of either sort a model learns from. */
export interface Lesson {
  readonly realRows: number;
  readonly syntheticRows: number;
}

type Plan = Readonly<Record<'synthetic' | 'real', readonly Lesson[]>>;

/** For so many real rows to learn from, and so many synthetic rows that there are. */
type CurvePlan = (whole: number, made: number) => Plan;

/** Parts of the real rows that a model learns from. */
const realShares = { mixing: [0, 0.1, 0.25, 0.5, 1], rows: [0.25, 0.5, 1] };
const multiples = [0.25, 0.5, 1, 2, 5];

export const curvePlans = {
  /**
   * What synthetic rows add where few real rows may be used: a model learns from 0, 10, 25, 50 and 100 % of the real rows
   * together with as many synthetic rows as there are real ones at 100 %; beside it, from the same real rows alone.
   */
  mixing: (whole) => {
    const shares = realShares.mixing.map((share) => Math.round(share * whole));
    return {
      synthetic: shares.map((realRows) => ({ realRows, syntheticRows: whole })),
      real: onlyReal(shares.filter((rows) => rows > 0)),
    };
  },
  /**
   * How much more synthetic rows help: a model learns from ¼, ½, 1, 2 and 5 times as many synthetic rows as there are real
   * ones to learn from, or from all that there are; beside it, from ¼, ½ and all of the real rows.
   */
  rows: (whole, made) => {
    const wanted = multiples.map((multiple) => Math.min(made, Math.round(multiple * whole)));
    return {
      synthetic: [...new Set(wanted)].map((syntheticRows) => ({ realRows: 0, syntheticRows })),
      real: onlyReal(realShares.rows.map((share) => Math.round(share * whole))),
    };
  },
} satisfies Record<string, CurvePlan>;

export type CurveName = keyof typeof curvePlans;
export const curveNames = Object.keys(curvePlans) as readonly CurveName[];

/** How many models learn for a curve, and from how many rows, all of them together: what it takes is in proportion. */
export function workFor(name: CurveName, whole: number, made: number): { models: number; rows: number } {
  const { synthetic, real } = curvePlans[name](whole, made);
  return { models: synthetic.length + real.length, rows: sumRows([...synthetic, ...real]) };
}

/** Rows that the model of a point learns from. */
export function rowsOf({ realRows, syntheticRows }: Lesson): number {
  return realRows + syntheticRows;
}

export function sumRows(lessons: readonly Lesson[]): number {
  return lessons.reduce((sum, lesson) => sum + rowsOf(lesson), 0);
}

function onlyReal(rows: readonly number[]): Lesson[] {
  return rows.map((realRows) => ({ realRows, syntheticRows: 0 }));
}
