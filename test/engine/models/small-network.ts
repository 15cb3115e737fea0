import { clone, mul, tensor2d } from '@tensorflow/tfjs-core';
import type { CodeSet } from '../../../src/engine/encode/code-set';
import type { CodedColumns } from '../../../src/engine/models/autoregressive/batch-builder';
import { Network } from '../../../src/engine/models/autoregressive/network';
import {
  type ColumnPlan,
  planNetwork,
  type PlanColumn,
} from '../../../src/engine/models/autoregressive/plan';
import { RandomStream } from '../../../src/engine/random';

/**
 * Two nominal columns of which one tells the other, a line of 70 codes with atoms among ranges and a missing code, a line of 12 atoms, and a line of 71
 * ranges that may repeat an earlier column and is told directly by the other long line.
 */
const columns: PlanColumn[] = [
  { codes: codeSet(4, 0, [0, 1, 2, 3]), copies: 0, frequent: [], related: [], dependencies: [] },
  { codes: codeSet(71, 70, [0, 5, 44, 70]), copies: 0, frequent: [0, 5, 44], related: [], dependencies: [] },
  {
    codes: codeSet(
      12,
      12,
      Array.from({ length: 12 }, (_, i) => i),
    ),
    copies: 0,
    frequent: [],
    related: [0],
    dependencies: [],
  },
  { codes: codeSet(71, 71, []), copies: 1, frequent: [], related: [1], dependencies: [] },
  { codes: codeSet(3, 0, [0, 1, 2]), copies: 0, frequent: [], related: [0], dependencies: [] },
];

function codeSet(size: number, ordered: number, atoms: number[]): CodeSet {
  return { size, ordered, isAtom: atomsAt(size, atoms), missingCode: -1, withheld: [] };
}

function atomsAt(size: number, codes: number[]): Uint8Array {
  const atoms = new Uint8Array(size);
  for (const code of codes) atoms[code] = 1;
  return atoms;
}

function zeroWeights(column: ColumnPlan): Float32Array {
  return new Float32Array(
    column.sources.reduce((sum, { inputWidth }) => sum + inputWidth, 0) * column.outputWidth,
  );
}

export function randomCodes(rows: number, random: RandomStream): CodedColumns[] {
  return columns.map(({ codes, copies }) => {
    const target = Int32Array.from({ length: rows }, () => random.int(codes.size + copies));
    const base = target.map((code) => (code < codes.size ? code : random.int(codes.size)));
    return { base, target };
  });
}

/** @param change what is to be different about the columns */
export function createNetwork(
  dropout: number,
  change: (columns: PlanColumn[]) => PlanColumn[] = (same) => same,
): Network {
  const plan = planNetwork(change(columns), [0, 4, 2, 1, 3], {
    hidden: 24,
    blocks: 2,
    dropout,
    weightDecay: 0.3,
  });
  const random = new RandomStream(1, 'weights');
  const marginals = Float32Array.from({ length: plan.targetWidth }, () => random.normal());
  const network = new Network(plan, { logMarginals: marginals, sourceWeights: zeroWeights }, random);
  // The initial output weights are small; gradients are told apart better with larger ones.
  const output = network.parameter('output');
  output.replace(mul(output.value, 20), clone(output.firstMoment), clone(output.secondMoment));
  const direct = network.parameter('sources4');
  const values = Float32Array.from({ length: direct.size }, () => 0.1 * random.normal());
  direct.replace(tensor2d(values, [...direct.shape]), clone(direct.firstMoment), clone(direct.secondMoment));
  return network;
}
