/** What is measured beyond the columns one by one: chosen pairs, a spanning tree of pairs, nothing. */
export const marginalMechanisms = ['aim', 'mst', 'independent'] as const;
export type MarginalMechanism = (typeof marginalMechanisms)[number];

/** How a privacy budget is spent on marginals. */
export interface MarginalRecipe {
  /** Share of ρ for counting the columns one by one. */
  readonly oneWayShare: number;
  /** About so many cells a number column. */
  readonly cells: number;
  /** Pairs that AIM chooses and measures. */
  readonly rounds: number;
  /** Whether all pairs with the target are measured first. */
  readonly targetFirst: boolean;
  /** Most cells of all tables of the junction tree. */
  readonly mostCells: number;
}

/** What served best on public tables, by ε; between them logarithmically. */
const tuned = [
  { epsilon: 0.5, oneWayShare: 0.15, cells: 20, roundsPerColumn: 2 },
  { epsilon: 1, oneWayShare: 0.15, cells: 32, roundsPerColumn: 2 },
  { epsilon: 3, oneWayShare: 0.1, cells: 48, roundsPerColumn: 3 },
  { epsilon: 8, oneWayShare: 0.05, cells: 48, roundsPerColumn: 3 },
];
/** From so many columns on pairs are many and noise is dear: coarser cells. */
const wide = 20;
const wideCells = { least: 16, most: 24 };
/** Each round takes longer the wider the table is. */
const mostRounds = 150;
const mostCells = 50_000;

/** The recipe for a table: it hangs on nothing but ε and the number of columns. */
export function marginalRecipe(epsilon: number, columns: number): MarginalRecipe {
  const { oneWayShare, cells, roundsPerColumn } = between(epsilon);
  const isWide = columns >= wide;
  return {
    oneWayShare,
    cells: Math.round(isWide ? Math.min(wideCells.most, Math.max(wideCells.least, cells / 2)) : cells),
    rounds: Math.min(mostRounds, Math.round(roundsPerColumn * columns)),
    targetFirst: isWide,
    mostCells,
  };
}

function between(epsilon: number): (typeof tuned)[number] {
  const above = tuned.findIndex((row) => row.epsilon >= epsilon);
  if (above === 0) return tuned[0];
  if (above < 0) return tuned[tuned.length - 1];
  const [low, high] = [tuned[above - 1], tuned[above]];
  const share = Math.log(epsilon / low.epsilon) / Math.log(high.epsilon / low.epsilon);
  const mix = (a: number, b: number) => a + share * (b - a);
  return {
    epsilon,
    oneWayShare: mix(low.oneWayShare, high.oneWayShare),
    cells: mix(low.cells, high.cells),
    roundsPerColumn: mix(low.roundsPerColumn, high.roundsPerColumn),
  };
}
