import type { SafeguardKind } from '@anju/domain';
import type { Defect } from './defects';
import type { PhotoStyle } from './photo/draw-evidence-photo';

export interface HouseholdRow {
  readonly id: number;
  readonly registryNumber: string;
  readonly source: 'registry';
  readonly regionCode: string;
  /** Where the list says that the household lives. */
  readonly registryRegionCode: string;
  readonly memberCount: number;
  readonly povertyAttribute: string;
  readonly povertyCause: string;
  readonly povertyExited: boolean;
  readonly exitYear: number | null;
  readonly recognised: boolean;
  readonly remark: string | null;
  readonly departureReason: string | null;
  readonly version: number;
}

export interface MemberRow {
  readonly id: number;
  readonly householdId: number;
  readonly regionCode: string;
  readonly personNumber: string;
  readonly name: string;
  readonly isHead: boolean;
  readonly relationToHead: string;
  readonly gender: string;
  readonly ethnicity: string;
  readonly registryIdNumber: string | null;
  readonly registryPhone: string | null;
}

export interface RenovationRow {
  readonly id: number;
  readonly regionCode: string;
  readonly archiveNumber: string;
  readonly headName: string;
  readonly idNumber: string;
  readonly members: string;
  readonly povertyType: string;
  readonly personCount: number;
  readonly originalAppraisalResult: string | null;
  readonly renovationMode: string;
  readonly modeNote: string | null;
  readonly constructionMode: string;
  readonly structure: string;
  readonly area: number;
  readonly planYear: number;
  readonly subsidyCentral: number | null;
  readonly subsidyProvince: number | null;
  readonly subsidyCity: number | null;
  readonly subsidyCounty: number | null;
  readonly subsidyTotal: number | null;
  readonly selfRaised: number;
  readonly startDate: string;
  readonly completionDate: string | null;
  readonly accepted: boolean | null;
  readonly acceptedBy: string | null;
}

export interface RelocationEntryRow {
  readonly id: number;
  readonly regionCode: string;
  readonly householdNumber: string;
  readonly personName: string;
  readonly idNumber: string;
  readonly resettlementMode: string;
  readonly resettlementSite: string;
  readonly project: string;
  readonly status: string;
  readonly startDate: string;
  readonly completionDate: string;
  readonly moveInDate: string;
}

export interface SafeguardRow {
  readonly id: number;
  readonly householdId: number;
  readonly regionCode: string;
  readonly source: 'registry';
  readonly kind: SafeguardKind;
  readonly kindNote: string | null;
  readonly appraisalResult: string | null;
  readonly appraiser: string | null;
  readonly appraisalDate: string | null;
  readonly renovationId: number | null;
  readonly relocationEntryId: number | null;
  readonly originalAppraisalResult: string | null;
  readonly renovationMode: string | null;
  readonly constructionMode: string | null;
  readonly accepted: boolean | null;
  readonly archiveCompleted: boolean | null;
  readonly archiveIncomplete: boolean | null;
  readonly subsidyTotal: number | null;
  readonly relocationType: string | null;
  readonly startDate: string | null;
  readonly completionDate: string | null;
  readonly moveInDate: string | null;
  readonly notStarted: boolean | null;
  readonly notCompleted: boolean | null;
  readonly notMovedIn: boolean | null;
  readonly confirmedBy: string | null;
  readonly publicHousingType: string | null;
  readonly otherMeansType: string | null;
  readonly entryPerson: string;
  readonly entryDate: string;
  readonly townshipReviewer: string;
  readonly townshipReviewDate: string | null;
  readonly countyReviewer: string;
  readonly countyReviewDate: string | null;
  readonly reviewState: 'entered' | 'townshipApproved' | 'countyApproved';
}

/** One piece of evidence before its picture is drawn. Equal photo seeds give equal pictures. */
export interface EvidencePlan {
  readonly id: number;
  readonly householdId: number;
  readonly regionCode: string;
  readonly category: string;
  readonly style: PhotoStyle;
  readonly photoSeed: number;
}

/** A household with everything that hangs on it. */
export interface HouseholdBundle {
  readonly defect: Defect;
  readonly household: HouseholdRow;
  readonly members: readonly MemberRow[];
  readonly safeguard: SafeguardRow | null;
  readonly renovations: readonly RenovationRow[];
  readonly relocationEntry: RelocationEntryRow | null;
  readonly evidences: readonly EvidencePlan[];
}
