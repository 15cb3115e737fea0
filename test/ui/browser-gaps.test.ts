import { describe, expect, it } from 'vitest';
import { findGaps, safeMemory, type Surroundings } from '../../src/ui/browser-gaps';

const gpu = {};
/** A browser that lacks nothing, on a large machine. */
const whole: Surroundings = {
  isSecureContext: true,
  navigator: { hardwareConcurrency: 8, deviceMemory: 8, gpu },
  WebAssembly,
  showSaveFilePicker: () => undefined,
};

describe('what a browser lacks', () => {
  it('is nothing where all is there, or where nobody tells of cores and memory', () => {
    expect(findGaps(whole)).toEqual([]);
    expect(findGaps({ ...whole, navigator: { gpu } })).toEqual([]);
  });

  it.each([
    ['fast-arithmetic', { WebAssembly: undefined }],
    ['fast-arithmetic', { WebAssembly: { validate: () => false } }],
    ['graphics-card', { navigator: {} }],
    ['direct-saving', { showSaveFilePicker: undefined }],
    ['many-cores', { navigator: { gpu, hardwareConcurrency: 2 } }],
    ['much-memory', { navigator: { gpu, deviceMemory: 4 } }],
  ] as const)('is %s without %o', (gap, without) => {
    expect(findGaps({ ...whole, ...without })).toEqual([gap]);
  });

  it('is a graphics card where WebGPU has none to give', () => {
    expect(findGaps(whole, false)).toEqual(['graphics-card']);
    expect(findGaps({ ...whole, isSecureContext: false }, false)).toEqual(['secure-context']);
  });

  it('is over plain HTTP one thing, whatever the browser then withholds', () => {
    const withheld = { ...whole, isSecureContext: false, showSaveFilePicker: undefined, navigator: {} };
    expect(findGaps(withheld)).toEqual(['secure-context']);
  });
});

it('two gigabytes are safe, or two fifths of a small machine’s memory', () => {
  const machine = (deviceMemory?: number) => safeMemory({ ...whole, navigator: { deviceMemory } });
  expect(machine()).toBe(2e9);
  expect(machine(8)).toBe(2e9);
  expect(machine(4)).toBeCloseTo(1.718e9, -7);
  expect(machine(0.5)).toBeCloseTo(0.215e9, -7);
});
