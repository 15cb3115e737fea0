/** How far a gathering is. */
export interface GatheringProgress {
  /** What is being done, as sentences' beginnings: one for each examiner at work. */
  readonly phase: string;
  /** Percent of the work. */
  readonly done: number;
  readonly total: 100;
  readonly unit: 'percent';
}

/**
 * Seconds that parts took on a table of 32,000 rows and 15 columns, by `npm run bench evidence -- --timing`; 1 where not
 * listed. Only their proportions matter.
 */
const usualSeconds: Readonly<Record<string, number>> = {
  comparison: 4,
  fidelity: 1.5,
  detection: 8,
  diversity: 1.4,
  copies: 0.1,
  utility: 4.2,
  fairness: 1.8,
  singlingOut: 3,
  linkability: 0.3,
  inference: 0.8,
  membership: 0.4,
  kMap: 0.1,
};

/** One figure for how far parts are that are measured side by side. */
export class EvidenceProgress {
  readonly #weights: ReadonlyMap<string, number>;
  readonly #whole: number;
  readonly #shares = new Map<string, number>();
  readonly #phases = new Map<string, string>();

  constructor(parts: readonly string[]) {
    this.#weights = new Map(parts.map((part) => [part, usualSeconds[part] ?? 1]));
    this.#whole = [...this.#weights.values()].reduce((sum, weight) => sum + weight, 0);
  }

  /** `share`: how far the part is, 0 … 1; a phase that begins anew never takes it back. */
  hear(part: string, phase: string, share: number): GatheringProgress {
    this.#phases.set(part, phase);
    this.#shares.set(part, Math.min(1, Math.max(share, this.#shares.get(part) ?? 0)));
    return {
      phase: [...this.#phases.values()].join(' · '),
      done: this.#percent(),
      total: 100,
      unit: 'percent',
    };
  }

  end(part: string): void {
    this.#phases.delete(part);
    this.#shares.set(part, 1);
  }

  #percent(): number {
    let done = 0;
    for (const [part, share] of this.#shares) done += share * (this.#weights.get(part) ?? 0);
    return (100 * done) / this.#whole;
  }
}
