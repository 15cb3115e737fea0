import type { RandomStream } from '../../../../src/engine/random';
import type { CategoricalColumn } from '../../../../src/engine/typed-table';
import { texts } from '../../typed-columns';

/** A column of so many categories "name 0", "name 1", … from their numbers; -1 stands for a missing cell. */
export function categories(name: string, codes: Int32Array, count: number): CategoricalColumn {
  const dictionary = Array.from({ length: count }, (_, code) => `${name} ${code}`);
  return { ...texts(name, []), codes, dictionary };
}

/** So many numbers 0 … count−1: each at least `least` times, the rest by falling frequency, in random order. */
export function drawCodes(rows: number, count: number, least: number, random: RandomStream): Int32Array {
  const codes = Int32Array.from({ length: rows }, (_, row) =>
    row < least * count ? row % count : Math.floor(count * random.float() ** 2),
  );
  return random.shuffle(codes);
}
