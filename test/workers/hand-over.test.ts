import * as Comlink from 'comlink';
import { expect, it } from 'vitest';
import { handOver } from '../../workers/hand-over';

it('moves the large arrays of a copy to the other thread, and keeps its own', async () => {
  const large = new Float64Array(10_000).fill(0.5);
  const report = { en: { error: large, few: new Float64Array([1, 2]) }, de: { error: large, few: null } };
  const { port1, port2 } = new MessageChannel();
  Comlink.expose((heard: typeof report) => heard.en.error === heard.de.error && heard.en.error[9999], port1);
  const hear = Comlink.wrap<(heard: typeof report) => number | false>(port2);

  const copy = handOver(report);
  expect(copy).toEqual(report);
  expect(await hear(copy)).toBe(0.5);
  expect(copy.en.error).toHaveLength(0);
  expect(copy.en.few).toHaveLength(2);
  expect(large).toHaveLength(10_000);
  port1.close();
  port2.close();
});
