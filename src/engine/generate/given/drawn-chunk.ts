import type { ChunkEvidence, Restriction, RowWeights } from '../../models/evidence';
import type { TargetSink } from '../../models/table-model';
import type { RandomStream } from '../../random';
import type { ChunkDecoder } from '../table-decoder';
import type { Evidence } from './evidence';
import type { Tilts } from './tilts';

/** Share of the rows that are drawn without tilt, so that no weight is more than 1 / 0.1 of its mass. */
const plainShare = 0.1;

/** One chunk drawn under conditions: keeps its rows to them, and knows afterwards what each row weighs. */
export class DrawnChunk implements ChunkEvidence, TargetSink {
  readonly weights: RowWeights;
  readonly targets = new Map<number, Int32Array>();
  readonly #evidence: Evidence;
  readonly #tilts: Tilts;
  readonly #decoder: ChunkDecoder;
  readonly #rows: number;
  /** The masses so far when each column that conditions touch came to be drawn. */
  readonly #before = new Map<number, Float64Array>();

  constructor(evidence: Evidence, tilts: Tilts, decoder: ChunkDecoder, rows: number, random: RandomStream) {
    this.#evidence = evidence;
    this.#tilts = tilts;
    this.#decoder = decoder;
    this.#rows = rows;
    this.weights = {
      logMass: new Float64Array(rows),
      logTilt: new Float64Array(rows),
      isTilted: Uint8Array.from({ length: rows }, () => Number(random.float() >= plainShare)),
    };
  }

  restrictionOf({ index }: { readonly index: number }): Restriction | null {
    const shares = this.#evidence.sharesFor(index, this.#decoder);
    const tilt = this.#tilts.factorsOf(index);
    if (shares) this.#before.set(index, this.weights.logMass.slice());
    return shares || tilt ? { sharesOf: shares, tilt } : null;
  }

  accept(column: { readonly index: number }, targets: Int32Array): Int32Array {
    if (this.#tilts.columns.includes(column.index)) this.targets.set(column.index, targets);
    return this.#decoder.accept(column, targets);
  }

  /** Weighs in the columns that are never drawn, having one target only. To be called once, after drawing. */
  finish(): void {
    this.#decoder.complete();
    for (const index of this.#evidence.columns) {
      if (this.#before.has(index)) continue;
      const shares = this.#evidence.sharesFor(index, this.#decoder);
      this.#before.set(index, this.weights.logMass.slice());
      if (!shares) continue;
      for (let row = 0; row < this.#rows; row++) this.weights.logMass[row] += Math.log(shares(row)[0]);
    }
  }

  /**
   * What each row weighs: its mass under the conditions over how much likelier it was drawn here than without tilt
   * (defensive mixture: Hesterberg 1995). Their mean estimates the conditions' probability.
   */
  rowWeights(): Float64Array {
    const { logMass, logTilt } = this.weights;
    return logMass.map((mass, row) => Math.exp(mass) / mixture(logTilt[row]));
  }

  /** What each row would weigh as a draw from the tilted proposal alone. */
  tiltedWeights(): Float64Array {
    return this.weights.logTilt.map((log) => Math.exp(log) / mixture(log));
  }

  /** Per column that conditions touch the mean probability left to it. */
  meanMasses(): ReadonlyMap<number, number> {
    const places = [...this.#before.keys()];
    const after = (place: number) =>
      place + 1 < places.length
        ? (this.#before.get(places[place + 1]) as Float64Array)
        : this.weights.logMass;
    return new Map(
      places.map((index, place) => {
        const before = this.#before.get(index) as Float64Array;
        const masses = before.map((log, row) =>
          log === Number.NEGATIVE_INFINITY ? 0 : Math.exp(after(place)[row] - log),
        );
        return [index, masses.reduce((sum, mass) => sum + mass, 0) / this.#rows];
      }),
    );
  }
}

function mixture(logTilt: number): number {
  return (1 - plainShare) * Math.exp(logTilt) + plainShare;
}
