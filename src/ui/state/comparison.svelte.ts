import type { Progress } from '../../../workers/api';
import { keptNames } from '../../engine/schema';
import type { Evidence } from '../../evaluation/evidence';
import type { EvidenceSoFar } from '../../evaluation/gather-parts';
import { noChoices, type EvidenceChoices } from '../../evaluation/measure-context';
import { judgePartly } from '../../evaluation/partial-evidence';
import type { JointComparison } from '../../evaluation/report';
import type { CurveName } from '../../evaluation/utility/curve-plans';
import { type InEachLanguage, inEachLanguage, languageNow } from '../../words';
import type { EvaluateClient, LearntTable } from '../clients/evaluate-client';
import type { ModelClient } from '../clients/model-client';
import { choicesOfRoles } from './evidence-choices';
import { explainFailure } from './failure';
import { LearningCurvesState } from './learning-curves.svelte';
import { progressWords } from '../../words/progress-words';
import { stateWords } from './words';

/** Rows drawn for the comparison: enough for every figure, drawn in seconds. */
const mostSampledRows = 20_000;

type Sampler = Pick<ModelClient, 'sample'>;
type Measurer = Pick<EvaluateClient, 'compare' | 'joint' | 'curve' | 'endCurve' | 'end' | 'forget'>;

/** The Compare step: draws a sample from the model, then fills `evidence` part by part. */
export class ComparisonState {
  readonly #model: Sampler;
  readonly #evaluate: Measurer;
  /** Drawn on demand, once the evidence is whole. */
  readonly curves: LearningCurvesState;
  #table = $state.raw<LearntTable | null>(null);
  #choices = $state.raw<EvidenceChoices>(noChoices);
  #evidence = $state.raw<InEachLanguage<EvidenceSoFar> | null>(null);
  #whole = $state.raw<InEachLanguage<Evidence> | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #error = $state<string | null>(null);
  #drawn = false;
  #seed = 0;
  #run = 0;

  constructor(model: Sampler, evaluate: Measurer) {
    this.#model = model;
    this.#evaluate = evaluate;
    this.curves = new LearningCurvesState(evaluate);
  }

  /** A comparison of the model has been begun, be it whole, stopped or broken off. */
  get started(): boolean {
    return this.#table !== null;
  }

  /** What is known so far: column figures come first. */
  get evidence(): EvidenceSoFar | null {
    return this.#evidence && this.#evidence[languageNow()];
  }

  /** The evidence once every part of it is there. */
  get whole(): Evidence | null {
    return this.#whole && this.#whole[languageNow()];
  }

  /** Null when nothing is being computed. */
  get progress(): Progress | null {
    return this.#progress;
  }

  get error(): string | null {
    return this.#error;
  }

  /** What the evidence was asked for. */
  get choices(): EvidenceChoices {
    return this.#choices;
  }

  /** The table that was learnt. */
  get table(): LearntTable | null {
    return this.#table;
  }

  /** `seed`: of the sample. The schema's roles say what to ask for. */
  start(table: LearntTable, seed: number): Promise<void> {
    this.reset();
    this.#table = table;
    this.#seed = seed;
    this.#choices = choicesOfRoles(table.schema);
    return this.measure();
  }

  /** Asks for something else: measures anew what depends on it. */
  choose(choices: EvidenceChoices): Promise<void> {
    if (choices.target !== this.#choices.target) this.curves.reset();
    this.#choices = choices;
    return this.measure();
  }

  /** Measures what is not known yet, after a stop or a failure too. */
  async measure(): Promise<void> {
    const table = this.#table;
    if (!table) return;
    this.stop();
    const run = this.#run;
    const current = () => run === this.#run;
    const hear = (progress: Progress) => void (current() && (this.#progress = progress));
    this.#error = null;
    this.#whole = null;
    try {
      await this.#draw(table, hear);
      if (!current()) return;
      hear({ phase: progressWords().readingBoth, done: 0, total: 100, unit: 'percent' });
      const kept = keptNames(table.schema);
      const evidence = await this.#evaluate.compare(table, this.#choices, {
        onPartial: (soFar) => void (current() && (this.#evidence = judgeEach(soFar, kept))),
        onProgress: hear,
      });
      if (!current()) return;
      const judged = judgeEach(evidence, kept);
      this.#evidence = judged;
      this.#whole = judged;
    } catch (error) {
      if (!current()) return;
      this.#evaluate.end();
      this.#error = explainFailure(error, stateWords().doing.comparing);
    } finally {
      if (current()) this.#progress = null;
    }
  }

  /** Ends what is being computed; what is known stays. */
  stop(): void {
    this.#run++;
    this.curves.stop();
    if (this.#progress) this.#evaluate.end();
    this.#progress = null;
  }

  /** The joint picture of two columns. Throws what the worker throws. */
  joint(first: string, second: string): Promise<JointComparison> {
    if (!this.#table) return Promise.reject(new Error('Nothing has been compared.'));
    return this.#evaluate.joint(this.#table.schema, first, second);
  }

  /** Draws a curve of models that predict `target`. */
  async drawCurve(name: CurveName, target: string): Promise<void> {
    if (this.#table) await this.curves.draw(name, this.#table, { ...this.#choices, target });
  }

  /** Forgets the evidence, and ends what is being computed. */
  reset(): void {
    this.stop();
    this.curves.reset();
    this.#evaluate.forget();
    this.#table = null;
    this.#drawn = false;
    this.#evidence = null;
    this.#whole = null;
    this.#error = null;
  }

  /** Draws the sample, once for each model. */
  async #draw({ rows }: LearntTable, hear: (progress: Progress) => void): Promise<void> {
    if (this.#drawn) return;
    const sampled = Math.min(rows, mostSampledRows);
    hear({ phase: progressWords().drawingSynthetic, done: 0, total: sampled, unit: 'rows' });
    await this.#model.sample(sampled, this.#seed, hear);
    this.#drawn = true;
  }
}

function judgeEach<One extends EvidenceSoFar>(
  evidence: InEachLanguage<One>,
  kept: readonly string[],
): InEachLanguage<One> {
  return inEachLanguage((language) => judgePartly(evidence[language], kept));
}
