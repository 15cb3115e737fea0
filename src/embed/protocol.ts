/**
 * What a host page and an embedded Understudy say to each other, version 1 (docs/embedding.md). Types and the few signs that
 * both sides must agree on; it imports nothing, so that hosts can take it as it is.
 */

export const protocolVersion = 1;

/** What the page posts to the window around it, once, at an origin that its owner allows, with one MessagePort. */
export interface Greeting {
  readonly understudy: 'greeting';
  readonly protocol: number;
  /** Of the page. */
  readonly version: string;
}

export type StepName = 'open' | 'columns' | 'train' | 'compare' | 'release';
export type FileFormat = 'csv' | 'xlsx' | 'parquet' | 'arrow' | 'jsonl' | 'sql';

/** What the page may be asked to give to the host; the person is asked as well. */
export type Gift = 'rows' | 'evidence';

export interface HostConfig {
  /** Colours by the names of the page's tokens (`--accent`, `--surface`, …). */
  readonly tokens?: Readonly<Record<string, string>>;
  readonly scheme?: 'light' | 'dark';
  /** A BCP 47 tag; the page says in `ready` which language it speaks. */
  readonly locale?: string;
  /** Steps shown; `open` always is. */
  readonly steps?: readonly StepName[];
  /** `page` leaves the frame's height to the host; `content` lets the page be as high as what it shows. */
  readonly fit?: 'page' | 'content';
  readonly limits?: {
    readonly bytes?: number;
    readonly rows?: number;
    readonly trainingSeconds?: number;
  };
  /** Thresholds of a release, as in a policy file (docs/release.md). */
  readonly policy?: object;
  /** Formats a file may have; left out: all. `model`: the person may save the model too; left out: they may not. */
  readonly exports?: readonly (FileFormat | 'model')[];
  /** What the host would have; left out: nothing. */
  readonly gifts?: readonly Gift[];
  /** Who saves files: the page by a download, or the host, for frames that may not. */
  readonly downloads?: 'page' | 'host';
}

export interface ColumnWish {
  readonly name: string;
  readonly kind?: string;
  readonly role?: string;
}

export interface TrainWishes {
  readonly model?: 'autoregressive' | 'gaussian-copula' | 'independent';
  readonly preset?: 'fast' | 'balanced' | 'best';
  readonly seed?: number;
  /** Ask for the evidence too: it must be among the gifts, and the person must agree. */
  readonly evidence?: boolean;
}

/** Ids are whole numbers, each larger than all before it: a request that comes again changes nothing. */
export type HostRequest = { readonly id: number } & (
  | { readonly type: 'configure'; readonly config: HostConfig }
  | { readonly type: 'load'; readonly file: Blob; readonly name?: string }
  | { readonly type: 'load'; readonly buffer: ArrayBuffer; readonly name: string }
  | { readonly type: 'load'; readonly schema: readonly ColumnWish[] }
  | { readonly type: 'train'; readonly settings?: TrainWishes }
  | { readonly type: 'cancel'; readonly request: number }
  | { readonly type: 'generate'; readonly rows: number; readonly seed?: number }
  | { readonly type: 'export'; readonly format: FileFormat; readonly rows?: number; readonly seed?: number }
);

export type FaultCode =
  | 'malformed'
  | 'replayed'
  | 'flooding'
  | 'not-configured'
  | 'not-allowed'
  | 'refused'
  | 'busy'
  | 'too-large'
  | 'no-table'
  | 'no-model'
  | 'failed'
  | 'cancelled';

/** A figure of the evidence: no cell, no column's name. */
export interface EvidenceFigure {
  readonly id: string;
  readonly family: string;
  readonly verdict: string;
  /** Null where it could not be measured. */
  readonly synthetic: number | null;
  readonly holdout: number | null;
}

/** `id`: of the request it answers; null where nobody asked. */
export type PageMessage =
  | {
      readonly type: 'ready';
      readonly id: number;
      readonly protocol: number;
      readonly version: string;
      readonly locale: string;
    }
  /** `share`: of the work, 0 … 1; null where it is not known. */
  | { readonly type: 'progress'; readonly id: number; readonly phase: string; readonly share: number | null }
  /** Null where the table is not the host's own: the person opened it. */
  | {
      readonly type: 'schema';
      readonly id: number;
      readonly table: { readonly rows: number; readonly columns: readonly Required<ColumnWish>[] } | null;
    }
  | { readonly type: 'evidence'; readonly id: number; readonly figures: readonly EvidenceFigure[] }
  | { readonly type: 'result'; readonly id: number; readonly kind: 'model'; readonly seconds: number }
  | { readonly type: 'result'; readonly id: number; readonly kind: 'cancelled'; readonly request: number }
  | ({
      readonly type: 'result';
      readonly id: number;
      readonly kind: 'rows';
      readonly buffer: ArrayBuffer;
    } & Made)
  | ({ readonly type: 'result'; readonly id: number; readonly kind: 'file'; readonly blob: Blob } & Made)
  /** What the person saves where `downloads` is the host's, and agreed to hand over. */
  | {
      readonly type: 'result';
      readonly id: null;
      readonly kind: 'download';
      readonly name: string;
      readonly blob: Blob;
    }
  | {
      readonly type: 'error';
      readonly id: number | null;
      readonly code: FaultCode;
      /** For people. It never holds a cell. */
      readonly sentence: string;
    }
  /** CSS pixels that the page would fill. */
  | { readonly type: 'resize'; readonly id: null; readonly height: number };

export interface Made {
  readonly name: string;
  readonly format: FileFormat;
  readonly rows: number;
  /** Of its bytes, hexadecimal. */
  readonly sha256: string;
}

/** More messages than so many within a second are a flood: the side that is flooded closes the port. */
export const mostMessagesASecond = 200;

/** True while no more come than are allowed. `now` in milliseconds. */
export class FloodGate {
  readonly #now: () => number;
  #since = -Infinity;
  #count = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  admits(): boolean {
    const now = this.#now();
    if (now - this.#since >= 1000) {
      this.#since = now;
      this.#count = 0;
    }
    return ++this.#count <= mostMessagesASecond;
  }
}
