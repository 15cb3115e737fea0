/** Logarithms of α−1 among which the best Rényi order α is looked for. */
const least = -4;
const most = 9;
const steps = 52;
const goldenShare = (Math.sqrt(5) - 1) / 2;

/**
 * The least value of a bound that holds at every order α > 1: so it does not matter to what it says how well this finds the
 * best order.
 */
export function smallestOverOrders(bound: (order: number) => number): number {
  const at = (logExcess: number) => bound(1 + Math.exp(logExcess));
  const width = (most - least) / steps;
  const places = Array.from({ length: steps + 1 }, (_, i) => least + i * width);
  const values = places.map(at);
  const best = places[values.indexOf(Math.min(...values))];
  return goldenMinimum(at, best - width, best + width);
}

/** The least value that golden-section search finds (Kiefer 1953). */
function goldenMinimum(f: (x: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  let left = high - goldenShare * (high - low);
  let right = low + goldenShare * (high - low);
  let [atLeft, atRight] = [f(left), f(right)];
  while (high - low > 1e-5) {
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - goldenShare * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + goldenShare * (high - low);
      atRight = f(right);
    }
  }
  return Math.min(atLeft, atRight);
}
