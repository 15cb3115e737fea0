import { afterEach, expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatRoughly,
  formatSeconds,
} from '../../../src/ui/components/plain-numbers';
import { speak } from '../../../src/words';

afterEach(() => speak('en'));

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [4200, '4.2 kB'],
  [56_000_000, '56 MB'],
  [3_974_305, '4 MB'],
  [1.5e12, '1.5 TB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

it.each([
  [0.2, '0 s'],
  [59.4, '59 s'],
  [60, '1 min'],
  [80, '1 min 20 s'],
  [7500, '2 h 5 min'],
])('writes %d seconds as %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text);
});

it.each([
  [3, 'a few seconds'],
  [22, 'about 20 s'],
  [58, 'about 1 min'],
  [250, 'about 4 min'],
  [5400, 'about 1.5 h'],
])('writes an estimate of %d seconds as %s', (seconds, text) => {
  expect(formatRoughly(seconds)).toBe(text);
});

it('writes German amounts with a decimal comma, and says them in German', () => {
  speak('de');
  expect([formatCount(32_561), formatBytes(1), formatBytes(4200), formatSeconds(80)]).toEqual([
    '32.561',
    '1 Byte',
    '4,2 kB',
    '1 min 20 s',
  ]);
  expect([3, 22, 5400].map(formatRoughly)).toEqual(['einige Sekunden', 'etwa 20 s', 'etwa 1,5 h']);
});
