import type { InEachLanguage } from '../words';
import type { AlignedTables } from './align-tables';
import type { Evidence } from './evidence';
import { examineHere, type ExaminerRequest } from './examiner';
import { gatherFrom, type GatheringWatch, MeasuredParts } from './gather-parts';
import { sections } from './sections';

export interface EvidenceWatch extends GatheringWatch {
  /** Awaited often, so that the thread can answer others. */
  readonly yieldControl: () => Promise<void>;
}

export interface EvidenceRequest extends ExaminerRequest {
  /** Sections to leave out, by name. */
  readonly without?: readonly string[];
}

/**
 * Compares columns, pairs and copies, then asks every section, one after another; what is known is handed out after
 * each. The same tables and request give the same evidence.
 */
export async function gatherEvidence(
  tables: AlignedTables,
  request: EvidenceRequest,
  watch: EvidenceWatch,
): Promise<InEachLanguage<Evidence>> {
  const here = examineHere(tables, request, watch.yieldControl);
  const wanted = sections.filter(({ name }) => !request.without?.includes(name));
  return gatherFrom([here], wanted, new MeasuredParts(), watch);
}
