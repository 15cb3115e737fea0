import type {
  BackendName,
  Checkpoint,
  TrainingEvent,
  TrainingSettings,
  TrainingSummary,
} from '../../engine/train/types';
import { WorkerFault } from './worker-lease';
import { faultWords } from './words';

/** One attempt at training on a fresh worker. */
export type Attempt = (
  settings: TrainingSettings,
  checkpoint: Checkpoint | null,
  onEvent: (event: TrainingEvent) => void,
) => Promise<TrainingSummary>;

const order: readonly BackendName[] = ['webgpu', 'wasm', 'cpu'];

/**
 * Trains; when the device is lost or the worker breaks down, goes on from the latest checkpoint on the next
 * backend (webgpu, wasm, cpu) and says so. Throws the fault itself when it is of another sort or none is left.
 */
export async function trainWithFallback(
  settings: TrainingSettings,
  onEvent: (event: TrainingEvent) => void,
  attempt: Attempt,
  start: Checkpoint | null = null,
): Promise<TrainingSummary> {
  let checkpoint = start;
  let tried: BackendName = settings.backend === 'auto' ? 'webgpu' : settings.backend;
  let current = settings;
  const hear = (event: TrainingEvent) => {
    if (event.type === 'checkpoint') checkpoint = event.checkpoint;
    if (event.type === 'backend') tried = event.backend;
    onEvent(event);
  };
  for (;;) {
    try {
      return await attempt(current, checkpoint, hear);
    } catch (fault) {
      const next = order[order.indexOf(tried) + 1];
      if (!isLoss(fault) || !next) throw fault;
      onEvent({ type: 'notice', message: explain(tried, next, checkpoint) });
      current = { ...settings, backend: next };
      tried = next;
    }
  }
}

/** The device or the worker went away; anything else would only happen again. */
export function isLoss(fault: unknown): boolean {
  if (fault instanceof WorkerFault) return true;
  return (
    fault instanceof Error &&
    /(device|context|gpu)\b.*\blost|lost\b.*\b(device|context|gpu)/i.test(fault.message)
  );
}

function explain(lost: BackendName, next: BackendName, checkpoint: Checkpoint | null): string {
  const { backend, goesOnFromStep, goesOnFromStart } = faultWords();
  return checkpoint
    ? goesOnFromStep(backend[lost], backend[next], checkpoint.step)
    : goesOnFromStart(backend[lost], backend[next]);
}
