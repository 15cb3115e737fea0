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
  /** Of each network, at most: one that no longer gains ends earlier. */
  readonly epochs: number;
  /** Of a network that is alone. */
  readonly epochsAlone: number;
  /** Fewer steps than this leave a network unfinished, however many epochs they are. */
  readonly leastSteps: number;
  /** Of all networks together. Large tables are learnt by one, from fewer passes, at last from less than one. */
  readonly mostSteps: number;
  readonly dropout: number;
  readonly learningRate: number;
  readonly mostMembers: number;
  /** Batch rows × squared width × steps of all networks, beyond which one has to do. */
  readonly mostWork: number;
}

const presets: Readonly<Record<Preset, Scale>> = {
  fast: {
    width: 0.75,
    epochs: 4,
    epochsAlone: 4,
    leastSteps: 265,
    mostSteps: 800,
    dropout: 0,
    learningRate: 4e-3,
    mostMembers: 1,
    mostWork: 0,
  },
  balanced: {
    width: 1,
    epochs: 11,
    epochsAlone: 18,
    leastSteps: 530,
    mostSteps: 4_000,
    dropout: 0,
    learningRate: 3e-3,
    mostMembers: 3,
    mostWork: 6e10,
  },
  best: {
    width: 1.25,
    epochs: 14,
    epochsAlone: 20,
    leastSteps: 930,
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
/** With fewer a wide network comes to know its rows by heart. */
const fewRows = 3_000;
const smallTable = 5_000;
const middlingTable = 12_000;
/** Below that an epoch has few steps: up to so many times as many epochs, but where rows are few. */
const mostEpochs = 1.5;
/** Each column beyond so many widens the network. */
const manyColumns = 32;

/** What of a table's columns decides how large its network is. */
export interface TableShape {
  readonly columns: number;
  /** Columns with a line of more than 33 codes. */
  readonly longLines: number;
}

/**
 * The recipe follows from public sizes alone (docs/model.md): width grows with the number of columns and of long lines among
 * them, small tables get small batches, narrow networks and dropout, large ones a number of steps that no longer grows.
 * @param rows rows to fit
 */
export function chooseRecipe(rows: number, shape: TableShape, preset: Preset): Recipe {
  const scale = presets[preset];
  const isSmall = rows < smallTable;
  const hidden = Math.max(64, 32 * Math.round((scale.width * widthFor(rows, shape)) / 32));
  const batchSize = isSmall ? 64 : rows < middlingTable ? 128 : 256;
  const passes = rows < fewRows ? 1 : Math.min(mostEpochs, Math.max(1, Math.sqrt(middlingTable / rows)));
  const stepsOf = (epochs: number) => countSteps(rows, batchSize, Math.ceil(passes * epochs), scale);
  const members = countMembers(scale, stepsOf(scale.epochs), batchSize * hidden ** 2);
  const dropout = rows < fewRows ? 0.3 : rows < middlingTable ? 0.2 : scale.dropout;
  return {
    network: { hidden, blocks: 1, dropout, weightDecay },
    batchSize,
    steps: stepsOf(members === 1 ? scale.epochsAlone : scale.epochs),
    learningRate: isSmall ? 2e-3 : scale.learningRate,
    patience: 4,
    rehearses: rows < tinyTable,
    members,
  };
}

function widthFor(rows: number, { columns, longLines }: TableShape): number {
  const widest = rows < fewRows ? 128 : rows < smallTable ? 256 : 640;
  return Math.min(widest, 128 + 24 * longLines + Math.max(0, columns - manyColumns));
}

/** An epoch has a step at least, however few its rows. */
function countSteps(rows: number, batchSize: number, epochs: number, scale: Scale): number {
  const enough = Math.ceil((scale.leastSteps * batchSize) / Math.max(rows, batchSize));
  return Math.min(Math.max(epochs, enough) * Math.max(1, Math.floor(rows / batchSize)), scale.mostSteps);
}

/** Each further network takes off less than the one before it; where they are dear one learns for longer (docs/model.md). */
function countMembers(scale: Scale, steps: number, workPerStep: number): number {
  const affordable = Math.max(1, Math.floor(scale.mostWork / (steps * workPerStep)));
  return Math.min(scale.mostMembers, affordable, Math.max(1, Math.floor(scale.mostSteps / steps)));
}
