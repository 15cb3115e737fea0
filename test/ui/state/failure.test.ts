import { expect, it } from 'vitest';
import { UserError } from '../../../src/engine/errors';
import { Cancelled, WorkerFault } from '../../../src/ui/clients/worker-lease';
import { explainFailure } from '../../../src/ui/state/failure';

it('says nothing of what the person stopped', () => {
  expect(explainFailure(new Cancelled('Stopped.'), 'reading the file')).toBeNull();
  expect(explainFailure(new DOMException('closed', 'AbortError'), 'writing the file')).toBeNull();
});

it('passes on sentences written for people, also when they crossed from a worker', () => {
  const sentence = 'The file is empty; choose a file with a table in it.';
  expect(explainFailure(new UserError(sentence), 'reading the file')).toBe(sentence);
  const crossed = Object.assign(new Error(sentence), { name: 'UserError' });
  expect(explainFailure(crossed, 'reading the file')).toBe(sentence);
  expect(explainFailure(new WorkerFault(sentence), 'reading the file')).toBe(sentence);
});

it('names want of memory and want of room, which browsers tell by the message or the name alone', () => {
  const memory = new RangeError('Array buffer allocation failed');
  expect(explainFailure(memory, 'learning the table')).toContain('Memory ran out while learning the table');
  expect(explainFailure(new RangeError('Invalid date'), 'learning the table')).toContain('RangeError');
  const room = new DOMException('Jane Doe', 'QuotaExceededError');
  expect(explainFailure(room, 'writing the file')).toMatch(/^There was no room left.*is still here\.$/);
});

it('never passes on an unforeseen message, which might hold a cell', () => {
  const told = explainFailure(new TypeError('cannot read "Jane Doe, HIV positive"'), 'reading the file');
  expect(told).toContain('TypeError');
  expect(told).not.toContain('Jane');
});
