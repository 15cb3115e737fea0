import { expect, it } from 'vitest';
import { defaultTrainingSettings } from '../../src/engine/train/types';
import { packTraining, unpackTraining, type KeptTraining } from '../../src/kept/kept-training';
import { keptWords } from '../../src/kept/words';

const kept: KeptTraining = {
  table: { fileName: 'wards.csv', sha256: 'ab'.repeat(32), rowCount: 800, choice: { delimiter: ';' } },
  schema: { columns: [] },
  settings: { ...defaultTrainingSettings, seed: 7 },
  checkpoint: {
    step: 1200,
    epoch: 3,
    state: new Map([['first', Float32Array.of(0.1, -2, Number.NaN)]]),
    scalars: { best: Number.POSITIVE_INFINITY },
    finished: [
      {
        weights: new Map([['first', Float32Array.of(1)]]),
        result: {
          workers: 1,
          workersLost: 0,
          steps: 9,
          epochs: 0.5,
          stopped: 'no-gain',
          validationLoss: 1.5,
        },
      },
    ],
  },
};

it('a training is had again from its bytes as it was', () => {
  expect(unpackTraining(packTraining(kept, 'Understudy 1'), 'Understudy 1')).toEqual(kept);
});

it('what another version wrote is refused, and both are named', () => {
  const words = keptWords().otherProgram('Understudy 1', 'Understudy 2');
  expect(() => unpackTraining(packTraining(kept, 'Understudy 1'), 'Understudy 2')).toThrow(words);
});
