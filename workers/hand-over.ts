import * as Comlink from 'comlink';

/** Smaller buffers are copied as fast as they are moved, bytes. */
const leastMoved = 65_536;

/** A copy whose large arrays go to the receiving thread as they are: it need not copy them, which would hold up a page. */
export function handOver<Value extends object>(value: Value): Value {
  const copy = structuredClone(value);
  const buffers = new Set<ArrayBuffer>();
  gatherBuffers(copy, buffers);
  return Comlink.transfer(copy, [...buffers]);
}

function gatherBuffers(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (ArrayBuffer.isView(value)) {
    const { buffer } = value;
    if (buffer instanceof ArrayBuffer && buffer.byteLength >= leastMoved) buffers.add(buffer);
    return;
  }
  for (const part of Object.values(value)) gatherBuffers(part, buffers);
}
