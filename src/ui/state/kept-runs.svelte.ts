import type { TrainingSettings } from '../../engine/train/types';
import type { Evidence, Finding } from '../../evaluation/evidence';
import type { EvidenceChoices } from '../../evaluation/measure-context';
import type { Learnt } from './training.svelte';

/** A run as it is kept: what was found and how it came about. Figures only, never a cell. */
export interface KeptRun {
  readonly id: number;
  readonly settings: TrainingSettings;
  /** That learning took. */
  readonly seconds: number;
  readonly rows: number;
  readonly choices: EvidenceChoices;
  readonly findings: readonly Finding[];
}

export type Run = Omit<KeptRun, 'id'>;

export function runOf({ settings, summary }: Learnt, evidence: Evidence, choices: EvidenceChoices): Run {
  const rows = summary.rows.training + summary.rows.validation;
  return { settings, seconds: summary.seconds, rows, choices, findings: evidence.findings };
}

/** Runs kept in memory, for as long as the table is open. */
export class KeptRuns {
  #runs = $state.raw<readonly KeptRun[]>([]);
  #next = 1;

  get all(): readonly KeptRun[] {
    return this.#runs;
  }

  /** The same evidence is kept once, in whichever language it is told. */
  has({ findings }: Run): boolean {
    return this.#runs.some((run) => figuresOf(run) === figuresOf({ findings }));
  }

  keep(run: Run): void {
    if (!this.has(run)) this.#runs = [...this.#runs, { ...run, id: this.#next++ }];
  }

  drop(id: number): void {
    this.#runs = this.#runs.filter((run) => run.id !== id);
  }
}

function figuresOf({ findings }: Pick<Run, 'findings'>): string {
  return findings.map(({ id, synthetic, holdout }) => `${id} ${synthetic.value} ${holdout?.value}`).join();
}
