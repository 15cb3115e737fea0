/** What one run of a mechanism showed: guesses whether canaries were among its rows. */
export interface Guesses {
  readonly canaries: number;
  readonly made: number;
  readonly right: number;
}

/**
 * Guesses that the canaries with the highest scores took part and those with the lowest did not; of the rest nothing.
 * @param made an even number of guesses, chosen before the scores are seen
 */
export function guessMembers(scores: Float64Array, isMember: Uint8Array, made: number): Guesses {
  const ranked = Array.from(scores, (_, canary) => canary).sort((a, b) => scores[b] - scores[a]);
  const rightIn = ranked.slice(0, made / 2).filter((canary) => isMember[canary] === 1).length;
  const rightOut = ranked.slice(-made / 2).filter((canary) => isMember[canary] === 0).length;
  return { canaries: scores.length, made, right: rightIn + rightOut };
}

/**
 * The ε below which a mechanism that is (ε, δ)-private would so seldom be guessed so well, at most `risk` of the time
 * (Steinke, Nasr & Jagielski 2023, "Privacy auditing with one (1) training run", theorem 5.2); 0 when nothing is shown.
 */
export function epsilonLowerBound(guesses: Guesses, delta: number, risk: number): number {
  let [low, high] = [0, 20];
  if (chance(guesses, low, delta) > risk) return 0;
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (chance(guesses, middle, delta) <= risk) low = middle;
    else high = middle;
  }
  return low;
}

/** Most probable that so many guesses or more are right under (ε, δ)-privacy. */
function chance({ canaries, made, right }: Guesses, epsilon: number, delta: number): number {
  const masses = binomialMasses(made, 1 / (1 + Math.exp(-epsilon)));
  const tail = masses.slice(right).reduce((sum, mass) => sum + mass, 0);
  let below = 0;
  let most = 0;
  for (let i = 1; i <= right; i++) {
    below += masses[right - i];
    most = Math.max(most, below / i);
  }
  return Math.min(1, tail + most * 2 * delta * canaries);
}

function binomialMasses(n: number, p: number): Float64Array {
  const masses = new Float64Array(n + 1);
  let logChoose = 0;
  for (let k = 0; k <= n; k++) {
    masses[k] = Math.exp(logChoose + k * Math.log(p) + (n - k) * Math.log1p(-p));
    logChoose += Math.log((n - k) / (k + 1));
  }
  return masses;
}
