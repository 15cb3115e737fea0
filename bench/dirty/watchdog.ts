import { Worker } from 'node:worker_threads';

/** Ends the process with a message when no more than one file is read in so many seconds: a reader that hangs cannot say so. */
export class Watchdog {
  readonly #beats = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker: Worker;

  constructor(seconds: number) {
    const code = `
      const { workerData } = require('node:worker_threads');
      const { writeSync } = require('node:fs');
      let last = -1;
      setInterval(() => {
        const now = Atomics.load(workerData.beats, 0);
        if (now === last) {
          writeSync(2, 'File ' + now + ' has been read for more than ' + workerData.seconds + ' seconds: it hangs.\\n');
          process.kill(process.pid);
        }
        last = now;
      }, workerData.seconds * 1000);`;
    this.#worker = new Worker(code, { eval: true, workerData: { beats: this.#beats, seconds } });
    this.#worker.unref();
  }

  /** Says that the next file, of this number, begins. */
  beat(): void {
    Atomics.add(this.#beats, 0, 1);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
