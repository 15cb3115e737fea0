import type { ColumnSchema } from '../../engine/schema';
import { UserError } from '../../engine/errors';
import { parseFacts, settleFacts, type TypedFacts, writeFacts } from '../../engine/privacy/facts-file';
import type { LedgerRecord } from '../../engine/privacy/ledger';
import { noiseShare } from '../../engine/privacy/noise-share';
import {
  checkPrivacy,
  checkWhole,
  isMostlyNoise,
  type PrivacySettings,
  proposeDelta,
  takesFacts,
} from '../../engine/privacy/settings';
import type { OpenClient } from '../clients/open-client';
import { stateWords } from './words';

/** What is asked for: settings that can be learnt under, or why not in one sentence; neither where nothing is asked. */
export interface AskedPrivacy {
  readonly settings: PrivacySettings | null;
  readonly fault: string | null;
}

const nothingAsked: AskedPrivacy = { settings: null, fault: null };

/** What a person asks of differential privacy. Nothing of it is read off the table. */
export class PrivacyState {
  readonly #client: Pick<OpenClient, 'plan'>;
  readonly #table: { readonly sampledFrom?: number };
  readonly #schema: () => readonly ColumnSchema[];
  isOn = $state(false);
  epsilon = $state(1);
  declaredRows = $state<number | null>(null);
  /** Null: as proposed. */
  ownDelta = $state<number | null>(null);
  /** The column that tells subjects apart; null: each row is protected by itself. */
  subject = $state<string | null>(null);
  mostRows = $state(1);
  mechanism = $state<PrivacySettings['mechanism']>('proposed');
  findsFacts = $state(false);
  acceptsNoise = $state(false);
  #typed = $state.raw<TypedFacts['typed']>({});
  readonly #columns = $derived.by(() => this.#schema().filter(({ role }) => role !== 'drop'));
  readonly #draft = $derived.by((): PrivacySettings => this.#settingsWith({}));
  readonly #asked = $derived.by((): AskedPrivacy => (this.isOn ? this.#ask() : nothingAsked));

  /**
   * @param table what is known of the rows: whether they are a sample
   * @param schema all columns of the table, as they are taken to be now
   */
  constructor(
    client: Pick<OpenClient, 'plan'>,
    table: { readonly sampledFrom?: number },
    schema: () => readonly ColumnSchema[],
  ) {
    this.#client = client;
    this.#table = table;
    this.#schema = schema;
  }

  /** The columns that are kept. */
  get columns(): readonly ColumnSchema[] {
    return this.#columns;
  }

  /** Those whose bounds or categories have to be known. */
  get factColumns(): readonly ColumnSchema[] {
    return this.#columns.filter(takesFacts);
  }

  /** Below one in the declared rows; null while those are not known. */
  get proposedDelta(): number | null {
    return this.declaredRows === null ? null : proposeDelta(this.declaredRows);
  }

  get asked(): AskedPrivacy {
    return this.#asked;
  }

  /** What public facts say of it so far, bounds and categories left out. */
  get draft(): PrivacySettings {
    return this.#draft;
  }

  /** Standard deviation of the noise in a count, as a share of the declared rows; null while that cannot be told. */
  get noise(): number | null {
    const { declaredRows, delta, epsilon } = this.#draft;
    if (!(declaredRows >= 1) || !(delta > 0 && delta < 1) || !(epsilon > 0)) return null;
    return noiseShare(this.#draft, this.#columns);
  }

  /** The table would be more noise than not: it is made only when that is accepted. */
  get isMostlyNoise(): boolean {
    return this.noise !== null && isMostlyNoise(this.noise);
  }

  typedOf(name: string): readonly string[] {
    return Object.hasOwn(this.#typed, name) ? this.#typed[name] : [];
  }

  type(name: string, texts: readonly string[]): void {
    this.#typed = { ...this.#typed, [name]: texts };
  }

  /** What is wrong with what was typed of a column, in one sentence; null where nothing is, or nothing was typed. */
  faultOf(column: ColumnSchema): string | null {
    const typed = withoutBlanks(this.typedOf(column.name));
    if (typed.length === 0) return null;
    return sentenceOf(
      () => void settleFacts({ typed: { [column.name]: typed }, findsFacts: false }, [column], ''),
    );
  }

  /** How many columns something was typed of. */
  get typedCount(): number {
    return Object.keys(this.#given.typed).length;
  }

  /** All that was typed, as the command line's `--bounds FILE` takes it. */
  get factsText(): string {
    return writeFacts(this.#given);
  }

  /**
   * Takes bounds and categories over from such a text; what is typed of other columns stays.
   * @returns what is wrong with it, in one sentence; null where it was taken
   */
  takeFacts(text: string, source: string): string | null {
    return sentenceOf(() => {
      const { typed, findsFacts } = parseFacts(text, source);
      settleFacts({ typed, findsFacts }, this.#schema(), source);
      this.#typed = { ...this.#typed, ...typed };
      if (findsFacts) this.findsFacts = true;
    });
  }

  /**
   * The ledger that learning would leave; null while something is wrong, or where the worker that plans it broke down.
   */
  async plan(): Promise<LedgerRecord | null> {
    const { settings } = this.#asked;
    if (!settings) return null;
    return this.#client.plan(this.#columns, settings).catch(() => null);
  }

  get #given(): TypedFacts {
    const typed = this.factColumns.flatMap(({ name }): [string, readonly string[]][] => {
      const texts = withoutBlanks(this.typedOf(name));
      return texts.length > 0 ? [[name, texts]] : [];
    });
    return { typed: Object.fromEntries(typed), findsFacts: this.findsFacts };
  }

  #settingsWith(facts: PrivacySettings['facts']): PrivacySettings {
    const { epsilon, declaredRows, subject, mostRows, mechanism, findsFacts, acceptsNoise } = this;
    return {
      epsilon,
      delta: this.ownDelta ?? this.proposedDelta ?? Number.NaN,
      declaredRows: declaredRows ?? Number.NaN,
      unit: subject === null ? { kind: 'row' } : { kind: 'subject', column: subject, mostRows },
      mechanism,
      facts,
      findsFacts,
      acceptsNoise,
    };
  }

  #ask(): AskedPrivacy {
    let settings: PrivacySettings | null = null;
    const fault = sentenceOf(() => {
      checkWhole(this.#table);
      const { facts } = settleFacts(this.#given, this.#columns, stateWords().typed);
      const wanted = this.#settingsWith(facts);
      checkPrivacy(wanted, this.#columns);
      settings = wanted;
    });
    return { settings, fault };
  }
}

/** The sentence of a UserError; null where there was none. */
function sentenceOf(act: () => void): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

function withoutBlanks(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text.trim() !== '');
}
