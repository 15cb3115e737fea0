import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFileTarget } from '../../src/release/file-targets';

describe('openFileTarget', () => {
  it('gathers the bytes in order into a blob of the type asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 })), async (pieces) => {
        const target = openFileTarget(null, 'text/csv');
        for (const piece of pieces) await target.write(new Uint8Array(piece));
        const blob = await target.finish();
        expect(blob?.type).toBe('text/csv');
        expect(new Uint8Array(await blob!.arrayBuffer())).toEqual(new Uint8Array(Buffer.concat(pieces)));
      }),
    );
  });

  it('gathers more bytes than one piece holds', async () => {
    const target = openFileTarget(null, '');
    for (let i = 0; i < 20; i++) await target.write(new Uint8Array(1 << 20).fill(i));
    const blob = await target.finish();
    const bytes = new Uint8Array(await blob!.arrayBuffer());
    expect(bytes.length).toBe(20 << 20);
    expect([0, 7, 19].map((i) => bytes[i << 20])).toEqual([0, 7, 19]);
  });

  it('passes the bytes on to a sink, closes it, and keeps none', async () => {
    const seen: number[] = [];
    let closed = false;
    const sink = new WritableStream<Uint8Array>({
      write: (bytes) => void seen.push(...bytes),
      close: () => void (closed = true),
    });
    const target = openFileTarget(sink, 'text/csv');
    await target.write(Uint8Array.of(1, 2));
    await target.write(Uint8Array.of(3));
    expect(await target.finish()).toBeNull();
    expect(seen).toEqual([1, 2, 3]);
    expect(closed).toBe(true);
  });

  it('aborts the sink when the export is abandoned, even one that has failed', async () => {
    let reason: unknown = null;
    const aborted = openFileTarget(new WritableStream({ abort: (why) => void (reason = why) }), '');
    await aborted.abandon('stop');
    expect(reason).toBe('stop');
    const failing = openFileTarget(
      new WritableStream({ write: () => Promise.reject(new Error('disk full')) }),
      '',
    );
    await expect(failing.write(Uint8Array.of(1))).rejects.toThrow('disk full');
    await expect(failing.abandon('stop')).resolves.toBeUndefined();
  });
});
