import * as Comlink from 'comlink';
import type { Language } from '../../words';
import { tellLanguage } from '../../words/thread-language';
import { faultWords } from './words';

/** The answer will not come because the person asked for it to stop. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The worker itself broke down; the message is one plain sentence. */
export class WorkerFault extends Error {
  override readonly name = 'WorkerFault';
}

interface Running<Api> {
  readonly worker: Worker;
  readonly api: Comlink.Remote<Api>;
  readonly ready: Promise<void>;
  /** Rejects when the worker ends before its time; never resolves. */
  readonly ended: Promise<never>;
  readonly fail: (reason: Error) => void;
  /** The language it was told last to make sentences in. */
  told: Language | null;
}

/**
 * One worker, started at the first call and again at the first call after it ended. Ending it rejects every
 * answer still awaited, so that no caller hangs on a worker that is gone.
 */
export class WorkerLease<Api> {
  readonly #make: () => Worker;
  readonly #job: () => string;
  readonly #prepare: (api: Comlink.Remote<Api>) => Promise<void>;
  readonly #onFault: (fault: WorkerFault) => void;
  #running: Running<Api> | null = null;

  /** `job` completes the sentence "The part of this page that …" in the language of the moment; `prepare` is awaited once per fresh worker; `onFault` hears of a worker that broke down. */
  constructor(
    make: () => Worker,
    job: () => string,
    prepare: (api: Comlink.Remote<Api>) => Promise<void> = noPreparation,
    onFault: (fault: WorkerFault) => void = () => undefined,
  ) {
    this.#make = make;
    this.#job = job;
    this.#prepare = prepare;
    this.#onFault = onFault;
  }

  /** Throws Cancelled, WorkerFault, or what the worker threw. */
  async call<Answer>(ask: (api: Comlink.Remote<Api>) => Promise<Answer>): Promise<Answer> {
    const running = (this.#running ??= this.#start());
    running.told = tellLanguage(running.worker, running.told);
    const answer = running.ready.then(() => ask(running.api));
    return Promise.race([answer, running.ended]);
  }

  end(reason: Error = new Cancelled(faultWords().stopped)): void {
    const running = this.#running;
    if (!running) return;
    this.#running = null;
    running.worker.terminate();
    running.fail(reason);
  }

  #start(): Running<Api> {
    const worker = this.#make();
    const api = Comlink.wrap<Api>(worker);
    let fail: (reason: Error) => void = () => undefined;
    const ended = new Promise<never>((_, reject) => (fail = reject));
    ended.catch(() => undefined);
    const broken = () => this.#endBroken(worker);
    worker.addEventListener('error', broken);
    worker.addEventListener('messageerror', broken);
    const told = tellLanguage(worker, null);
    const ready = this.#prepare(api);
    // A worker that could not be prepared is of no use to the next call either.
    ready.catch((reason: Error) => this.#running?.worker === worker && this.end(reason));
    return { worker, api, ready, ended, fail, told };
  }

  #endBroken(worker: Worker): void {
    if (this.#running?.worker !== worker) return;
    const fault = new WorkerFault(faultWords().broke(this.#job()));
    this.end(fault);
    this.#onFault(fault);
  }
}

function noPreparation(): Promise<void> {
  return Promise.resolve();
}
