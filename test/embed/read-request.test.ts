import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UserError } from '../../src/engine/errors';
import { FloodGate, mostMessagesASecond } from '../../src/embed/protocol';
import { readRequest } from '../../src/embed/read-request';

it.each([
  {
    id: 1,
    type: 'configure',
    config: { tokens: { '--accent': '#7a3b00' }, steps: ['train'], gifts: ['rows'] },
  },
  { id: 2, type: 'load', file: new Blob(['a']) },
  { id: 3, type: 'load', buffer: new ArrayBuffer(2), name: 'x.arrow' },
  { id: 4, type: 'load', schema: [{ name: 'a', kind: 'integer', role: 'target' }] },
  { id: 9, type: 'configure', config: { exports: ['csv', 'model'] } },
  { id: 5, type: 'train', settings: { preset: 'fast', seed: 0, evidence: true } },
  { id: 6, type: 'cancel', request: 5 },
  { id: 7, type: 'generate', rows: 10 },
  { id: 8, type: 'export', format: 'csv', rows: 10, seed: 3 },
])('takes what the protocol knows: $type', (request) => {
  expect(readRequest(request)).toEqual(request);
});

it.each([
  [{ id: 0, type: 'train' }, /must have an id/],
  [{ id: 1, type: 'constructor' }, /type must be one of configure, load/],
  [{ id: 1, type: 'configure', config: { tokens: { '--x': 'url(//a)' } } }, /must give colours/],
  [{ id: 1, type: 'configure', config: { tokens: { background: 'red' } } }, /must give colours/],
  [{ id: 1, type: 'configure', config: { limits: { rows: 0 } } }, /rows must be a whole number from 1 up/],
  [{ id: 1, type: 'load' }, /must have file/],
  [{ id: 1, type: 'load', schema: [{ kind: 'integer' }] }, /must have name/],
  [{ id: 1, type: 'generate', rows: 1.5 }, /rows must be a whole number/],
  [{ id: 1, type: 'export', format: 'model' }, /format must be one of "csv"/],
  [{ id: 1, type: 'export', format: 'exe' }, /format must be one of "csv"/],
  [{ id: 1, type: 'cancel', request: 1, more: 1 }, /may hold request, not "more"/],
])('says in a sentence what is not as it must be: %j', (request, sentence) => {
  expect(() => readRequest(request)).toThrow(sentence);
});

it('answers whatever else comes with a sentence, and never otherwise', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      try {
        readRequest(message);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
  );
});

it('lets so many messages in within a second, and no more', () => {
  let now = 0;
  const gate = new FloodGate(() => now);
  const admitted = (count: number) =>
    Array.from({ length: count }, () => gate.admits()).filter(Boolean).length;
  expect(admitted(3 * mostMessagesASecond)).toBe(mostMessagesASecond);
  now = 1000;
  expect(admitted(10)).toBe(10);
});
