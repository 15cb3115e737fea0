import { describe, expect, it } from 'vitest';
import { permutation, philox4x32, RandomStream } from '../../src/engine/random';

describe('philox4x32', () => {
  // Known answers of Random123's kat_vectors, philox4x32 10.
  it.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ])('answers as the reference does for %j', (counter, key, expected) => {
    const out = new Uint32Array(4);
    philox4x32(Uint32Array.from(counter), Uint32Array.from(key), out);
    expect([...out]).toEqual(expected);
  });
});

describe('RandomStream', () => {
  it('repeats itself for the same seed and name, and differs for others', () => {
    const draw = (seed: number, name: string) => {
      const stream = new RandomStream(seed, name);
      return Array.from({ length: 9 }, () => stream.uint32());
    };
    expect(draw(7, 'a')).toEqual(draw(7, 'a'));
    expect(draw(7, 'a')).not.toEqual(draw(7, 'b'));
    expect(draw(7, 'a')).not.toEqual(draw(8, 'a'));
    expect(draw(7, 'a')).not.toEqual(draw(7 + 2 ** 32, 'a'));
    expect(new Set(draw(7, 'a')).size).toBe(9);
  });

  it('has uniform floats with mean 1/2 and normals with mean 0 and variance 1', () => {
    const stream = new RandomStream(1, 'moments');
    let uniform = 0;
    let normal = 0;
    let square = 0;
    const count = 200_000;
    for (let i = 0; i < count; i++) {
      uniform += stream.float();
      const z = stream.normal();
      normal += z;
      square += z * z;
    }
    expect(Math.abs(uniform / count - 0.5)).toBeLessThan(0.003);
    expect(Math.abs(normal / count)).toBeLessThan(0.01);
    expect(Math.abs(square / count - 1)).toBeLessThan(0.02);
  });

  it('sets whole blocks aside and goes on after them', () => {
    const whole = new RandomStream(7, 'blocks');
    const numbers = Array.from({ length: 20 }, () => whole.uint32());
    const stream = new RandomStream(7, 'blocks');
    stream.uint32();
    const { key, counter } = stream.takeBlocks(3);
    const block = new Uint32Array(4);
    philox4x32(counter, key, block);
    expect([...block]).toEqual(numbers.slice(4, 8));
    expect(stream.uint32()).toBe(numbers[16]);
  });

  it('shuffles every item to somewhere', () => {
    const items = permutation(1000, new RandomStream(3, 'rows'));
    expect([...items].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
    expect(items.findIndex((v, i) => v !== i)).toBeGreaterThanOrEqual(0);
  });
});
