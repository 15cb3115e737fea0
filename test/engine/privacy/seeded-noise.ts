import { type NoiseSource, noiseFrom } from '../../../src/engine/privacy/noise-source';
import { RandomStream } from '../../../src/engine/random';

/** Noise that comes out the same every time: for tests alone. */
export function seededNoise(seed: number, name = 'noise'): NoiseSource {
  const random = new RandomStream(seed, name);
  return noiseFrom((words) => {
    for (let i = 0; i < words.length; i++) words[i] = random.uint32();
  });
}
