/** A convex function of some weights, seen along lines. */
export interface ConvexProblem {
  /** Second derivatives by each weight, roughly: what makes weights of rare and of common terms alike. All above 0. */
  readonly curvatures: Float64Array;
  /** The gradient where the weights are. */
  gradient(): Float64Array;
  /** Gets ready to move along the direction. */
  aim(direction: Float64Array): void;
  /** The derivative along the direction, so many steps from where the weights are. */
  slope(step: number): number;
  /** Moves the weights. */
  move(step: number): void;
}

export interface MinimiseOptions {
  /** Ends where no weight seems to be further off: the largest part of the gradient over its curvature. */
  readonly tolerance: number;
  readonly mostSteps: number;
}

/** Steps and changes of the gradient that are remembered. */
const memory = 10;
/** Along a line it is near enough to the least value where the slope has shrunk to this share. */
const slopeShare = 0.1;
const mostTrials = 25;

/**
 * Limited-memory BFGS (Liu & Nocedal, "On the limited memory BFGS method", 1989; two-loop recursion of Nocedal & Wright,
 * alg. 7.4), preconditioned by the curvatures. Lines are searched by their slope alone, which rises along them since the function is convex.
 * `afterSweep` is awaited whenever the rows were gone through.
 */
export async function minimise(
  problem: ConvexProblem,
  { tolerance, mostSteps }: MinimiseOptions,
  afterSweep: () => Promise<void>,
): Promise<void> {
  const past: Past[] = [];
  let gradient = problem.gradient();
  for (let i = 0; i < mostSteps && largestRatio(gradient, problem.curvatures) > tolerance; i++) {
    const direction = descend(gradient, problem.curvatures, past);
    problem.aim(direction);
    await afterSweep();
    const step = await searchLine(problem, afterSweep);
    if (step === 0) return;
    problem.move(step);
    const next = problem.gradient();
    const change = next.map((value, at) => value - gradient[at]);
    const moved = direction.map((value) => value * step);
    const curvature = dot(moved, change);
    if (curvature > 0) past.push({ moved, change, curvature });
    if (past.length > memory) past.shift();
    gradient = next;
    await afterSweep();
  }
}

interface Past {
  readonly moved: Float64Array;
  readonly change: Float64Array;
  readonly curvature: number;
}

function descend(gradient: Float64Array, curvatures: Float64Array, past: readonly Past[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares: number[] = [];
  for (const { moved, change, curvature } of past.toReversed()) {
    const share = dot(moved, direction) / curvature;
    shares.push(share);
    addScaled(direction, change, -share);
  }
  const last = past.at(-1);
  const factor = last ? last.curvature / sumOfRatios(last.change, curvatures) : 1;
  for (let i = 0; i < direction.length; i++) direction[i] *= factor / curvatures[i];
  for (const { moved, change, curvature } of past) {
    addScaled(direction, moved, (shares.pop() ?? 0) - dot(change, direction) / curvature);
  }
  return direction;
}

/** Widens the bracket until the slope turns, then closes it by regula falsi with bisection; 0 where no step goes down. */
async function searchLine(problem: ConvexProblem, afterSweep: () => Promise<void>): Promise<number> {
  const start = problem.slope(0);
  if (!(start < 0)) return 0;
  let [low, lowSlope, high, highSlope] = [0, start, Infinity, Number.NaN];
  let step = 1;
  for (let trial = 0; trial < mostTrials; trial++) {
    const slope = problem.slope(step);
    await afterSweep();
    if (Math.abs(slope) <= -slopeShare * start) return step;
    if (slope < 0) [low, lowSlope] = [step, slope];
    else [high, highSlope] = [step, slope];
    if (high === Infinity) step *= 4;
    else if (trial % 2 === 0) step = low + ((high - low) * lowSlope) / (lowSlope - highSlope);
    else step = (low + high) / 2;
  }
  return low;
}

function largestRatio(values: Float64Array, divisors: Float64Array): number {
  return values.reduce((most, value, i) => Math.max(most, Math.abs(value) / divisors[i]), 0);
}

function sumOfRatios(values: Float64Array, divisors: Float64Array): number {
  return values.reduce((sum, value, i) => sum + (value * value) / divisors[i], 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function addScaled(values: Float64Array, added: Float64Array, factor: number): void {
  for (let i = 0; i < values.length; i++) values[i] += factor * added[i];
}
