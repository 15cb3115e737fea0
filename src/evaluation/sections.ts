import type { EvidenceSection } from './measure-context';
import { type CopiesDetails, copiesSection } from './privacy/copies';
import { type UtilityDetails, utilitySection } from './utility/measure-utility';

/** Each section's details by its name: a section adds one line here and one below. */
export interface SectionDetails {
  readonly copies: CopiesDetails;
  readonly utility: UtilityDetails;
}

/** The sections in the order in which they are computed: what is quick and what matters first. */
export const sections: readonly EvidenceSection[] = [copiesSection, utilitySection];
