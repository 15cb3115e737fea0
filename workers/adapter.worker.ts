/** Whether WebGPU gives a graphics card to workers, which learn on it: a browser may know WebGPU and have none to give. */
const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<object | null> } };
Promise.resolve(gpu?.requestAdapter()).then(
  (adapter) => postMessage(adapter != null),
  () => postMessage(false),
);
