import type { RandomStream } from '../../random';
import { takeWeights } from '../../train/checkpoint';
import type { RowSampler, TableModel } from '../table-model';
import type { AutoregressiveModel } from './model';

/** Networks that draw in turns. */
export interface Ensemble extends TableModel {
  readonly members: readonly AutoregressiveModel[];
}

/**
 * Several networks of one plan, learnt apart from other weights and drawn from in turns: rows come from the mean of their
 * distributions, which is nearer to the table's than they are on average, as each errs in its own way (Lakshminarayanan et
 * al., "Simple and scalable predictive uncertainty estimation using deep ensembles", 2017).
 * @param members at least one; they are disposed of with the whole
 */
export function ensembleOf(members: readonly AutoregressiveModel[]): AutoregressiveModel | Ensemble {
  if (members.length === 1) return members[0];
  const { kind, encoded, makers, ranges, dependencies } = members[0];
  return {
    members,
    kind,
    encoded,
    makers,
    ranges,
    dependencies,
    parameterCount: members.reduce((sum, { parameterCount }) => sum + parameterCount, 0),
    save: async () => ({
      kind: 'networks',
      blueprint: members[0].blueprint,
      members: await Promise.all(members.map(({ network }) => takeWeights(network))),
    }),
    sampler: () => takeTurns(members.map((member) => member.sampler())),
    dispose: () => members.forEach((member) => member.dispose()),
  };
}

/** Samplers of the same columns, each of which draws at its turn. */
export function takeTurns(samplers: readonly RowSampler[]): RowSampler {
  const turns = samplers.length;
  const anyone = (random: RandomStream) => random.int(turns);
  return {
    turns,
    draw: (rows, random, sink, evidence, turn = anyone(random)) =>
      samplers[turn].draw(rows, random, sink, evidence),
    dispose: () => samplers.forEach((sampler) => sampler.dispose()),
  };
}
