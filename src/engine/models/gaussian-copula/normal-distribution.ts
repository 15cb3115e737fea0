const rootTwoPi = Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / rootTwoPi;
}

/**
 * P(Z ≤ z) of a standard normal Z, to about 15 digits; in the lower tail, down to z = −37, to a relative 10⁻⁷. The
 * rational function of Hart (1968) and, beyond 7.07, a continued fraction, as given by West, "Better approximations to
 * cumulative normal functions" (2005).
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z);
  if (x > 37) return z > 0 ? 1 : 0;
  const scale = Math.exp(-0.5 * x * x);
  const tail = x < 7.07106781186547 ? scale * hart(x) : scale / (fraction(x) * rootTwoPi);
  return z > 0 ? 1 - tail : tail;
}

const hartAbove = [
  220.206867912376, 221.213596169931, 112.079291497871, 33.912866078383, 6.37396220353165, 0.700383064443688,
  0.0352624965998911,
];
const hartBelow = [
  440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674, 86.7807322029461, 16.064177579207,
  1.75566716318264, 0.0883883476483184,
];

function hart(x: number): number {
  return polynomial(hartAbove, x) / polynomial(hartBelow, x);
}

function fraction(x: number): number {
  return x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
}

/** Coefficients of near ½, of the middle tail and of the far tail: above, below (Wichura's a, b; c, d; e, f). */
const wichura = {
  near: {
    above: [
      3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
      67265.7709270087, 33430.57558358813, 2509.0809287301227,
    ],
    below: [
      1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
      28729.085735721943, 5226.495278852854,
    ],
  },
  middle: {
    above: [
      1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
      0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
    ],
    below: [
      1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
      0.0005475938084995345, 1.0507500716444169e-9,
    ],
  },
  far: {
    above: [
      6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
      0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
    ],
    below: [
      1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
      0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
    ],
  },
} as const;

/**
 * The z with P(Z ≤ z) = p of a standard normal Z, to about 16 digits; −∞ at 0, +∞ at 1. Wichura, algorithm AS 241
 * (PPND16), Applied Statistics 37 (1988).
 * @param p in [0, 1]
 */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(wichura.near.above, r)) / polynomial(wichura.near.below, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const { above, below } = r <= 5 ? wichura.middle : wichura.far;
  const x = r - (r <= 5 ? 1.6 : 5);
  return Math.sign(q) * (polynomial(above, x) / polynomial(below, x));
}

/** Coefficients from the constant up. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + coefficients[i];
  return value;
}
