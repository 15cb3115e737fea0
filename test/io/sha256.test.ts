import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sha256 } from '../../src/io/sha256';
import { hashBlocks, initialState } from '../../src/io/sha256-blocks';
import { kernelHashBlocks } from '../../src/io/sha256-kernel';

const ascii = (text: string) => new TextEncoder().encode(text);

describe('Sha256', () => {
  // NIST, "Cryptographic Standards and Guidelines: example values", SHA-256.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    [
      'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
      'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('gives the published digest of the standard message %#', (message, digest) => {
    expect(new Sha256().update(ascii(message)).hexDigest()).toBe(digest);
  });

  it('agrees with the platform however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 12 }), (pieces) => {
        const ours = new Sha256();
        const theirs = createHash('sha256');
        for (const piece of pieces) {
          ours.update(piece);
          theirs.update(piece);
        }
        expect(ours.hexDigest()).toBe(theirs.digest('hex'));
      }),
    );
  });

  it('comes to the same state by WebAssembly and by plain JavaScript', () => {
    const kernel = kernelHashBlocks();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2100 }), fc.integer({ min: 1 }), (blocks, step) => {
        const bytes = Uint8Array.from({ length: blocks * 64 }, (_, i) => Math.imul(i + 1, step) >>> 11);
        const [ours, theirs] = [Int32Array.from(initialState), Int32Array.from(initialState)];
        kernel?.(ours, bytes);
        hashBlocks(theirs, bytes);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 20 },
    );
  });

  it('counts the length of messages longer than 512 MiB in 64 bits', { timeout: 60_000 }, () => {
    const piece = new Uint8Array(1 << 25);
    const ours = new Sha256();
    const theirs = createHash('sha256');
    for (let i = 0; i < 17; i++) {
      ours.update(piece);
      theirs.update(piece);
    }
    expect(ours.hexDigest()).toBe(theirs.digest('hex'));
  });

  it('gives the same digest again and takes no bytes after it', () => {
    const hash = new Sha256().update(ascii('abc'));
    expect(hash.hexDigest()).toBe(hash.hexDigest());
    expect(() => hash.update(ascii('d'))).toThrow('already been read');
  });
});
