/** Steps of the Poisson-subsampled Gaussian mechanism (Mironov, Talwar & Zhang 2019). */
export interface SampledSteps {
  /** Probability with which each unit takes part in a step, by itself. */
  readonly rate: number;
  /** Standard deviation of the noise over what one unit changes at most. */
  readonly sigma: number;
  readonly steps: number;
}

/** Orders above this are interpolated: the integral would take long. */
const highestIntegrated = 32;

/**
 * Rényi divergence of real order > 1 that one step costs, units being added or removed. Whole orders by the binomial sum,
 * ln A / (α−1) with A = Σᵢ C(α,i)(1−q)^{α−i} qⁱ e^{(i²−i)/2σ²}; others by the integral that the sum stands for or, above
 * 32, between the whole orders around them: (α−1) times the divergence is convex in α.
 */
export function subsampledGaussianRdp(rate: number, sigma: number, order: number): number {
  if (rate === 0) return 0;
  if (rate >= 1) return order / (2 * sigma * sigma);
  return logMoment(rate, sigma, order) / (order - 1);
}

function logMoment(rate: number, sigma: number, order: number): number {
  if (Number.isInteger(order)) return binomialMoment(rate, sigma, order);
  if (order < highestIntegrated) return integratedMoment(rate, sigma, order);
  const below = Math.floor(order);
  const share = order - below;
  return (1 - share) * binomialMoment(rate, sigma, below) + share * binomialMoment(rate, sigma, below + 1);
}

function binomialMoment(rate: number, sigma: number, order: number): number {
  const stay = Math.log1p(-rate);
  const move = Math.log(rate);
  let logChoose = 0;
  let sum = -Infinity;
  for (let i = 0; i <= order; i++) {
    const term = logChoose + (order - i) * stay + i * move + (i * i - i) / (2 * sigma * sigma);
    sum = addLogs(sum, term);
    logChoose += Math.log((order - i) / (i + 1));
  }
  return sum;
}

/**
 * ln E (1−q + q e^{(2x−1)/2σ²})^α for x of N(0, σ²), by the trapezoid rule, which errs by less than e⁻⁷⁰ here: the
 * integrand is analytic within πσ² of the real line, and a step is a quarter of σ or σ².
 */
function integratedMoment(rate: number, sigma: number, order: number): number {
  const step = Math.min(sigma, sigma * sigma) / 4;
  const end = order + 14 * sigma;
  let sum = -Infinity;
  for (let x = -14 * sigma; x <= end; x += step) {
    const logDensity = (-x * x) / (2 * sigma * sigma);
    sum = addLogs(sum, logDensity + order * logMixture(rate, sigma, x));
  }
  return sum + Math.log(step / (sigma * Math.sqrt(2 * Math.PI)));
}

/** ln(1−q + q e^{(2x−1)/2σ²}): the privacy loss at x of having taken part. */
export function logMixture(rate: number, sigma: number, x: number): number {
  const ratio = (2 * x - 1) / (2 * sigma * sigma);
  return addLogs(Math.log1p(-rate), Math.log(rate) + ratio);
}

/** ln(eᵃ + eᵇ). */
function addLogs(a: number, b: number): number {
  const high = Math.max(a, b);
  if (high === -Infinity) return high;
  return high + Math.log1p(Math.exp(Math.min(a, b) - high));
}
