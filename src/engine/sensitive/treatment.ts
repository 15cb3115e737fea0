import { namesPostalCode } from '../analyze/name-hints';
import type { ColumnKind, ColumnSchema } from '../schema';
import { type Coarsening, coarseningsOf } from './coarsen';
import type { MatterFinding } from './find-matter';
import type { Matter } from './matters';
import { officialNumber } from './official-numbers';

/** What is to become of a column's values: learnt as they are, made anew, left out, or learnt coarser. */
export type Treatment = 'learn' | 'anew' | 'drop' | Coarsening;

/** What a schema comes to. */
export function treatmentOf({ role, kind, coarsening }: ColumnSchema): Treatment {
  if (role === 'drop') return 'drop';
  if (kind === 'identifier' || kind === 'text') return 'anew';
  return coarsening ?? 'learn';
}

/** What is proposed for a column in which that was found. */
export function proposedTreatment({ matter }: MatterFinding): Treatment {
  if (matter === 'birth-date') return 'year';
  if (matter === 'latitude' || matter === 'longitude' || matter === 'coordinates') return 'two-decimals';
  return 'anew';
}

/** The treatments that a column can be given, the usual one first. */
export function treatmentsOf(schema: ColumnSchema): Treatment[] {
  return ['learn', 'anew', 'drop', ...waysOf(schema)];
}

export function isCoarsening(treatment: Treatment): treatment is Coarsening {
  return treatment !== 'learn' && treatment !== 'anew' && treatment !== 'drop';
}

function waysOf({ kind, matter, name }: ColumnSchema): readonly Coarsening[] {
  const isText = kind === 'category' || kind === 'identifier' || kind === 'text';
  if (!isText) return coarseningsOf(kind);
  if (matter === 'ip') return ['network'];
  if (matter === 'coordinates') return ['two-decimals', 'one-decimal'];
  return namesPostalCode(name) ? ['postal-area'] : [];
}

/** The part of a schema that a treatment changes. */
export type TreatmentChange = Pick<ColumnSchema, 'kind' | 'role' | 'coarsening'>;

/**
 * The schema's fields under a treatment.
 * @param learnt the kind that the column has where its values are learnt, for one that was made anew before
 */
export function treated(
  schema: ColumnSchema,
  treatment: Treatment,
  learnt: ColumnKind = 'category',
): TreatmentChange {
  const isMade = schema.kind === 'identifier' || schema.kind === 'text';
  const kind = isMade ? learnt : schema.kind;
  const role = schema.role === 'drop' ? 'keep' : schema.role;
  switch (treatment) {
    case 'drop':
      return { kind: schema.kind, role: 'drop', coarsening: null };
    case 'anew':
      return { kind: isMade ? schema.kind : kindOfMade(schema.matter ?? null), role, coarsening: null };
    case 'learn':
      return { kind, role, coarsening: null };
    default:
      return { kind, role, coarsening: treatment };
  }
}

function kindOfMade(matter: Matter | null): ColumnKind {
  const isProse = matter === 'name' || matter === 'address' || matter === 'people-in-text';
  return isProse && !officialNumber(matter) ? 'text' : 'identifier';
}
