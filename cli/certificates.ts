import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dependencies, version } from '../package.json';
import type { TableSchema } from '../src/engine/schema';
import type { TrainedModel } from '../src/engine/train/train-model';
import type { TrainingSettings } from '../src/engine/train/types';
import type { WrittenFile } from '../src/io/write/write-table';
import { type Audience, makeManifest, manifestText } from '../src/release/manifest';
import { formatOf, type OpenedFile } from './files';
import type { GivenRows } from './given';

/** What came of one run. */
interface Release {
  /** Path of the real table. */
  readonly name: string;
  readonly opened: OpenedFile;
  readonly schema: TableSchema;
  readonly settings: TrainingSettings;
  readonly trained: TrainedModel;
  readonly written: WrittenFile;
  readonly given: GivenRows | null;
}

const audiences: readonly Audience[] = ['private', 'shareable'];

const pathFor = (out: string, audience: Audience) => `${out}.${audience}.json`;

/** Where the certificates of a synthetic table go: beside it. */
export function certificatePaths(out: string): string[] {
  return audiences.map((audience) => pathFor(out, audience));
}

/** Writes the certificates of a synthetic table, one for each kind of readers. Nothing was compared for them. */
export async function writeCertificates(out: string, release: Release): Promise<void> {
  const { name, opened, schema, settings, trained, written, given } = release;
  const input = {
    product: { name: 'Understudy', version },
    created: new Date().toISOString(),
    source: {
      fileName: basename(name),
      byteCount: opened.byteCount,
      sha256: opened.sha256,
      rowCount: opened.table.sampledFrom ?? opened.table.rowCount,
      rowsUsed: opened.table.rowCount,
    },
    schema,
    settings,
    training: trained.summary,
    libraries: dependencies,
    comparison: null,
    decision: null,
    intended: { use: '', limits: '' },
    outputs: [
      {
        ...written,
        fileName: basename(out),
        format: formatOf(out),
        seed: settings.seed,
        guardFormulas: false,
        conditions: given?.conditions ?? [],
        given: given?.report() ?? null,
      },
    ],
  };
  for (const audience of audiences)
    await writeFile(pathFor(out, audience), manifestText(makeManifest(input, audience)));
}
