import type { OpenedTable } from '../../../workers/api';
import { dependencies, version } from '../../../package.json';
import { UserError } from '../../engine/errors';
import type { Evidence } from '../../evaluation/evidence';
import type { Audience } from '../../release/manifest';
import { makeManifest, manifestText } from '../../release/manifest';
import type { SavedFile } from './release.svelte';
import type { Learnt } from './training.svelte';

/** What the page knows of a release. */
export interface ReleaseFacts {
  readonly table: OpenedTable;
  readonly learnt: Learnt | null;
  readonly evidence: Evidence | null;
  readonly saved: SavedFile | null;
}

/** The certificate as a JSON file. Throws UserError before there is a model. */
export function writeManifest(audience: Audience, facts: ReleaseFacts): Blob {
  const { table, learnt, evidence, saved } = facts;
  if (!learnt) throw new UserError('There is nothing to certify yet: learn the table first.');
  const { schema, settings, summary } = learnt;
  const manifest = makeManifest(
    {
      product: { name: 'Understudy', version },
      created: new Date().toISOString(),
      source: table,
      schema,
      settings,
      training: summary,
      libraries: dependencies,
      comparison: evidence?.comparison ?? null,
      outputs: saved ? [{ ...saved, fileName: saved.name }] : [],
    },
    audience,
  );
  return new Blob([manifestText(manifest)], { type: 'application/json' });
}
