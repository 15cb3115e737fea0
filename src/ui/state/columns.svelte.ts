import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { ColumnProfile } from '../../engine/analyze/profile';
import type { ColumnKind, ColumnRole, ColumnSchema, TableSchema } from '../../engine/schema';
import type { OpenClient } from '../clients/open-client';
import { explainFailure } from './failure';

const chosenWhy = 'You chose this kind.';

/** The Columns step: what each column is taken to be, and what is to be done with it. */
export class ColumnsState {
  readonly #client: Pick<OpenClient, 'describe'>;
  #profiles = $state.raw<readonly ColumnProfile[]>([]);
  /** How often each column has been asked about: only the last answer counts. */
  readonly #asked: Uint32Array;
  readonly #pending = new SvelteSet<number>();
  readonly #errors = new SvelteMap<number, string>();
  readonly selected = new SvelteSet<number>();
  filter = $state('');
  readonly #schema = $derived<TableSchema>({ columns: this.#profiles.map((profile) => profile.schema) });
  readonly #shown = $derived(this.#matching(this.filter.trim().toLowerCase()));

  constructor(client: Pick<OpenClient, 'describe'>, profiles: readonly ColumnProfile[]) {
    this.#client = client;
    this.#profiles = profiles;
    this.#asked = new Uint32Array(profiles.length);
  }

  get profiles(): readonly ColumnProfile[] {
    return this.#profiles;
  }

  get schema(): TableSchema {
    return this.#schema;
  }

  /** Indices of the columns that the filter lets through. */
  get shown(): readonly number[] {
    return this.#shown;
  }

  isPending(index: number): boolean {
    return this.#pending.has(index);
  }

  errorOf(index: number): string | null {
    return this.#errors.get(index) ?? null;
  }

  setKind(indices: Iterable<number>, kind: ColumnKind): void {
    for (const index of indices) {
      void this.#describe(index, { kind, dateFormat: null, why: chosenWhy, chosenByUser: true });
    }
  }

  setMissingTokens(index: number, missingTokens: readonly string[]): void {
    void this.#describe(index, { missingTokens, chosenByUser: true });
  }

  /** A role changes nothing in what the column is, so nothing is looked at again. */
  setRole(indices: Iterable<number>, role: ColumnRole): void {
    const changed = [...indices];
    this.#profiles = this.#profiles.map((profile, index) =>
      changed.includes(index) ? { ...profile, schema: { ...profile.schema, role } } : profile,
    );
  }

  #matching(text: string): number[] {
    return this.#profiles.flatMap(({ schema, warnings }, index) => {
      const words = [schema.name, schema.kind, schema.role, ...warnings.map((warning) => warning.message)];
      return words.some((word) => word.toLowerCase().includes(text)) ? [index] : [];
    });
  }

  async #describe(index: number, change: Partial<ColumnSchema>): Promise<void> {
    const before = this.#profiles[index];
    const schema = { ...before.schema, ...change };
    const asked = ++this.#asked[index];
    this.#pending.add(index);
    this.#errors.delete(index);
    this.#replace(index, { ...before, schema });
    try {
      const profile = await this.#client.describe(index, schema);
      if (this.#asked[index] !== asked) return;
      const { role } = this.#profiles[index].schema;
      this.#replace(index, { ...profile, schema: { ...profile.schema, role } });
    } catch (error) {
      if (this.#asked[index] !== asked) return;
      this.#replace(index, before);
      const sentence = explainFailure(error, 'looking at the column');
      if (sentence) this.#errors.set(index, sentence);
    } finally {
      if (this.#asked[index] === asked) this.#pending.delete(index);
    }
  }

  #replace(index: number, profile: ColumnProfile): void {
    this.#profiles = this.#profiles.with(index, profile);
  }
}
