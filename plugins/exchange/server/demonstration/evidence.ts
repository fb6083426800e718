import { createHash } from 'node:crypto';
import type { SafeguardKind } from '@anju/domain';
import type { Defect } from './defects';
import type { PhotoStyle } from './photo/draw-evidence-photo';
import type { Random } from './random';

export interface EvidencePiece {
  readonly category: string;
  readonly style: PhotoStyle;
}

/** The evidence of a recognised household: one piece for each mandatory group, one group short for `evidenceMissing`. */
export function drawEvidence(
  random: Random,
  kind: SafeguardKind,
  renovationMode: string | null,
  defect: Defect,
): readonly EvidencePiece[] {
  const pieces = mandatoryPieces(random, kind, renovationMode);
  if (defect !== 'evidenceMissing') return pieces;
  const left = random.integer(0, pieces.length - 1);
  return pieces.filter((_, index) => index !== left);
}

/** Place of a demonstration file below the evidence folder: two levels of folders keep each of them small. */
export function evidenceStorageKey(id: number): string {
  const name = createHash('sha256').update(`demonstration-evidence-${id}`).digest('hex').slice(0, 40);
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}.jpg`;
}

function mandatoryPieces(random: Random, kind: SafeguardKind, renovationMode: string | null): readonly EvidencePiece[] {
  switch (kind) {
    case 'originalSafe':
      return [
        paper(random.chance(0.8) ? 'appraisalMaterial' : 'otherSafetyProof'),
        { category: 'houseFrontPhoto', style: 'house' },
      ];
    case 'renovation':
      return [
        ...(renovationMode === 'newBuildNoHouse' ? [] : [paper('appraisalMaterial')]),
        paper('acceptanceMaterial'),
        { category: 'renovatedFrontPhoto', style: 'house' },
      ];
    case 'povertyRelocation':
      return random.chance(0.3) ? [paper('relocationConfirmation')] : [];
    case 'otherRelocation':
      return [paper(random.pick(['relocationAcceptance', 'relocationCertificate']))];
    case 'publicHousing':
      return [paper(random.pick(['publicHousingProof', 'publicHousingCertificate']))];
    case 'otherMeans':
      return [paper(random.pick(['governmentDocument', 'otherHousingCertificate', 'noRenovationWishCertificate']))];
  }
}

function paper(category: string): EvidencePiece {
  return { category, style: 'paper' };
}
