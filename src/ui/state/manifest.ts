import type { OpenedTable } from '../../../workers/api';
import { dependencies } from '../../../package.json';
import { UserError } from '../../engine/errors';
import type { Evidence } from '../../evaluation/evidence';
import type { Decision } from '../../release/decision';
import type { Audience, IntendedUse, Manifest } from '../../release/manifest';
import { makeManifest } from '../../release/manifest';
import type { SavedFile } from './file.svelte';
import { product } from './product';
import { releaseStateWords } from './release-words';
import type { Learnt } from './training.svelte';

/** What the page knows of a release. */
export interface ReleaseFacts {
  readonly table: OpenedTable;
  readonly learnt: Learnt | null;
  readonly evidence: Evidence | null;
  readonly decision: Decision | null;
  readonly intended: IntendedUse;
  readonly saved: SavedFile | null;
}

/** Now, ISO 8601. */
export function timestamp(): string {
  return new Date().toISOString();
}

/** The certificate. Throws UserError before there is a model. */
export function makeCertificate(audience: Audience, facts: ReleaseFacts): Manifest {
  const { table, learnt, evidence, saved, decision, intended } = facts;
  if (!learnt) throw new UserError(releaseStateWords().nothingToCertify);
  const { schema, settings, summary } = learnt;
  return makeManifest(
    {
      product,
      created: timestamp(),
      source: { ...table, rowCount: table.sampledFrom ?? table.rowCount, rowsUsed: table.rowCount },
      schema,
      settings,
      training: summary,
      libraries: dependencies,
      comparison: evidence?.comparison ?? null,
      decision,
      intended,
      outputs: saved ? [{ ...saved, fileName: saved.name }] : [],
    },
    audience,
  );
}
