import { describe, expect, it } from 'vitest';
import type {
  Checkpoint,
  TrainingEvent,
  TrainingSettings,
  TrainingSummary,
} from '../../../src/engine/train/types';
import { defaultTrainingSettings } from '../../../src/engine/train/types';
import { isLoss, trainWithFallback } from '../../../src/ui/clients/fallback';
import { Cancelled, WorkerFault } from '../../../src/ui/clients/worker-lease';

const checkpointAt = (step: number): Checkpoint => ({
  step,
  epoch: 1,
  state: new Map(),
  scalars: {},
  finished: [],
});
const summary = { model: 'autoregressive', steps: 100 } as TrainingSummary;
const lost = new Error('The GPU device was lost.');

describe('training that loses its device', () => {
  it('goes on from the latest checkpoint on the next backend, and says so', async () => {
    const attempts: { backend: TrainingSettings['backend']; from: number | null }[] = [];
    const heard: TrainingEvent[] = [];
    const result = await trainWithFallback(
      { ...defaultTrainingSettings, backend: 'auto' },
      (event) => heard.push(event),
      (settings, checkpoint, onEvent) => {
        attempts.push({ backend: settings.backend, from: checkpoint?.step ?? null });
        if (attempts.length === 1) {
          onEvent({ type: 'backend', backend: 'webgpu', measured: [] });
          onEvent({ type: 'checkpoint', checkpoint: checkpointAt(400) });
          onEvent({ type: 'checkpoint', checkpoint: checkpointAt(1800) });
        }
        return attempts.length < 3 ? Promise.reject(lost) : Promise.resolve(summary);
      },
    );
    expect(result).toBe(summary);
    expect(attempts).toEqual([
      { backend: 'auto', from: null },
      { backend: 'wasm', from: 1800 },
      { backend: 'cpu', from: 1800 },
    ]);
    expect(heard.filter((event) => event.type === 'notice').map((event) => event.message)).toEqual([
      'Training on the graphics card broke off; it goes on from step 1,800 on the processor.',
      'Training on the processor broke off; it goes on from step 1,800 on the processor, without its fast instructions.',
    ]);
  });

  it('follows the backend that was in use, not the one that was asked for', async () => {
    const backends: string[] = [];
    const attempt = (
      settings: TrainingSettings,
      _: Checkpoint | null,
      onEvent: (event: TrainingEvent) => void,
    ) => {
      backends.push(settings.backend);
      if (backends.length > 1) return Promise.resolve(summary);
      onEvent({ type: 'backend', backend: 'wasm', measured: [] });
      return Promise.reject(lost);
    };
    await trainWithFallback(defaultTrainingSettings, () => undefined, attempt);
    expect(backends).toEqual(['auto', 'cpu']);
  });

  it('gives up, with the fault itself, when no backend is left', async () => {
    const settings = { ...defaultTrainingSettings, backend: 'cpu' } as const;
    await expect(
      trainWithFallback(
        settings,
        () => undefined,
        () => Promise.reject(lost),
      ),
    ).rejects.toBe(lost);
  });

  it('does not try again what would only fail again, nor what was cancelled', async () => {
    for (const fault of [new Error('Every column is dropped.'), new Cancelled('Stopped.')]) {
      let attempts = 0;
      const attempt = () => {
        attempts++;
        return Promise.reject(fault);
      };
      await expect(trainWithFallback(defaultTrainingSettings, () => undefined, attempt)).rejects.toBe(fault);
      expect(attempts).toBe(1);
    }
  });
});

it.each([
  [new WorkerFault('The worker broke down.'), true],
  [new Error('Device is lost'), true],
  [new Error('A valid external Instance reference no longer exists: GPU connection lost'), true],
  [new Error('lost context'), true],
  [new Error('The column was lost'), false],
  ['lost device', false],
])('tells a lost device or worker from other faults: %s', (fault, expected) => {
  expect(isLoss(fault)).toBe(expected);
});
