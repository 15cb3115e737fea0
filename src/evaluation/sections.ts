import type { EvidenceSection } from './measure-context';
import { type CopiesDetails, copiesSection } from './privacy/copies';

/** Each section's details by its name: a section adds one line here and one below. */
export interface SectionDetails {
  readonly copies: CopiesDetails;
}

/** The sections in the order in which they are computed: what is quick and what matters first. */
export const sections: readonly EvidenceSection[] = [copiesSection];
