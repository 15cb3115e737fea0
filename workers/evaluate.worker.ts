import * as Comlink from 'comlink';
import { interpretTable } from '../src/engine/interpret';
import type { TableSchema } from '../src/engine/schema';
import { selectRows } from '../src/engine/typed-table';
import { alignTables, type AlignedTables } from '../src/evaluation/align-tables';
import type { Evidence } from '../src/evaluation/evidence';
import { gatherEvidence, type EvidenceSoFar } from '../src/evaluation/gather-evidence';
import { compareJoint } from '../src/evaluation/joint';
import type { EvidenceChoices } from '../src/evaluation/measure-context';
import type { JointComparison } from '../src/evaluation/report';
import type { EvaluateApi, OnProgress, RealTableSource, SyntheticTableSource } from './api';

/** Samples of rows are drawn alike each time, so that the same tables give the same evidence. */
const seed = 1;
/** Milliseconds of work between two looks at the message queue. */
const longestTurn = 30;

/** Proxies are kept for the worker's whole life: a call on a collected one never answers. */
interface Sources {
  readonly real: Comlink.Remote<RealTableSource>;
  readonly synthetic: Comlink.Remote<SyntheticTableSource>;
}

class Evaluator implements EvaluateApi {
  #sources: Sources | null = null;
  #tables: AlignedTables | null = null;

  connect(real: MessagePort, synthetic: MessagePort): Promise<void> {
    this.#sources = {
      real: Comlink.wrap<RealTableSource>(real),
      synthetic: Comlink.wrap<SyntheticTableSource>(synthetic),
    };
    this.#tables = null;
    return Promise.resolve();
  }

  async compare(
    schema: TableSchema,
    choices: EvidenceChoices,
    onPartial: (evidence: EvidenceSoFar) => void,
    onProgress: OnProgress,
  ): Promise<Evidence> {
    const tables = await this.#loadTables(schema);
    this.#tables = tables;
    const partials = awaitable(onPartial);
    const steps = awaitable(onProgress);
    const watch = { onPartial: partials.send, onProgress: steps.send, yieldControl: createYield() };
    const evidence = await gatherEvidence(tables, { choices, effort: 'standard', seed }, watch);
    await Promise.all([partials.delivered(), steps.delivered()]);
    return evidence;
  }

  joint(first: string, second: string): Promise<JointComparison> {
    if (!this.#tables) return Promise.reject(new Error('compare must be called before joint.'));
    return Promise.resolve(compareJoint(this.#tables, first, second));
  }

  async #loadTables(schema: TableSchema): Promise<AlignedTables> {
    if (!this.#sources) throw new Error('connect must be called before compare.');
    const { real, synthetic } = this.#sources;
    const [table, split, sample] = await Promise.all([real.table(), synthetic.split(), synthetic.sample()]);
    const typed = interpretTable(table, schema);
    return alignTables(selectRows(typed, split.training), selectRows(typed, split.holdout), sample);
  }
}

/**
 * Callbacks travel on ports of their own, so the answer could overtake them: it waits until all were heard.
 * A callback from the page answers with a promise, though its type says void.
 */
function awaitable<Message>(callback: (message: Message) => unknown): {
  send: (message: Message) => void;
  delivered: () => Promise<unknown>;
} {
  let last: unknown;
  return { send: (message) => void (last = callback(message)), delivered: () => Promise.resolve(last) };
}

function createYield(): () => Promise<void> {
  let turnBegan = performance.now();
  return async () => {
    if (performance.now() - turnBegan < longestTurn) return;
    await new Promise((resolve) => setTimeout(resolve));
    turnBegan = performance.now();
  };
}

Comlink.expose(new Evaluator());
