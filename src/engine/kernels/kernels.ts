import { relaxedSimd, simd } from 'virtual:kernels';
import type { ClippingKernels } from './clipping-kernels';
import type { DrawingKernels } from './drawing-kernels';

/** A byte address in the kernels' memory. */
export type Address = number;

/**
 * The kernels of `assembly/`, where each is explained. Addresses are bytes; strides are bytes between the rows of a
 * feature-major matrix; all else counts floats or rows.
 */
export interface Kernels extends ClippingKernels, DrawingKernels {
  forward(
    weights: Address,
    starts: Address,
    reach: Address,
    groups: number,
    inputs: Address,
    outputs: Address,
    stride: number,
    tableRows: number,
    panel: Address,
  ): void;
  backward(
    weights: Address,
    starts: Address,
    reach: Address,
    groups: number,
    outputGradients: Address,
    inputGradients: Address,
    units: number,
    stride: number,
    tableRows: number,
    panel: Address,
    ordered: Address,
  ): void;
  weightGradients(
    gradients: Address,
    starts: Address,
    reach: Address,
    groups: number,
    inputs: Address,
    outputGradients: Address,
    stride: number,
    tableRows: number,
  ): void;
  gatherInputs(
    weights: Address,
    rowPlaces: Address,
    firstUnits: Address,
    bias: Address,
    entryStarts: Address,
    inputs: Address,
    values: Address,
    columns: number,
    tableRows: number,
    width: number,
    sums: Address,
  ): void;
  scatterInputs(
    gradients: Address,
    rowPlaces: Address,
    firstUnits: Address,
    biasGradients: Address,
    entryStarts: Address,
    inputs: Address,
    values: Address,
    columns: number,
    tableRows: number,
    width: number,
    rows: Address,
  ): void;
  gatherSource: SourceKernel;
  scatterSource: SourceKernel;
  softmaxGradient(
    outputs: Address,
    stride: number,
    tableRows: number,
    codes: number,
    width: number,
    codeStarts: Address,
    codeEntries: Address,
    basisStarts: Address,
    basisEntries: Address,
    bias: Address,
    biasGradients: Address,
    targets: Address,
    rowScale: Address,
    scratch: Address,
  ): number;
  softmaxLoss(
    outputs: Address,
    stride: number,
    tableRows: number,
    codes: number,
    codeStarts: Address,
    codeEntries: Address,
    bias: Address,
    targets: Address,
    rowScale: Address,
    scratch: Address,
  ): number;
  toFeatureMajor(
    from: Address,
    rows: number,
    width: number,
    to: Address,
    stride: number,
    rectify: number,
  ): void;
  addToFeatureMajor(
    from: Address,
    rows: number,
    width: number,
    to: Address,
    stride: number,
    scratch: Address,
  ): void;
  toRowMajor(from: Address, stride: number, rows: number, width: number, to: Address): void;
  residual(
    block: Address,
    bias: Address,
    before: Address,
    after: Address,
    units: number,
    stride: number,
    tableRows: number,
  ): void;
  rectifierGradient(
    outputs: Address,
    gradients: Address,
    to: Address,
    units: number,
    stride: number,
    tableRows: number,
  ): void;
  accumulate(from: Address, to: Address, units: number, stride: number, tableRows: number): void;
  dropout(
    from: Address,
    to: Address,
    units: number,
    stride: number,
    tableRows: number,
    seed: number,
    threshold: number,
    scale: number,
  ): void;
  adam(
    values: Address,
    gradients: Address,
    first: Address,
    second: Address,
    count: number,
    rate: number,
    floor: number,
    kept: number,
  ): void;
  addFloats(from: Address, to: Address, count: number): void;
  fold(vector: Address, sums: Address, count: number, terms: Address): void;
}

type SourceKernel = (
  weights: Address,
  firstInput: number,
  column: number,
  entryStarts: Address,
  inputs: Address,
  values: Address,
  columns: number,
  tableRows: number,
  width: number,
  rows: Address,
) => void;

/** Which kernels a machine runs: `relaxed-simd` multiplies and adds in one instruction, with one rounding. */
export type KernelVariant = 'relaxed-simd' | 'simd';

let modules: Promise<{ module: WebAssembly.Module; variant: KernelVariant }> | null = null;
let portable: Promise<WebAssembly.Module> | null = null;

/** The fastest kernels that this machine can compile, compiled once. Throws where WebAssembly has no SIMD. */
export function compileKernels(): Promise<{ module: WebAssembly.Module; variant: KernelVariant }> {
  modules ??= compile();
  return modules;
}

/** Kernels that compute the same to the last bit on every machine: what is drawn with them follows from the seed alone. */
export function compilePortableKernels(): Promise<WebAssembly.Module> {
  portable ??= WebAssembly.compile(bytesOf(simd));
  return portable;
}

async function compile(): Promise<{ module: WebAssembly.Module; variant: KernelVariant }> {
  const relaxed = bytesOf(relaxedSimd);
  if (WebAssembly.validate(relaxed)) {
    return { module: await WebAssembly.compile(relaxed), variant: 'relaxed-simd' };
  }
  return { module: await WebAssembly.compile(bytesOf(simd)), variant: 'simd' };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
