import type { Verified } from '#contracts';
import type { Asked } from '#mixins/invariants';

/** What one part of the verification found, and where its next page begins. */
export interface VerifiedPart {
  data: Verified[];
  next: Asked | null;
}
