import { EVIDENCE_CATEGORIES, categoriesOfKind, missingGroups } from '@anju/domain';
import { shippedEvidence } from './safeguard-builders';

function missing(kind: Parameters<typeof missingGroups>[0], categories: readonly string[], safeguard = {}) {
  const evidence = categories.map((category) => ({ category }));
  return missingGroups(kind, safeguard, evidence, shippedEvidence).map((group) => group.key);
}

describe('mandatory evidence', () => {
  it('of an originally safe house is a proof and a photo', () => {
    expect(missing('originalSafe', [])).toEqual(['safetyProof', 'housePhoto']);
    expect(missing('originalSafe', ['otherSafetyProof', 'houseFrontPhoto'])).toEqual([]);
  });

  it('is satisfied by any category of its group', () => {
    for (const category of ['governmentDocument', 'otherHousingCertificate', 'noRenovationWishCertificate'])
      expect(missing('otherMeans', [category])).toEqual([]);
  });

  it('is not satisfied by evidence of other kinds or by other material', () => {
    expect(missing('publicHousing', ['houseFrontPhoto', 'otherMaterial'])).toEqual(['publicHousingProof']);
  });

  it('of a renovation without an original house leaves out its appraisal', () => {
    const papers = ['acceptanceMaterial', 'renovatedFrontPhoto'];
    expect(missing('renovation', papers, { renovationMode: 'repairStrengthen' })).toEqual(['appraisal']);
    expect(missing('renovation', papers, { renovationMode: 'newBuildNoHouse' })).toEqual([]);
  });

  it('is none for poverty relocation', () => {
    expect(missing('povertyRelocation', [])).toEqual([]);
    expect(categoriesOfKind('povertyRelocation', shippedEvidence)).toEqual(['relocationConfirmation', 'otherMaterial']);
  });

  it('uses the categories that the product knows', () => {
    expect(shippedEvidence.categories.map((category) => category.key)).toEqual([...EVIDENCE_CATEGORIES]);
  });
});
