import type { LedgerRecord } from '../engine/privacy/ledger';
import { UserError } from '../engine/errors';
import type { ColumnKind, ColumnSchema } from '../engine/schema';
import type { IntendedUse } from './manifest';
import { releaseWords } from './words';

/** A file that came with a manifest. */
export interface ReceivedFile {
  readonly name: string;
  readonly byteCount: number;
  readonly sha256: string;
}

/** What a manifest says of itself and its files; more may stand in it. */
export interface ReadManifest {
  readonly audience: string;
  readonly created: string;
  readonly notice: string;
  readonly product: { readonly name: string; readonly version: string };
  readonly guarantee: {
    readonly formal: boolean;
    readonly statement: string;
    readonly ledger?: LedgerRecord;
  };
  readonly outputs: readonly (Omit<ReceivedFile, 'name'> & {
    readonly fileName: string;
    readonly format: string;
    readonly rowCount: number;
  })[];
  readonly columns: readonly {
    readonly name: string;
    readonly kind: ColumnKind;
    readonly role?: ColumnSchema['role'];
  }[];
  readonly intended?: IntendedUse;
  readonly signature?: unknown;
}

/**
 * A manifest's text as this program writes it.
 * @throws UserError where it is none
 */
export function readManifest(text: string): ReadManifest {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new UserError(releaseWords().manifestIsNoJson);
  }
  const document = parsed as Partial<ReadManifest & { manifest: unknown }> | null;
  if (document?.manifest !== 'understudy' || !Array.isArray(document.outputs) || !document.product)
    throw new UserError(releaseWords().noManifest);
  return document as ReadManifest;
}

/** What a manifest says of one of its files. */
export interface ReleaseRecord {
  /** Null where nothing formal is promised. */
  readonly ledger: LedgerRecord | null;
  /** Those that were released. */
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
  readonly intended: IntendedUse;
}

/**
 * @param text a manifest's
 * @throws UserError where the text is no manifest of this program, or does not name the file
 */
export function releaseRecordOf(
  text: string,
  { name, sha256 }: Pick<ReceivedFile, 'name' | 'sha256'>,
): ReleaseRecord {
  const { outputs, guarantee, columns, intended } = readManifest(text);
  if (!outputs.some((output) => output.sha256 === sha256))
    throw new UserError(releaseWords().otherFile(name));
  return {
    ledger: guarantee.formal ? (guarantee.ledger ?? null) : null,
    columns: columns.filter(({ role }) => role !== 'drop').map(({ name, kind }) => ({ name, kind })),
    intended: intended ?? { use: '', limits: '' },
  };
}
