import type { Address } from './kernels';

/** The kernels that bound every row's gradient (assembly/clipping.ts); see `Kernels` for what the numbers are. */
export interface ClippingKernels {
  runningSquares(
    states: Address,
    units: number,
    start: number,
    squares: Address,
    stride: number,
    tableRows: number,
  ): void;
  addSquaredNorms(
    gradients: Address,
    sees: Address,
    outputs: number,
    squares: Address,
    stride: number,
    tableRows: number,
    norms: Address,
  ): void;
  scaleRows(values: Address, units: number, factors: Address, stride: number, tableRows: number): void;
  sumUnits(values: Address, sums: Address, units: number, stride: number, tableRows: number): void;
}
