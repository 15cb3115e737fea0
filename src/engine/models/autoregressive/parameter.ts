import { tensor2d, type Tensor2D, zeros } from '@tensorflow/tfjs-core';

/** A trained matrix with its Adam moments. Biases are rows: shape [1, n]. */
export class Parameter {
  value: Tensor2D;
  firstMoment: Tensor2D;
  secondMoment: Tensor2D;
  readonly name: string;
  readonly shape: readonly [number, number];
  /** Row-major 0/1; entries at 0 stay 0 for ever. Null: all are trained. */
  readonly mask: Uint8Array | null;

  constructor(name: string, values: Float32Array, shape: readonly [number, number], mask: Uint8Array | null) {
    if (mask) for (let i = 0; i < values.length; i++) if (mask[i] === 0) values[i] = 0;
    this.name = name;
    this.shape = shape;
    this.mask = mask;
    this.value = tensor2d(values, [shape[0], shape[1]]);
    this.firstMoment = zeros([shape[0], shape[1]]);
    this.secondMoment = zeros([shape[0], shape[1]]);
  }

  get isBias(): boolean {
    return this.name.endsWith('Bias');
  }

  get size(): number {
    return this.shape[0] * this.shape[1];
  }

  /** Number of entries that are trained. */
  get trainedSize(): number {
    return this.mask ? this.mask.reduce((sum, entry) => sum + entry, 0) : this.size;
  }

  /** Puts other tensors in place and frees the old ones. */
  replace(value: Tensor2D, firstMoment: Tensor2D, secondMoment: Tensor2D): void {
    this.value.dispose();
    this.firstMoment.dispose();
    this.secondMoment.dispose();
    this.value = value;
    this.firstMoment = firstMoment;
    this.secondMoment = secondMoment;
  }

  /** Puts another value in place and frees the old one; the moments stay. */
  replaceValue(value: Tensor2D): void {
    this.value.dispose();
    this.value = value;
  }

  dispose(): void {
    this.value.dispose();
    this.firstMoment.dispose();
    this.secondMoment.dispose();
  }
}
