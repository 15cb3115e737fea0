import type { Address } from './kernels';

/** The kernels that draw rows (assembly/drawing.ts, shares.ts, uniforms.ts); see `Kernels` for what the numbers are. */
export interface DrawingKernels {
  addRows(
    table: Address,
    tableStride: number,
    codes: Address,
    tableRows: number,
    sums: Address,
    stride: number,
    width: number,
  ): void;
  copyRows(
    table: Address,
    tableStride: number,
    codes: Address,
    tableRows: number,
    rows: Address,
    stride: number,
    width: number,
  ): void;
  finishUnits(
    sums: Address,
    sumsStride: number,
    states: Address,
    statesStride: number,
    isFirst: number,
    count: number,
    firstUnit: number,
    tableRows: number,
    entries: Address,
    entryStride: number,
    counts: Address,
  ): void;
  addProducts(
    entries: Address,
    entryStride: number,
    counts: Address,
    tableRows: number,
    weights: Address,
    width: number,
    outputs: Address,
    stride: number,
  ): void;
  spreadOutputs(
    outputs: Address,
    outputStride: number,
    tableRows: number,
    starts: Address,
    places: Address,
    factors: Address,
    bias: Address,
    width: number,
    logits: Address,
    stride: number,
  ): void;
  toShares(logits: Address, stride: number, tableRows: number, width: number): void;
  keepAllowed(
    shares: Address,
    stride: number,
    tableRows: number,
    width: number,
    ownGroups: Address,
    sourceGroups: Address,
    codes: Address,
  ): void;
  drawShares(
    shares: Address,
    stride: number,
    numbers: Address,
    tableRows: number,
    width: number,
    uniforms: Address,
    uniformStride: number,
    targets: Address,
  ): void;
  fillUniforms(
    counter0: number,
    counter1: number,
    counter2: number,
    counter3: number,
    key0: number,
    key1: number,
    blocks: number,
    to: Address,
  ): void;
}
