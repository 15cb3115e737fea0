import type { Progress } from '../../../workers/api';
import type { TableSchema } from '../../engine/schema';
import type { Evidence } from '../../evaluation/evidence';
import type { EvidenceSoFar } from '../../evaluation/gather-evidence';
import { noChoices, type EvidenceChoices } from '../../evaluation/measure-context';
import type { JointComparison } from '../../evaluation/report';
import type { EvaluateClient } from '../clients/evaluate-client';
import type { ModelClient } from '../clients/model-client';
import { choicesOfRoles } from './evidence-choices';
import { explainFailure } from './failure';

/** Rows drawn for the comparison: enough for every figure, drawn in seconds. */
const mostSampledRows = 20_000;

/** The Compare step: draws a sample from the model, then fills `evidence` part by part. */
export class ComparisonState {
  readonly #model: ModelClient;
  readonly #evaluate: EvaluateClient;
  #evidence = $state.raw<EvidenceSoFar | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #error = $state<string | null>(null);
  #whole = $state.raw<Evidence | null>(null);
  #choices = $state.raw<EvidenceChoices>(noChoices);
  #run = 0;

  constructor(model: ModelClient, evaluate: EvaluateClient) {
    this.#model = model;
    this.#evaluate = evaluate;
  }

  /** What is known so far: column figures come first. */
  get evidence(): EvidenceSoFar | null {
    return this.#evidence;
  }

  /** Null when nothing is being computed. */
  get progress(): Progress | null {
    return this.#progress;
  }

  get error(): string | null {
    return this.#error;
  }

  /** The evidence once every part of it is there. */
  get whole(): Evidence | null {
    return this.#whole;
  }

  /** What the evidence was asked for. */
  get choices(): EvidenceChoices {
    return this.#choices;
  }

  /** `rows`: how many the model learnt from; `seed`: of the sample. The schema's roles say what to ask for. */
  async start(schema: TableSchema, rows: number, seed: number): Promise<void> {
    this.reset();
    this.#choices = choicesOfRoles(schema);
    const run = this.#run;
    const current = () => run === this.#run;
    const hear = (progress: Progress) => void (current() && (this.#progress = progress));
    const sampled = Math.min(rows, mostSampledRows);
    hear({ phase: 'Drawing synthetic rows', done: 0, total: sampled, unit: 'rows' });
    try {
      await this.#model.sample(sampled, seed, hear);
      const evidence = await this.#evaluate.compare(
        schema,
        this.#choices,
        (soFar) => void (current() && (this.#evidence = soFar)),
        hear,
      );
      if (!current()) return;
      this.#evidence = evidence;
      this.#whole = evidence;
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

  /** Forgets the evidence, and ends what is being computed. */
  reset(): void {
    this.#run++;
    this.#evaluate.end();
    this.#evidence = null;
    this.#progress = null;
    this.#error = null;
    this.#whole = null;
  }
}
