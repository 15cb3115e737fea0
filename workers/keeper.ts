import { packTraining, type KeptTraining } from '../src/kept/kept-training';
import { seal } from '../src/kept/seal';
import { writeKept } from '../src/kept/store';
import { keptWords } from '../src/kept/words';
import type { Checkpoint } from '../src/engine/train/types';
import type { KeepOrder, OnKept } from './api';

/** Between the end of one writing and the beginning of the next. */
const secondsBetween = 60;

/**
 * Keeps a training on the disk: its first checkpoint, then one a minute, and the one at its end. Learning goes on meanwhile; where it
 * cannot be kept that is told once, and nothing more is tried.
 */
export class Keeper {
  readonly #order: KeepOrder;
  readonly #training: Omit<KeptTraining, 'table' | 'checkpoint'>;
  readonly #onKept: OnKept;
  readonly #now: () => number;
  #writing: Promise<void> | null = null;
  /** What came while another was being written, and is the last of all. */
  #last: Uint8Array<ArrayBuffer> | null = null;
  #next = 0;
  #isStopped = false;

  constructor(
    order: KeepOrder,
    training: Omit<KeptTraining, 'table' | 'checkpoint'>,
    onKept: OnKept,
    now: () => number,
  ) {
    this.#order = order;
    this.#training = training;
    this.#onKept = onKept;
    this.#now = now;
  }

  /** Before it is handed over: the checkpoint is copied at once, if at all. */
  take(checkpoint: Checkpoint): void {
    if (this.#isStopped) return;
    const isLast = checkpoint.state.size === 0;
    if (!isLast && (this.#writing || this.#now() < this.#next)) return;
    const kept = { table: this.#order.table, ...this.#training, checkpoint };
    const content = packTraining(kept, this.#order.program);
    if (this.#writing) this.#last = content;
    else this.#write(content);
  }

  /** Until all is written that was taken. */
  async settle(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  /** Writes nothing more; resolves when nothing is being written. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#last = null;
    await this.settle();
  }

  #write(content: Uint8Array<ArrayBuffer>): void {
    this.#writing = this.#seal(content).finally(() => {
      this.#writing = null;
      this.#next = this.#now() + 1000 * secondsBetween;
      const last = this.#last;
      this.#last = null;
      if (last && !this.#isStopped) this.#write(last);
    });
  }

  async #seal(content: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      const sealed = await seal(content, this.#order.key);
      if (this.#isStopped) return;
      await writeKept(sealed);
      await this.#onKept(null);
    } catch (error) {
      this.#isStopped = true;
      const name = error instanceof Error ? error.name : '';
      await this.#onKept(name === 'QuotaExceededError' ? keptWords().noRoom : keptWords().notWritten(name));
    }
  }
}
