import {
  getKernel,
  type KernelConfig,
  type KernelFunc,
  registerKernel,
  slice_util,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

interface WasmBackend {
  readonly wasm: { readonly HEAPF32: Float32Array };
  readonly dataIdMap: { get(dataId: object): { memoryOffset: number } };
  makeOutput(shape: number[], dtype: string): TensorInfo;
}

let isRepaired = false;

/**
 * Puts a slice that copies rows within the WASM memory in place of TF.js 4.22's, which first copies the whole input
 * out for each piece. Matrices of floats only; anything else goes the old way.
 */
export function repairWasmSlice(): void {
  const stock = getKernel('Slice', 'wasm') as KernelConfig | undefined;
  if (isRepaired || !stock) return;
  isRepaired = true;
  const sliceRows: KernelFunc = (args) => {
    const input = args.inputs.x as TensorInfo;
    if (input.shape.length !== 2 || input.dtype !== 'float32') return stock.kernelFunc(args);
    const { begin, size } = args.attrs as unknown as { begin: number[]; size: number[] };
    const [starts, sizes] = slice_util.parseSliceParams(input, begin, size);
    slice_util.assertParamsValid(input, starts, sizes);
    return copyRows(args.backend as WasmBackend, input, starts, sizes);
  };
  unregisterKernel('Slice', 'wasm');
  registerKernel({ ...stock, kernelFunc: sliceRows });
}

function copyRows(backend: WasmBackend, input: TensorInfo, starts: number[], sizes: number[]): TensorInfo {
  const output = backend.makeOutput(sizes, 'float32');
  const offset = (tensor: TensorInfo) => backend.dataIdMap.get(tensor.dataId).memoryOffset >>> 2;
  const memory = backend.wasm.HEAPF32;
  const [rows, columns] = sizes;
  const width = input.shape[1];
  const from = offset(input) + starts[0] * width + starts[1];
  const to = offset(output);
  if (columns === width) memory.copyWithin(to, from, from + rows * width);
  else {
    for (let row = 0; row < rows; row++) {
      const start = from + row * width;
      memory.copyWithin(to + row * columns, start, start + columns);
    }
  }
  return output;
}
