import { UserError } from '../../errors';
import type { RowSampler, TableModel } from '../../models/table-model';
import { RandomStream } from '../../random';
import type { TypedTable } from '../../typed-table';
import { chunkRows } from '../generate-table';
import { TableDecoder } from '../table-decoder';
import { generateWords } from '../words';
import type { Condition } from './condition';
import { DrawnChunk } from './drawn-chunk';
import { Evidence } from './evidence';
import { learnProposal, mostCutOff, type Proposal } from './proposal';
import { type GivenReport, WeightLog } from './report';
import { Tilts } from './tilts';
import { boundFor } from './weights';

/** The pilot rows are the same for every seed, so that an estimate holds for whichever rows are drawn after it. */
const pilotSeed = 1;
/** Rows drawn for each row kept, before a condition is called too rare. */
const mostDrawnPerRow = 20_000;
const fewestDrawn = 400_000;

/**
 * Rows given conditions: likelihood weighting (see `drawAllowed`) from a proposal learnt for them (see `Tilts`), and
 * rejection on top, so that the rows that come out weigh alike, without duplicates. Where the conditioned columns come
 * first in the order of prediction every weight is equal, and each row drawn is kept: exact. Elsewhere the rows follow
 * the model's conditional distribution but for the share of weight above the bound, which the report tells.
 * To be disposed of.
 */
export class ConditionalDraw {
  readonly #model: TableModel;
  readonly #evidence: Evidence;
  readonly #sampler: RowSampler;
  readonly #breathe: () => Promise<void>;
  #log = new WeightLog();
  #proposal: Promise<Proposal> | null = null;

  /**
   * @param breathe awaited after each chunk; what it throws ends the drawing
   * @throws UserError naming the condition that cannot be met
   */
  constructor(
    model: TableModel,
    conditions: readonly Condition[],
    breathe: () => Promise<void> = () => Promise.resolve(),
  ) {
    if (model.kept) throw new UserError(generateWords().keptHaveRows);
    this.#model = model;
    this.#breathe = breathe;
    this.#evidence = new Evidence(model.encoded, model.dependencies, conditions);
    this.#sampler = model.sampler();
  }

  /** What can be said before rows are asked for, from pilot rows. Throws UserError where next to no row fits. */
  async estimate(): Promise<GivenReport> {
    const { weights, bound } = await this.#learn();
    const log = new WeightLog();
    log.add(weights, bound);
    return log.report();
  }

  /** Of the rows drawn so far by the last call of `rows`. */
  get report(): GivenReport {
    return this.#log.report();
  }

  /**
   * Draws chunks until there are so many rows that meet the conditions; a chunk may have none. The same seed gives the
   * same rows.
   * @throws UserError where hardly any row can be kept
   */
  async *rows(count: number, seed: number): AsyncGenerator<TypedTable> {
    const proposal = await this.#learn();
    this.#log = new WeightLog();
    const { encoded, makers } = this.#model;
    const decoder = new TableDecoder(encoded, makers, seed, this.#evidence.limits);
    const random = new RandomStream(seed, 'draw');
    const keep = new RandomStream(seed, 'keep');
    let { bound } = proposal;
    for (let kept = 0; kept < count;) {
      const chunk = decoder.chunk(chunkRows, kept);
      const drawn = await this.#draw(chunk, proposal.tilts, random);
      const weights = drawn.rowWeights();
      const fitting = keepSome(weights, bound, keep).slice(0, count - kept);
      kept += fitting.length;
      this.#log.add(weights, bound, fitting.length);
      bound = this.#raise(bound);
      this.#checkPace(kept);
      yield chunk.table(fitting);
    }
  }

  dispose(): void {
    this.#sampler.dispose();
  }

  /** The proposal, learnt once; an attempt that was broken off is made again. */
  #learn(): Promise<Proposal> {
    if (this.#proposal) return this.#proposal;
    const { encoded, makers } = this.#model;
    const random = new RandomStream(pilotSeed, 'pilot');
    const decoder = new TableDecoder(encoded, makers, pilotSeed, this.#evidence.limits);
    const plain = Tilts.none(encoded, columnsBefore(encoded.order, this.#evidence.columns));
    const draw = (tilts: Tilts) => this.#draw(decoder.chunk(chunkRows), tilts, random);
    const proposal = learnProposal(this.#evidence, plain, encoded.rowCount, draw);
    proposal.catch(() => (this.#proposal = null));
    return (this.#proposal = proposal);
  }

  async #draw(
    chunk: ReturnType<TableDecoder['chunk']>,
    tilts: Tilts,
    random: RandomStream,
  ): Promise<DrawnChunk> {
    const drawn = new DrawnChunk(this.#evidence, tilts, chunk, chunkRows, random);
    await this.#sampler.draw(chunkRows, random, drawn, drawn);
    drawn.finish();
    await this.#breathe();
    return drawn;
  }

  /** The bound as all rows drawn so far ask for it, where the pilot's was too low (Caffo, Booth & Davis 2002). */
  #raise(bound: number): number {
    return this.#log.report().cutOff > mostCutOff
      ? Math.max(bound, boundFor(this.#log.weights(), mostCutOff))
      : bound;
  }

  #checkPace(kept: number): void {
    const { drawn } = this.#log.report();
    if (drawn <= Math.max(fewestDrawn, mostDrawnPerRow * Math.max(1, kept))) return;
    throw new UserError(generateWords().tooRare(kept, drawn));
  }
}

/** Columns drawn before the last that conditions touch, that one left out. */
function columnsBefore(order: readonly number[], touched: readonly number[]): number[] {
  const last = touched[touched.length - 1];
  return order.slice(0, order.indexOf(last));
}

/** Places of the rows kept: each with probability min(1, weight / bound). */
function keepSome(weights: Float64Array, bound: number, random: RandomStream): number[] {
  const kept: number[] = [];
  weights.forEach((weight, row) => {
    if (random.float() * bound < weight) kept.push(row);
  });
  return kept;
}
