import type { RandomStream } from '../engine/random';

/** One of the items, each as likely. */
export function pick<T>(random: RandomStream, items: readonly T[]): T {
  return items[random.int(items.length)];
}

/** One of the items, as likely as its weight says; weights need not add up to 1. */
export function pickWeighted<T>(random: RandomStream, items: readonly (readonly [T, number])[]): T {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.float() * total;
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return items[items.length - 1][0];
}

/** True with that probability. */
export function chance(random: RandomStream, probability: number): boolean {
  return random.float() < probability;
}

/** A normal draw, kept within bounds. */
export function normalBetween(
  random: RandomStream,
  mean: number,
  deviation: number,
  [low, high]: readonly [number, number],
): number {
  return Math.min(high, Math.max(low, mean + deviation * random.normal()));
}

/** The logistic function: from any number to a probability. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
