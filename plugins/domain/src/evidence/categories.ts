/** The categories of evidence that the product knows; configuration names and describes them. */
export const EVIDENCE_CATEGORIES = [
  'appraisalMaterial',
  'otherSafetyProof',
  'houseFrontPhoto',
  'acceptanceMaterial',
  'renovatedFrontPhoto',
  'relocationAcceptance',
  'relocationCertificate',
  'publicHousingProof',
  'publicHousingCertificate',
  'governmentDocument',
  'otherHousingCertificate',
  'noRenovationWishCertificate',
  'relocationConfirmation',
  'otherMaterial',
] as const;

export type EvidenceCategoryKey = (typeof EVIDENCE_CATEGORIES)[number];
