/*
 * The kernels of training and drawing, compiled to WebAssembly twice: with SIMD, and with relaxed SIMD for machines that can
 * multiply and add at once. All addresses are bytes into a memory that the caller owns; nothing is allocated here.
 */
export { backward, forward, weightGradients } from './products';
export { addSquaredNorms, runningSquares, scaleRows, sumUnits } from './clipping';
export { gatherInputs, gatherSource, scatterInputs, scatterSource } from './sparse';
export { addProducts, addRows, copyRows, finishUnits } from './drawing';
export { drawShares, keepAllowed, spreadOutputs, toShares } from './shares';
export { fold } from './fold';
export { fillUniforms } from './uniforms';
export { softmaxGradient, softmaxLoss } from './softmax';
export {
  accumulate,
  adam,
  addFloats,
  addToFeatureMajor,
  dropout,
  rectifierGradient,
  residual,
  toFeatureMajor,
  toRowMajor,
} from './elementwise';
