import { type NoiseSource, secureNoise } from '../../src/engine/privacy/noise-source';
import { median } from '../quality/results-table';

const rounds = 7;

/** Million numbers a second of processor time, by kind: what else the machine does makes no difference. */
export function noiseSpeeds(): string[] {
  const noise = secureNoise();
  const gradient = new Float32Array(1_000_000);
  return [
    `Gaussian noise on gradients: ${speed(gradient.length, () => noise.addGaussian(gradient, 3))} million numbers a second of processor time (aim: 20)`,
    `Exact discrete Gaussian noise, σ = 20: ${speed(20_000, drawing(noise, 20_000))} million numbers a second`,
    `Rows asked for a Poisson sample: ${speed(1_000_000, () => noise.poissonRows(1_000_000, 0.03))} million a second`,
  ];
}

function drawing(noise: NoiseSource, count: number): () => void {
  return () => {
    for (let i = 0; i < count; i++) noise.discreteGaussian(20);
  };
}

function speed(count: number, draw: () => void): string {
  draw();
  const seconds = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    draw();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  return (count / median(seconds) / 1e6).toFixed(1);
}
