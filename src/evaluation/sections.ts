import { type DetectionDetails, detectionSection } from './detection/detection';
import { type DiversityDetails, diversitySection } from './diversity/diversity';
import { type FairnessDetails, fairnessSection } from './fairness/measure-fairness';
import { type FidelityDetails, fidelitySection } from './fidelity/fidelity';
import type { EvidenceSection } from './measure-context';
import { type CopiesDetails, copiesSection } from './privacy/copies';
import { type InferenceDetails, inferenceSection } from './privacy/inference';
import { type LinkabilityDetails, linkabilitySection } from './privacy/linkability';
import { type MembershipDetails, membershipSection } from './privacy/membership';
import { kMapSection, type RareCombinationsDetails } from './privacy/rare-combinations';
import { type SinglingOutDetails, singlingOutSection } from './privacy/singling-out';
import { type UtilityDetails, utilitySection } from './utility/measure-utility';

/** Each section's details by its name: a section adds one line here and one below. */
export interface SectionDetails {
  readonly fidelity: FidelityDetails;
  readonly detection: DetectionDetails;
  readonly diversity: DiversityDetails;
  readonly copies: CopiesDetails;
  readonly utility: UtilityDetails;
  readonly fairness: FairnessDetails;
  readonly singlingOut: SinglingOutDetails;
  readonly linkability: LinkabilityDetails;
  readonly inference: InferenceDetails;
  readonly membership: MembershipDetails;
  readonly kMap: RareCombinationsDetails;
}

/** The sections in the order in which they are computed: what is quick and what matters first. */
export const sections: readonly EvidenceSection[] = [
  fidelitySection,
  detectionSection,
  diversitySection,
  copiesSection,
  utilitySection,
  fairnessSection,
  singlingOutSection,
  linkabilitySection,
  inferenceSection,
  membershipSection,
  kMapSection,
];
