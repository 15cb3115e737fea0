import { UserError } from '../../errors';
import { generateWords } from '../words';
import type { DrawnChunk } from './drawn-chunk';
import type { Evidence } from './evidence';
import type { Tilts } from './tilts';
import { areEqual, boundFor, effectiveSampleSize } from './weights';

/** Draws one chunk under the conditions with these tilts, for learning alone. */
export type PilotDraw = (tilts: Tilts) => Promise<DrawnChunk>;

/** How rows are proposed and which of them are kept. */
export interface Proposal {
  readonly tilts: Tilts;
  /** A row is kept with probability min(1, weight / bound). */
  readonly bound: number;
  /** Of the rows that the bound was learnt from. */
  readonly weights: Float64Array;
}

const mostRounds = 8;
/** Share of the rows drawn that the effective ones make up, from which no tilt is worth its time. */
const enough = 0.85;
/** Rounds without gain before it is given up. */
const patience = 2;
/** Chunks that the bound is learnt from. */
const boundChunks = 4;
/** Share of all weight that may lie above the bound: the most that the rows' distribution is off by. */
export const mostCutOff = 0.005;
/** Conditions that hold for less than this share of one learnt row are taken for impossible. */
const smallestRow = 0.01;

/**
 * Learns from pilot rows what to favour before the last condition, and the bound for keeping rows.
 * @param tilted columns that may be tilted
 * @throws UserError where the model draws next to no such row, naming the condition that leaves least
 */
export async function learnProposal(
  evidence: Evidence,
  plain: Tilts,
  learntRows: number,
  draw: PilotDraw,
): Promise<Proposal> {
  let tilts = plain;
  let best = { tilts, share: 0 };
  let stale = 0;
  for (let round = 0; round < mostRounds && stale < patience; round++) {
    const chunk = await draw(tilts);
    const weights = chunk.rowWeights();
    if (round === 0) checkPossible(evidence, chunk, weights, learntRows);
    const most = largest(weights);
    if (areEqual(smallest(weights), most)) return { tilts, bound: most, weights };
    const effectiveRows = effectiveSampleSize(weights);
    const share = effectiveRows / weights.length;
    stale = share > 1.05 * best.share ? 0 : stale + 1;
    if (share > best.share) best = { tilts, share };
    if (share >= enough) break;
    const { targets } = chunk;
    tilts = tilts.improvedBy({ targets, weights, tiltedWeights: chunk.tiltedWeights(), effectiveRows });
  }
  const weights = await drawWeights(best.tilts, draw);
  return { tilts: best.tilts, bound: boundFor(weights, mostCutOff), weights };
}

async function drawWeights(tilts: Tilts, draw: PilotDraw): Promise<Float64Array> {
  const weights: number[] = [];
  for (let chunk = 0; chunk < boundChunks; chunk++) weights.push(...(await draw(tilts)).rowWeights());
  return Float64Array.from(weights);
}

function checkPossible(
  evidence: Evidence,
  chunk: DrawnChunk,
  weights: Float64Array,
  learntRows: number,
): void {
  const probability = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  if (probability * learntRows >= smallestRow) return;
  const masses = [...chunk.meanMasses()].filter(([index]) => evidence.textsOf(index).length > 0);
  const [rarest] = masses.sort(([, a], [, b]) => a - b)[0];
  throw new UserError(generateWords().hardlyAny(evidence.textsOf(rarest), masses.length > 1));
}

function largest(weights: Float64Array): number {
  return weights.reduce((most, weight) => Math.max(most, weight), 0);
}

function smallest(weights: Float64Array): number {
  return weights.reduce((least, weight) => Math.min(least, weight), Number.POSITIVE_INFINITY);
}
