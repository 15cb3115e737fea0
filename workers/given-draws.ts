import type { Condition } from '../src/engine/generate/given/condition';
import { ConditionalDraw } from '../src/engine/generate/given/conditional-draw';
import type { GivenReport } from '../src/engine/generate/given/report';
import type { TableModel } from '../src/engine/models/table-model';
import type { TypedTable } from '../src/engine/typed-table';

/** The estimate is not wanted any more. */
class Superseded extends Error {}

/** What was learnt for one set of conditions, for as long as it is asked for or rows are drawn by it. */
interface Prepared {
  readonly key: string;
  readonly draw: ConditionalDraw;
  /** Estimates and streams under way. */
  users: number;
  streams: number;
}

/**
 * Rows of one model given conditions. What is learnt for the conditions asked for last is kept, so that rows come at
 * once after an estimate; other conditions end an estimate under way.
 */
export class GivenDraws {
  readonly #model: TableModel;
  readonly #takeTurn: () => Promise<void>;
  #current: Prepared | null = null;

  /** @param takeTurn lets messages in; awaited after each chunk */
  constructor(model: TableModel, takeTurn: () => Promise<void>) {
    this.#model = model;
    this.#takeTurn = takeTurn;
  }

  /** From pilot rows; null where other conditions were asked about meanwhile. */
  async estimate(conditions: readonly Condition[]): Promise<GivenReport | null> {
    const prepared = this.#prepare(conditions);
    prepared.users++;
    try {
      return await prepared.draw.estimate();
    } catch (error) {
      if (error instanceof Superseded) return null;
      throw error;
    } finally {
      this.#release(prepared);
    }
  }

  /** Chunks of rows, some of them maybe empty; at their end how they were drawn. */
  async *rows(
    conditions: readonly Condition[],
    rows: number,
    seed: number,
  ): AsyncGenerator<TypedTable, GivenReport> {
    const prepared = this.#prepare(conditions);
    prepared.users++;
    prepared.streams++;
    try {
      yield* prepared.draw.rows(rows, seed);
      return prepared.draw.report;
    } finally {
      prepared.streams--;
      this.#release(prepared);
    }
  }

  #prepare(conditions: readonly Condition[]): Prepared {
    const key = JSON.stringify(conditions);
    if (this.#current?.key === key) return this.#current;
    const draw = new ConditionalDraw(this.#model, conditions, () => this.#breathe(prepared));
    const prepared: Prepared = { key, draw, users: 0, streams: 0 };
    const before = this.#current;
    this.#current = prepared;
    if (before && before.users === 0) before.draw.dispose();
    return prepared;
  }

  async #breathe(prepared: Prepared): Promise<void> {
    await this.#takeTurn();
    if (prepared !== this.#current && prepared.streams === 0) throw new Superseded();
  }

  #release(prepared: Prepared): void {
    prepared.users--;
    if (prepared.users === 0 && prepared !== this.#current) prepared.draw.dispose();
  }
}
