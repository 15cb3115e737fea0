/**
 * The regularised upper incomplete gamma function Q(a, x), a > 0, x ≥ 0: 1 at x = 0, falling to 0. Q(k/2, x/2) is how
 * often a χ² of k degrees of freedom exceeds x. Source: Press et al., Numerical Recipes, § 6.2: the series below x = a + 1,
 * Lentz's continued fraction above.
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? Math.max(0, 1 - factor * lowerSeries(a, x)) : factor * upperFraction(a, x);
}

/** ln Γ(a) for a > 0, by Stirling's series from 12 on. */
function logGamma(a: number): number {
  let shift = 0;
  let at = a;
  for (; at < 12; at++) shift += Math.log(at);
  const inverse = 1 / (at * at);
  const series = 1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)));
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series / at - shift;
}

const mostTerms = 100_000;

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < mostTerms && term > sum * 1e-16; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < mostTerms; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / notZero(step * d + b, tiny);
    c = notZero(b + step / c, tiny);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}

function notZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
