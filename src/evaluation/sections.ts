import type { EvidenceSection } from './measure-context';

/** Each section's details by its name: a section adds one line here and one below. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface SectionDetails {}

/** The sections in the order in which they are computed: what is quick and what matters first. */
export const sections: readonly EvidenceSection[] = [];
