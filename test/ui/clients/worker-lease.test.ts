import * as Comlink from 'comlink';
import { afterEach, expect, it } from 'vitest';
import { Cancelled, WorkerFault, WorkerLease } from '../../../src/ui/clients/worker-lease';

interface Adder {
  add(first: number, second: number): Promise<number>;
  hang(): Promise<void>;
}

/** A worker's page side over a channel: what is behind it answers by Comlink, as in a real worker. */
class ChannelWorker extends EventTarget {
  readonly #channel = new MessageChannel();
  terminated = false;

  constructor() {
    super();
    const adder: Adder = {
      add: (first, second) => Promise.resolve(first + second),
      hang: () => new Promise(() => undefined),
    };
    Comlink.expose(adder, this.#channel.port2);
    this.#channel.port1.onmessage = ({ data }: MessageEvent<unknown>) =>
      this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated = true;
    this.#channel.port1.close();
    this.#channel.port2.close();
  }
}

let made: ChannelWorker[] = [];
function makeLease(prepare?: () => Promise<void>): WorkerLease<Adder> {
  const make = () => {
    const worker = new ChannelWorker();
    made.push(worker);
    return worker as unknown as Worker;
  };
  return new WorkerLease<Adder>(make, () => 'adds', prepare);
}

afterEach(() => {
  made.forEach((worker) => worker.terminate());
  made = [];
});

it('starts its worker at the first call, and once', async () => {
  const lease = makeLease();
  expect(made).toHaveLength(0);
  expect(await lease.call((api) => api.add(2, 3))).toBe(5);
  expect(await lease.call((api) => api.add(4, 5))).toBe(9);
  expect(made).toHaveLength(1);
});

it('prepares each fresh worker once, before its first call', async () => {
  let prepared = 0;
  const lease = makeLease(() => Promise.resolve(void prepared++));
  await Promise.all([lease.call((api) => api.add(1, 1)), lease.call((api) => api.add(1, 2))]);
  expect(prepared).toBe(1);
  lease.end();
  await lease.call((api) => api.add(1, 1));
  expect(prepared).toBe(2);
});

it('ends the worker to cancel: what was awaited is rejected, and the next call starts another', async () => {
  const lease = makeLease();
  const waiting = lease.call((api) => api.hang());
  lease.end();
  await expect(waiting).rejects.toBeInstanceOf(Cancelled);
  expect(made[0].terminated).toBe(true);
  expect(await lease.call((api) => api.add(1, 1))).toBe(2);
  expect(made).toHaveLength(2);
});

it('tells in one sentence when the worker breaks down, and recovers', async () => {
  const lease = makeLease();
  const waiting = lease.call((api) => api.hang());
  made[0].dispatchEvent(new Event('error'));
  const fault: unknown = await waiting.catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(WorkerFault);
  expect(String(fault)).toMatch(/The part of this page that adds stopped working.*\.$/);
  expect(await lease.call((api) => api.add(1, 1))).toBe(2);
});

it('ignores a late breakdown of a worker that was ended before', async () => {
  const lease = makeLease();
  await lease.call((api) => api.add(1, 1));
  lease.end();
  await lease.call((api) => api.add(1, 1));
  made[0].dispatchEvent(new Event('error'));
  expect(await lease.call((api) => api.add(2, 2))).toBe(4);
  expect(made).toHaveLength(2);
});

it('starts anew after a worker that could not be prepared', async () => {
  let attempts = 0;
  const lease = makeLease(() =>
    attempts++ === 0 ? Promise.reject(new Error('No port.')) : Promise.resolve(),
  );
  await expect(lease.call((api) => api.add(1, 1))).rejects.toThrow('No port.');
  expect(await lease.call((api) => api.add(1, 1))).toBe(2);
  expect(made).toHaveLength(2);
});

it('lets its owner hear of a worker that broke down', async () => {
  const faults: WorkerFault[] = [];
  const make = () => {
    const worker = new ChannelWorker();
    made.push(worker);
    return worker as unknown as Worker;
  };
  const lease = new WorkerLease<Adder>(
    make,
    () => 'adds',
    undefined,
    (fault) => faults.push(fault),
  );
  const waiting = lease.call((api) => api.hang());
  made[0].dispatchEvent(new Event('error'));
  await expect(waiting).rejects.toBeInstanceOf(WorkerFault);
  expect(faults).toHaveLength(1);
});
