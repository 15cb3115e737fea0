import { expect, it } from 'vitest';
import { Arena } from '../../../src/engine/kernels/arena';
import { compileKernels } from '../../../src/engine/kernels/kernels';
import { philox4x32 } from '../../../src/engine/random';

it.each([
  [0, 0, 0, 0],
  [0xfffffffe, 5, 6, 7],
  [0x7ffffffd, 0xffffffff, 0x80000000, 0xffffffff],
])('fillUniforms makes what philox4x32 makes of the counters from %i, %i, %i, %i on', async (...from) => {
  const { module } = await compileKernels();
  const arena = new Arena(module);
  const key = Uint32Array.of(0xa4093822, 0x299f31d0);
  const blocks = 8;
  const to = arena.take(4 * blocks);
  arena.kernels.fillUniforms(from[0], from[1], from[2], from[3], key[0], key[1], blocks, to);
  const counter = Uint32Array.from(from);
  const expected: number[] = [];
  for (let block = 0; block < blocks; block++) {
    const words = new Uint32Array(4);
    philox4x32(counter, key, words);
    expected.push(...Array.from(words, (word) => (word >>> 8) * 2 ** -24));
    counter[0]++;
    if (counter[0] === 0) counter[1]++;
  }
  expect([...arena.floats(to, 4 * blocks)]).toEqual(expected);
});
