import '@tensorflow/tfjs-core/dist/register_all_gradients';
import {
  type Scalar,
  setBackend,
  tensor2d,
  type Tensor2D,
  tidy,
  variableGrads,
  variable,
  add,
  clone,
  concat,
  logSoftmax,
  matMul,
  memory,
  mul,
  neg,
  oneHot,
  relu,
  reshape,
  slice,
  sum,
  tensor1d,
  transpose,
  type Variable,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { BatchBuilder } from '../../../src/engine/models/autoregressive/batch-builder';
import type { Batch, Network } from '../../../src/engine/models/autoregressive/network';
import { RandomStream } from '../../../src/engine/random';
import { prepareTestBackend, testBackends } from './backends';
import { createNetwork, randomCodes } from './small-network';

/** The same network written with TF.js's own operations, for its automatic gradients. */
function stockLoss(network: Network, weights: Variable[], batch: Batch, masks: Tensor2D[] | null): Scalar {
  const { inputs, targets } = batch;
  const { plan } = network;
  const rows = inputs.shape[0];
  const by = new Map(
    network.parameters.map((parameter, i) => [parameter.name, weights[i] as unknown as Tensor2D]),
  );
  const get = (name: string) => by.get(name) as Tensor2D;
  const thin = (state: Tensor2D, layer: number): Tensor2D => (masks ? mul(state, masks[layer]) : state);
  let state: Tensor2D = relu(add(matMul(inputs, get('input')), get('inputBias')));
  for (let layer = 0; layer < plan.options.blocks; layer++) {
    const block = relu(add(matMul(thin(state, layer), get(`block${layer}`)), get(`block${layer}Bias`)));
    state = add(state, block);
  }
  const outputs: Tensor2D = matMul(thin(state, plan.options.blocks), get('output'));
  const losses = plan.columns.map((column, columnPlace) => {
    const own = slice(outputs, [0, column.outputStart], [rows, column.outputWidth]);
    const bias = slice(get('outputBias'), [0, column.targetStart], [1, column.targets]);
    const sourcePlace = plan.columns.filter(({ sources }) => sources.length > 0).indexOf(column);
    const whole: Tensor2D =
      sourcePlace < 0 ? own : add(own, matMul(batch.sourceInputs[sourcePlace], get(`sources${column.rank}`)));
    const through = column.output
      ? matMul(whole, transpose(tensor2d(column.output.values, [column.output.rows, column.output.width])))
      : whole;
    const chosen = tensor1d(
      targets.filter((_, i) => i % plan.columns.length === columnPlace),
      'int32',
    );
    return reshape(sum(mul(oneHot(chosen, column.targets), logSoftmax(add(through, bias)))), [1]);
  });
  return mul(neg(sum(concat(losses))), 1 / rows);
}

describe.each(testBackends)('Network on %s', (backend) => {
  beforeAll(async () => {
    await prepareTestBackend(backend);
    await setBackend(backend);
  });

  it('has the gradients that automatic differentiation finds', async () => {
    const network = createNetwork(0.2);
    const builder = new BatchBuilder(network.plan);
    const random = new RandomStream(2, 'codes');
    const rows = 9;
    const masks = Array.from({ length: 3 }, () =>
      tensor2d(
        Float32Array.from({ length: rows * 24 }, () => (random.float() < 0.2 ? 0 : 1.25)),
        [rows, 24],
      ),
    );
    const batch = builder.build(
      randomCodes(rows, random),
      Array.from({ length: rows }, (_, i) => i),
      masks,
    );
    const weights = network.parameters.map((parameter) => variable(clone(parameter.value)));
    const stock = variableGrads(() => stockLoss(network, weights, batch, masks), weights);
    const own = network.gradientStep(batch);

    expect(own.loss / rows).toBeCloseTo((await stock.value.data())[0], 4);
    for (let p = 0; p < weights.length; p++) {
      const expected = await stock.grads[weights[p].name].data();
      const actual = await own.gradients[p].data();
      const { mask, name } = network.parameters[p];
      for (let i = 0; i < expected.length; i++) {
        // Masked entries are never trained, whatever their gradient.
        if (!mask || mask[i] === 1)
          expect(Math.abs(actual[i] - expected[i]), `${name}[${i}]`).toBeLessThan(2e-5);
      }
    }
  });

  it('predicts a column from the columns before it alone', async () => {
    const network = createNetwork(0);
    const builder = new BatchBuilder(network.plan);
    const random = new RandomStream(3, 'codes');
    const codes = randomCodes(1, random);
    const logitsOf = async () => {
      const batch = builder.build(codes, [0], null);
      return Float32Array.from(await network.logits(batch).data());
    };
    const before = await logitsOf();
    for (const changed of network.plan.columns) {
      const saved = codes[changed.index];
      codes[changed.index] = {
        base: Int32Array.of((saved.base[0] + 1) % 3),
        target: Int32Array.of((saved.base[0] + 1) % 3),
      };
      const after = await logitsOf();
      codes[changed.index] = saved;
      for (const column of network.plan.columns) {
        const same = before
          .slice(column.targetStart, column.targetStart + column.targets)
          .every((value, i) => value === after[column.targetStart + i]);
        if (column.rank <= changed.rank)
          expect(same, `rank ${column.rank} sees rank ${changed.rank}`).toBe(true);
        else expect(same, `rank ${column.rank} ignores rank ${changed.rank}`).toBe(false);
      }
    }
  });

  it('leaves no tensor behind after a step', () => {
    const network = createNetwork(0);
    const builder = new BatchBuilder(network.plan);
    const codes = randomCodes(5, new RandomStream(4, 'codes'));
    const run = () =>
      tidy(() => {
        const batch = builder.build(codes, [0, 1, 2, 3, 4], null);
        const { gradients } = network.gradientStep(batch);
        for (const gradient of gradients) gradient.dispose();
        batch.inputs.dispose();
        for (const inputs of batch.sourceInputs) inputs.dispose();
        return [];
      });
    run();
    const before = memory().numTensors;
    run();
    expect(memory().numTensors).toBe(before);
  });
});
