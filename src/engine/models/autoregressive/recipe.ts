import type { Preset } from '../../train/types';
import type { NetworkOptions } from './plan';

/** How large a network and how long a training suits a table. */
export interface Recipe {
  readonly network: NetworkOptions;
  readonly batchSize: number;
  /** Of each network. */
  readonly steps: number;
  readonly learningRate: number;
  /** Validation readings without gain before training ends. */
  readonly patience: number;
  /** Whether rows of a copula are learnt before the table's own (train/rehearsal.ts). */
  readonly rehearses: boolean;
  /** Networks that are learnt one after another and draw in turns (ensemble.ts). */
  readonly members: number;
}

interface Scale {
  readonly width: number;
  /** Of the epochs that the table's size asks for. */
  readonly length: number;
  /** Of all networks together. Large tables are learnt by one, from fewer passes, at last from less than one. */
  readonly mostSteps: number;
  readonly dropout: number;
  readonly learningRate: number;
  readonly mostMembers: number;
  /** Batch rows × squared width × steps of all networks, beyond which two have to do. */
  readonly mostWork: number;
}

const presets: Readonly<Record<Preset, Scale>> = {
  fast: {
    width: 0.75,
    length: 0.5,
    mostSteps: 800,
    dropout: 0,
    learningRate: 4e-3,
    mostMembers: 1,
    mostWork: 0,
  },
  balanced: {
    width: 1,
    length: 1,
    mostSteps: 4_000,
    dropout: 0,
    learningRate: 3e-3,
    mostMembers: 3,
    mostWork: 6e10,
  },
  best: {
    width: 1.25,
    length: 1.75,
    mostSteps: 12_000,
    dropout: 0.1,
    learningRate: 2e-3,
    mostMembers: 4,
    mostWork: Infinity,
  },
};

/** Less fit to the rows learnt for nothing lost elsewhere (docs/model.md). */
const weightDecay = 0.3;

/** With fewer rows a network is helped along by rows of a copula. */
const tinyTable = 1_200;
const smallTable = 5_000;
const middlingTable = 12_000;
const fewestEpochs = 8;
/** Fewer steps than this leave a network unfinished. */
const fewestSteps = 530;

/**
 * The recipe follows from public sizes alone (docs/model.md): width grows with the number of long-lined columns,
 * small tables get small batches, narrow networks and dropout, large ones a number of steps that no longer grows.
 * @param rows rows to fit
 * @param longLines number of columns with a line of more than 33 codes
 */
export function chooseRecipe(rows: number, longLines: number, preset: Preset): Recipe {
  const scale = presets[preset];
  const isSmall = rows < smallTable;
  const width = Math.min(isSmall ? 128 : 640, 128 + 24 * longLines);
  const hidden = Math.max(64, 32 * Math.round((scale.width * width) / 32));
  const batchSize = isSmall ? 64 : rows < middlingTable ? 128 : 256;
  // An epoch has a step at least, however few its rows.
  const enough = Math.ceil((fewestSteps * batchSize) / Math.max(rows, batchSize));
  const epochs = Math.ceil(scale.length * Math.max(fewestEpochs, enough));
  const steps = Math.min(epochs * Math.max(1, Math.floor(rows / batchSize)), scale.mostSteps);
  const dropout = isSmall ? 0.3 : rows < middlingTable ? 0.3 : scale.dropout;
  const learningRate = isSmall ? 2e-3 : scale.learningRate;
  return {
    network: { hidden, blocks: 1, dropout, weightDecay },
    batchSize,
    steps,
    learningRate,
    // Few rows to check on make for readings that go up and down.
    patience: isSmall ? 4 : 2,
    rehearses: rows < tinyTable,
    members: countMembers(scale, steps, steps * batchSize * hidden ** 2),
  };
}

/** Each further network takes off less than the one before it: the third is learnt where it is cheap (docs/model.md). */
function countMembers({ mostMembers, mostSteps, mostWork }: Scale, steps: number, work: number): number {
  const affordable = Math.max(2, Math.floor(mostWork / work));
  return Math.min(mostMembers, affordable, Math.floor(mostSteps / steps));
}
