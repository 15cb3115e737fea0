import type { Progress } from '../../../workers/api';
import type { EvidenceChoices } from '../../evaluation/measure-context';
import type { CurveName } from '../../evaluation/utility/curve-plans';
import type { LearningCurve } from '../../evaluation/utility/learning-curves';
import type { EvaluateClient, LearntTable } from '../clients/evaluate-client';
import { explainFailure } from './failure';
import { progressWords } from '../../words/progress-words';
import { stateWords } from './words';

type Drawer = Pick<EvaluateClient, 'curve' | 'endCurve'>;

/** The curves that are drawn when someone asks for them, one at a time. */
export class LearningCurvesState {
  readonly #evaluate: Drawer;
  #drawn = $state.raw<Partial<Record<CurveName, LearningCurve | string>>>({});
  #running = $state.raw<{ readonly name: CurveName; readonly table: LearntTable } | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #error = $state<string | null>(null);
  #run = 0;

  constructor(evaluate: Drawer) {
    this.#evaluate = evaluate;
  }

  /** The curves there are, or why there is none: one sentence. */
  get drawn(): Partial<Record<CurveName, LearningCurve | string>> {
    return this.#drawn;
  }

  /** The curve that is being drawn. */
  get running(): CurveName | null {
    return this.#running?.name ?? null;
  }

  /** Null when nothing is being drawn. */
  get progress(): Progress | null {
    return this.#progress;
  }

  get error(): string | null {
    return this.#error;
  }

  /** Draws a curve in place of one that is being drawn. */
  async draw(name: CurveName, table: LearntTable, choices: EvidenceChoices): Promise<void> {
    this.stop();
    const run = this.#run;
    const current = () => run === this.#run;
    const hear = (phase: string, done: number, total: number) => {
      if (current()) this.#progress = { phase, done: (100 * done) / total, total: 100, unit: 'percent' };
    };
    this.#error = null;
    this.#running = { name, table };
    hear(progressWords().gettingReady, 0, 1);
    try {
      const curve = await this.#evaluate.curve(table, choices, name, hear);
      if (current()) this.#drawn = { ...this.#drawn, [name]: curve };
    } catch (error) {
      if (current()) this.#error = explainFailure(error, stateWords().doing.drawingCurve);
    } finally {
      if (current()) this.#running = this.#progress = null;
    }
  }

  /** Ends the one that is being drawn; those that are drawn stay. */
  stop(): void {
    this.#run++;
    if (this.#running) this.#evaluate.endCurve(this.#running.table);
    this.#running = this.#progress = null;
  }

  reset(): void {
    this.stop();
    this.#drawn = {};
    this.#error = null;
  }
}
