import type { Progress } from '../../../workers/api';
import type { TableSchema } from '../../engine/schema';
import type { ComparisonReport, JointComparison } from '../../evaluation/report';
import type { EvaluateClient } from '../clients/evaluate-client';
import type { ModelClient } from '../clients/model-client';
import { explainFailure } from './failure';

/** Rows drawn for the comparison: enough for every figure, drawn in seconds. */
const mostSampledRows = 20_000;

/** The Compare step: draws a sample from the model, then fills `report` part by part. */
export class ComparisonState {
  readonly #model: ModelClient;
  readonly #evaluate: EvaluateClient;
  #report = $state.raw<Partial<ComparisonReport> | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #error = $state<string | null>(null);
  #whole = $state.raw<ComparisonReport | null>(null);
  #run = 0;

  constructor(model: ModelClient, evaluate: EvaluateClient) {
    this.#model = model;
    this.#evaluate = evaluate;
  }

  /** What is known so far: column figures come first. */
  get report(): Partial<ComparisonReport> | null {
    return this.#report;
  }

  /** Null when nothing is being computed. */
  get progress(): Progress | null {
    return this.#progress;
  }

  get error(): string | null {
    return this.#error;
  }

  /** The report once every part of it is there. */
  get whole(): ComparisonReport | null {
    return this.#whole;
  }

  /** `rows`: how many the model learnt from; `seed`: of the sample. */
  async start(schema: TableSchema, rows: number, seed: number): Promise<void> {
    this.reset();
    const run = this.#run;
    const current = () => run === this.#run;
    const hear = (progress: Progress) => void (current() && (this.#progress = progress));
    const sampled = Math.min(rows, mostSampledRows);
    hear({ phase: 'Drawing synthetic rows', done: 0, total: sampled, unit: 'rows' });
    try {
      await this.#model.sample(sampled, seed, hear);
      const report = await this.#evaluate.compare(
        schema,
        (part) => void (current() && (this.#report = { ...this.#report, ...part })),
        hear,
      );
      if (!current()) return;
      this.#report = report;
      this.#whole = report;
    } catch (error) {
      if (current()) this.#error = explainFailure(error, 'comparing the tables');
    } finally {
      if (current()) this.#progress = null;
    }
  }

  /** The joint picture of two columns. Throws what the worker throws. */
  joint(first: string, second: string): Promise<JointComparison> {
    return this.#evaluate.joint(first, second);
  }

  /** Forgets the report, and ends what is being computed. */
  reset(): void {
    this.#run++;
    this.#evaluate.end();
    this.#report = null;
    this.#progress = null;
    this.#error = null;
    this.#whole = null;
  }
}
