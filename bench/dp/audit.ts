import { affordableRho, neededSigma } from '../../src/engine/privacy/accountant/calibrate';
import { type NoiseSource, secureNoise } from '../../src/engine/privacy/noise-source';
import { RandomStream } from '../../src/engine/random';
import { makeCanaries, scoreByNetwork } from './audited-steps';
import { epsilonLowerBound, guessMembers } from './one-run-audit';

const claim = { epsilon: 1, delta: 1e-5 };
const canaryCount = 600;
const guessCount = 150;
/** How often a sound mechanism may be called broken. */
const risk = 0.01;
const steps = 150;
const clip = 0.05;

/** Scores all canaries after a run on those that take part: the higher, the more it looks as if they did. */
type Mechanism = (isMember: Uint8Array) => Promise<Float64Array> | Float64Array;

interface Audit {
  readonly name: string;
  readonly isSound: boolean;
  readonly mechanism: Mechanism;
}

/** What each mechanism is seen to lose; throws when a sound one loses more than it claims or a broken one gets away. */
export async function auditAll(): Promise<string[]> {
  const lines = [
    `Claimed: ε = ${claim.epsilon}, δ = ${claim.delta}; ${canaryCount} canaries, ${guessCount} guesses`,
  ];
  const failures: string[] = [];
  for (const { name, isSound, mechanism } of audits()) {
    const random = new RandomStream(1, `members ${name}`);
    const isMember = Uint8Array.from({ length: canaryCount }, () => random.int(2));
    const guesses = guessMembers(await mechanism(isMember), isMember, guessCount);
    const bound = epsilonLowerBound(guesses, claim.delta, risk);
    const isCaught = bound > claim.epsilon;
    if (isCaught === isSound) failures.push(name);
    const verdict = isCaught ? 'broken' : 'nothing against the claim';
    lines.push(`${name}: ${guesses.right} right, so ε ≥ ${bound.toFixed(2)}: ${verdict}`);
  }
  if (failures.length > 0)
    throw new Error(`${lines.join('\n')}\nNot as it should be: ${failures.join('; ')}.`);
  return lines;
}

function audits(): Audit[] {
  const noise = secureNoise();
  const sigma = neededSigma(claim, { rate: 0.5, steps });
  const plan = { rate: 0.5, steps, sigma, clip, expectedUnits: canaryCount / 4, learningRate: 1e-2 };
  const canaries = makeCanaries(canaryCount, 1);
  const network = (own: typeof plan, source: NoiseSource): Mechanism => {
    return (isMember) => scoreByNetwork(canaries, isMember, own, source);
  };
  // A bound so wide that no row is cut, with the noise of the narrow one.
  const unclipped = { ...plan, clip: 1e4, sigma: (sigma * clip) / 1e4 };
  return [
    { name: 'Gradient steps', isSound: true, mechanism: network(plan, noise) },
    { name: 'Gradient steps without noise', isSound: false, mechanism: network(plan, withoutNoise(noise)) },
    { name: 'Gradient steps without clipping', isSound: false, mechanism: network(unclipped, noise) },
    { name: 'Counts', isSound: true, mechanism: (isMember) => noisyCounts(isMember, noise) },
    { name: 'Counts without noise', isSound: false, mechanism: (isMember) => Float64Array.from(isMember) },
    {
      name: 'Counts of the categories that are there',
      isSound: false,
      mechanism: (isMember) =>
        noisyCounts(isMember, noise).map((count, i) => (isMember[i] ? count : -Infinity)),
    },
  ];
}

/** Each canary is alone in its category: the counts of all, with noise for the claim. */
function noisyCounts(isMember: Uint8Array, noise: NoiseSource): Float64Array {
  const sigma = Math.sqrt(1 / (2 * affordableRho(claim)));
  return Float64Array.from(isMember, (count) => count + noise.discreteGaussian(sigma));
}

/** Samples as it should, and adds nothing. */
function withoutNoise(noise: NoiseSource): NoiseSource {
  return {
    uniform: () => noise.uniform(),
    integerBelow: (bound) => noise.integerBelow(bound),
    bernoulliExp: (x) => noise.bernoulliExp(x),
    discreteGaussian: () => 0,
    discreteLaplace: () => 0,
    addGaussian: () => undefined,
    poissonRows: (rows, rate) => noise.poissonRows(rows, rate),
  };
}
