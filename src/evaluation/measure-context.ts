import type { RandomStream } from '../engine/random';
import type { AlignedTables } from './align-tables';
import type { Finding, Family } from './evidence';
import type { SectionDetails } from './sections';

/** What a person says of the table before it is judged. */
export interface EvidenceChoices {
  /** The column that a model is to predict; null: the sensible default (utility/default-target.ts). */
  readonly target: string | null;
  /** Columns whose groups are to fare alike. */
  readonly sensitive: readonly string[];
  /** Columns that someone outside may know of a person: what attacks start from. Empty: all are tried. */
  readonly known: readonly string[];
}

export const noChoices: EvidenceChoices = { target: null, sensitive: [], known: [] };

/** What a section is given. */
export interface MeasureContext {
  readonly tables: AlignedTables;
  readonly choices: EvidenceChoices;
  /** `standard` looks at random samples of stated size where tables are large; `full` at all rows where that is linear. */
  readonly effort: 'standard' | 'full';
  /** The stream of that name: the same tables, choices and seed give the same evidence. */
  random(name: string): RandomStream;
  /**
   * What several sections need: made by whoever asks first and kept for the others. What `make` needs of chance it takes
   * from the stream it is given, so that the outcome does not depend on who asked.
   */
  once<Value>(name: string, make: (random: MeasureContext['random']) => Promise<Value>): Promise<Value>;
  /** How far the section is; `phase` begins a sentence (`Telling real rows from synthetic ones`). */
  onProgress(phase: string, done: number, total: number): void;
  /** Awaited at least every few milliseconds of work, so that the thread can answer others. */
  yieldControl(): Promise<void>;
}

/** A part of the evidence that is computed by itself and arrives as a whole. */
export interface EvidenceSection<Name extends keyof SectionDetails = keyof SectionDetails> {
  readonly name: Name;
  readonly family: Family;
  /** The choices that its figures depend on; all of them where not said. */
  readonly asks?: readonly (keyof EvidenceChoices)[];
  /** Sections with the same word here share what takes long to make, and are measured in the same place. */
  readonly together?: string;
  /** Measures once; what was found can then be told in whichever language is spoken when it is asked for. */
  measure(context: MeasureContext): Promise<() => SectionResult<SectionDetails[Name]>>;
}

export interface SectionResult<Details> {
  /** For the section's own pictures; null where nothing could be measured. Plain data: it crosses to the page. */
  readonly details: Details | null;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}
