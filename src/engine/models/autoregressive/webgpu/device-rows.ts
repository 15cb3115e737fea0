import type { CodedColumns } from '../batch-builder';
import type { NetworkPlan } from '../plan';
import type { DeviceMemory } from './device-memory';
import { packCodes } from './coded-rows';

/** Table rows packed at a time on their way to the device. */
const rowsTogether = 8192;

/**
 * A table's codes on the device, so that a batch is no more than the numbers of its rows. Where the whole table has no
 * room, each batch's codes are sent instead.
 */
export class DeviceRows {
  readonly codes: GPUBuffer;
  readonly numbers: GPUBuffer;
  readonly #queue: GPUQueue;
  readonly #plan: NetworkPlan;
  readonly #columns: readonly CodedColumns[];
  /** Where a batch's codes are packed; null: the table is on the device. */
  readonly #packed: Uint32Array<ArrayBuffer> | null;

  /** @param room most bytes that the table's codes may take */
  constructor(
    memory: DeviceMemory,
    plan: NetworkPlan,
    columns: readonly CodedColumns[],
    capacity: number,
    room: number,
  ) {
    const width = plan.columns.length;
    const count = columns[plan.columns[0].index].base.length;
    const isResident = 4 * width * count <= room;
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
    this.codes = memory.take('codes', 4 * width * (isResident ? count : capacity), usage);
    this.numbers = memory.take('row numbers', 4 * capacity, usage);
    this.#queue = memory.device.queue;
    this.#plan = plan;
    this.#columns = columns;
    this.#packed = isResident ? null : new Uint32Array(width * capacity);
    if (isResident) this.#sendTable(count);
    else
      this.#queue.writeBuffer(
        this.numbers,
        0,
        Uint32Array.from({ length: capacity }, (_, row) => row),
      );
  }

  /** Sends a batch: which rows of the table come now. */
  send(rows: Uint32Array): void {
    if (this.#packed === null) {
      this.#queue.writeBuffer(this.numbers, 0, Uint32Array.from(rows));
      return;
    }
    packCodes(this.#plan, this.#columns, rows, this.#packed);
    this.#queue.writeBuffer(this.codes, 0, this.#packed, 0, rows.length * this.#plan.columns.length);
  }

  #sendTable(count: number): void {
    const width = this.#plan.columns.length;
    for (let start = 0; start < count; start += rowsTogether) {
      const rows = Uint32Array.from(
        { length: Math.min(rowsTogether, count - start) },
        (_, row) => start + row,
      );
      const words = new Uint32Array(rows.length * width);
      packCodes(this.#plan, this.#columns, rows, words);
      this.#queue.writeBuffer(this.codes, 4 * width * start, words);
    }
  }
}
