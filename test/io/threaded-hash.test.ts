import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { serveHash, ThreadedHash } from '../../src/io/threaded-hash';

let port: MessagePort | null = null;

/** A hash and the other end of its port. */
function channel() {
  const { port1, port2 } = new MessageChannel();
  port = port1;
  return { hash: new ThreadedHash(port1), other: port2 };
}

function served(): ThreadedHash {
  const { hash, other } = channel();
  serveHash(other);
  return hash;
}

afterEach(() => port?.close());

describe('ThreadedHash', () => {
  it('agrees with the platform however the bytes are cut, and leaves them as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 }), async (pieces) => {
        const hash = served();
        const before = pieces.map((piece) => piece.slice());
        for (const piece of pieces) await hash.update(piece);
        const digest = await hash.hexDigest();
        expect(pieces).toEqual(before);
        expect(digest).toBe(createHash('sha256').update(Buffer.concat(before)).digest('hex'));
        port?.close();
      }),
      { numRuns: 30 },
    );
  });

  it('takes no third piece before memory of the first has come back', async () => {
    const { hash, other } = channel();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let heard = () => {};
    other.addEventListener('message', ({ data }) => {
      pieces.push(data as Uint8Array<ArrayBuffer>);
      heard();
    });
    other.start();
    other.postMessage(null);
    await hash.ready;
    await hash.update(Uint8Array.of(1, 2));
    await hash.update(Uint8Array.of(3, 4));
    let isTaken = false;
    const third = hash.update(Uint8Array.of(5)).then(() => (isTaken = true));
    while (pieces.length < 2) await new Promise<void>((resolve) => (heard = resolve));
    expect(isTaken).toBe(false);
    other.postMessage(pieces[0], [pieces[0].buffer]);
    await third;
    while (pieces.length < 3) await new Promise<void>((resolve) => (heard = resolve));
    expect(pieces[2]).toEqual(Uint8Array.of(5));
    expect(pieces[2].buffer.byteLength).toBe(2);
  });

  it('rejects what is waited for, and all that follows, once the thread has failed', async () => {
    const { hash } = channel();
    const { ready } = hash;
    hash.fail();
    await expect(ready).rejects.toThrow('has ended');
    await hash.update(Uint8Array.of(1));
    await hash.update(Uint8Array.of(2));
    await expect(hash.update(Uint8Array.of(3))).rejects.toThrow('has ended');
    await expect(hash.hexDigest()).rejects.toThrow('has ended');
  });
});
