import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { ColumnProfile } from '../../engine/analyze/profile';
import type { ColumnKind, ColumnRole, ColumnSchema, TableSchema } from '../../engine/schema';
import { proposedTreatment, treated, treatmentOf, type Treatment } from '../../engine/sensitive/treatment';
import type { OpenClient } from '../clients/open-client';
import { explainFailure } from './failure';
import { stateWords } from './words';
import { columnWords } from '../components/column-words';

/** Columns described between two updates of the page. */
const askedTogether = 48;

interface Question {
  readonly index: number;
  /** Which question about this column it is. */
  readonly asked: number;
  readonly schema: ColumnSchema;
}

function treatedAnew(schema: ColumnSchema, treatment: Treatment): Partial<ColumnSchema> {
  const change = treated(schema, treatment);
  return change.kind === schema.kind
    ? change
    : { ...change, why: stateWords().chosenKind, chosenByUser: true };
}

/** What is made anew, left out or made coarser in any way is taken care of. */
function findUntreated(profiles: readonly ColumnProfile[]): number[] {
  return profiles.flatMap(({ schema, finding, warnings }, index) => {
    const isTold = warnings.some(({ code }) => code === 'identifies-people');
    return finding && isTold && treatmentOf(schema) === 'learn' ? [index] : [];
  });
}

/** The Columns step: what each column is taken to be, and what is to be done with it. */
export class ColumnsState {
  readonly #client: Pick<OpenClient, 'describe'>;
  #profiles = $state.raw<readonly ColumnProfile[]>([]);
  /** How often each column has been asked about: only the last answer counts. */
  readonly #asked: Uint32Array;
  readonly #pending = new SvelteSet<number>();
  readonly #errors = new SvelteMap<number, string>();
  /** 1 for each column that is to be changed together with others. */
  #marks = $state.raw<Uint8Array>(new Uint8Array(0));
  filter = $state('');
  readonly #schema = $derived<TableSchema>({ columns: this.#profiles.map((profile) => profile.schema) });
  readonly #selected = $derived([...this.#marks.keys()].filter((index) => this.#marks[index] === 1));
  readonly #untreated = $derived(findUntreated(this.#profiles));
  readonly #shown = $derived(this.#matching(this.filter.trim().toLowerCase()));

  constructor(client: Pick<OpenClient, 'describe'>, profiles: readonly ColumnProfile[]) {
    this.#client = client;
    this.#profiles = profiles;
    this.#asked = new Uint32Array(profiles.length);
    this.#marks = new Uint8Array(profiles.length);
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

  /** Indices of the columns that are to be changed together. */
  get selected(): readonly number[] {
    return this.#selected;
  }

  isSelected(index: number): boolean {
    return this.#marks[index] === 1;
  }

  select(indices: readonly number[], selected: boolean): void {
    const marks = this.#marks.slice();
    for (const index of indices) marks[index] = Number(selected);
    this.#marks = marks;
  }

  isPending(index: number): boolean {
    return this.#pending.has(index);
  }

  errorOf(index: number): string | null {
    return this.#errors.get(index) ?? null;
  }

  setKind(indices: Iterable<number>, kind: ColumnKind): void {
    const chosen = {
      kind,
      dateFormat: null,
      coarsening: null,
      why: stateWords().chosenKind,
      chosenByUser: true,
    };
    void this.#change([...indices], () => chosen);
  }

  /** What is to become of the values; see engine/sensitive/treatment.ts. */
  setTreatment(indices: Iterable<number>, treatment: Treatment): void {
    void this.#change([...indices], (schema) => treatedAnew(schema, treatment));
  }

  /** Columns in which something of people was found and that are not treated as is proposed. */
  get untreated(): readonly number[] {
    return this.#untreated;
  }

  /** Treats every such column as is proposed. */
  takeProposals(): void {
    void this.#change(this.#untreated, (schema, { finding }) =>
      finding ? treatedAnew(schema, proposedTreatment(finding)) : {},
    );
  }

  setMissingTokens(index: number, missingTokens: readonly string[]): void {
    void this.#change([index], () => ({ missingTokens, chosenByUser: true }));
  }

  /** Takes the columns to be as they were taken to be before. Resolves when they have been looked at again. */
  async adopt({ columns }: TableSchema): Promise<void> {
    const changed = columns.flatMap((schema, index) =>
      JSON.stringify(schema) === JSON.stringify(this.#profiles[index].schema) ? [] : [index],
    );
    await this.#change(changed, (_schema, _profile, index) => columns[index]);
  }

  /** A role changes nothing in what the column is, so nothing is looked at again. */
  setRole(indices: Iterable<number>, role: ColumnRole): void {
    const changed = [...indices].map((index) => {
      const profile = this.#profiles[index];
      return [index, { ...profile, schema: { ...profile.schema, role } }] as const;
    });
    this.#replace(changed);
  }

  #matching(text: string): number[] {
    if (text === '') return [...this.#profiles.keys()];
    const { kinds, roles } = columnWords();
    return this.#profiles.flatMap(({ schema, warnings }, index) => {
      const words = [
        schema.name,
        schema.kind,
        schema.role,
        kinds[schema.kind],
        roles[schema.role],
        ...warnings.map((warning) => warning.message),
      ];
      return words.some((word) => word.toLowerCase().includes(text)) ? [index] : [];
    });
  }

  /** Shows the change at once, then what the columns are with it, so many together that wide tables stay at hand. */
  async #change(
    indices: readonly number[],
    change: (schema: ColumnSchema, profile: ColumnProfile, index: number) => Partial<ColumnSchema>,
  ): Promise<void> {
    const before = this.#profiles;
    const questions = indices.map((index) => {
      this.#pending.add(index);
      this.#errors.delete(index);
      const { schema } = before[index];
      const changed = { ...schema, ...change(schema, before[index], index) };
      return { index, asked: ++this.#asked[index], schema: changed };
    });
    this.#replace(questions.map(({ index, schema }) => [index, { ...before[index], schema }]));
    for (let first = 0; first < questions.length; first += askedTogether) {
      const some = questions.slice(first, first + askedTogether);
      const answers = await Promise.all(some.map((question) => this.#ask(question, before[question.index])));
      this.#replace(answers.flat());
    }
  }

  /** The column as it is with the schema, else as it was; nothing when it has been asked about again since. */
  async #ask({ index, asked, schema }: Question, before: ColumnProfile): Promise<[number, ColumnProfile][]> {
    const answer = await this.#client.describe(index, schema).catch((error: unknown) => ({ error }));
    if (this.#asked[index] !== asked) return [];
    this.#pending.delete(index);
    if (!('error' in answer)) {
      const { role } = this.#profiles[index].schema;
      return [[index, { ...answer, schema: { ...answer.schema, role } }]];
    }
    const sentence = explainFailure(answer.error, stateWords().doing.lookingAtColumn);
    if (sentence) this.#errors.set(index, sentence);
    return [[index, before]];
  }

  #replace(changed: Iterable<readonly [number, ColumnProfile]>): void {
    const profiles = [...this.#profiles];
    for (const [index, profile] of changed) profiles[index] = profile;
    this.#profiles = profiles;
  }
}
