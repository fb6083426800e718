/** The six ways in which a household's housing is safe, in the order in which every screen and table shows them. */
export const SAFEGUARD_KINDS = [
  'originalSafe',
  'renovation',
  'povertyRelocation',
  'otherRelocation',
  'publicHousing',
  'otherMeans',
] as const;
export type SafeguardKind = (typeof SAFEGUARD_KINDS)[number];

/** Where a household comes from: the Poverty Office's list, or the supplement beside it. */
export const HOUSEHOLD_SOURCES = ['registry', 'offList'] as const;
export type HouseholdSource = (typeof HOUSEHOLD_SOURCES)[number];

/** How far the review of a recognised household has come. */
export const REVIEW_STATES = ['entered', 'townshipApproved', 'countyApproved', 'returned'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What was found of a household that was drawn for a check. */
export const SAMPLE_VERDICTS = ['passed', 'faulty'] as const;
export type SampleVerdict = (typeof SAMPLE_VERDICTS)[number];

/** What a change since the last approval is a change of. */
export const REVIEW_CHANGE_SUBJECTS = ['safeguard', 'member', 'household', 'renovation', 'evidence'] as const;
export type ReviewChangeSubject = (typeof REVIEW_CHANGE_SUBJECTS)[number];

/** Other records that hold a person of the household: the renovation archive and the relocation list. */
export const LINKED_RECORDS = ['renovation', 'relocationEntry'] as const;
export type LinkedRecord = (typeof LINKED_RECORDS)[number];

/** How an archive came to its household: saved with its safeguard, by a person's hand, by a number alone, outside the region, not at all. */
export const LINK_STATES = ['recognised', 'byHand', 'byNumber', 'elsewhere', 'none'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** Parts of the renovation archives: all, without a household, recognised but not complete, with a doubtful poverty type. */
export const RENOVATION_TABS = ['all', 'unlinked', 'incomplete', 'doubtful'] as const;
export type RenovationTab = (typeof RENOVATION_TABS)[number];

/** When a photo of a renovation shows the house, in the order of the work. */
export const ARCHIVE_PHOTO_CATEGORIES = ['beforeRenovation', 'duringRenovation', 'afterRenovation'] as const;
export type ArchivePhotoCategory = (typeof ARCHIVE_PHOTO_CATEGORIES)[number];

/** Why a household cannot be recognised by what other records say of it. */
export const LEFT_OUT_REASONS = [
  'severalSources',
  'severalArchives',
  'sharedArchive',
  'archiveElsewhere',
  'archiveIncomplete',
  'relocationIncomplete',
  'ruleBroken',
  'noSource',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** How far a relocation from poverty has come, by the last of its dates; `none` when it has neither date nor tick. */
export const RELOCATION_STATES = ['notStarted', 'underConstruction', 'completed', 'movedIn', 'none'] as const;
export type RelocationState = (typeof RELOCATION_STATES)[number];

/** The level of an account, from the ministry down. */
export const USER_LEVELS = ['ministry', 'province', 'city', 'county', 'township'] as const;
export type UserLevel = (typeof USER_LEVELS)[number];

/** What an account is in at the moment; the first that fits, from the last. */
export const USER_STATUSES = ['active', 'initial', 'locked', 'expired', 'disabled'] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

/** Values of a person that lists mask and that a journalled door reveals one at a time. */
export const REVEALABLE_FIELDS = ['idNumber', 'phone'] as const;
export type RevealableField = (typeof REVEALABLE_FIELDS)[number];

/** What a statistics table counts: the list, the supplement beside it, or both. */
export const STATISTICS_SCOPES = ['registry', 'offList', 'all'] as const;
export type StatisticsScope = (typeof STATISTICS_SCOPES)[number];

/** Statistics tables that this product computes; their columns stand in statistics/tables. */
export const STATISTICS_TABLES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'] as const;
export type StatisticsTableName = (typeof STATISTICS_TABLES)[number];

/** What the rules of the warnings find, in the order in which every screen shows them. */
export const WARNING_KINDS = [
  'idError',
  'safeguardOverlap',
  'renovationIdentity',
  'evidenceMissing',
  'incomplete',
  'photoReuse',
] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

/** The life of a warning; `cleared` is what the rules do themselves when the cause is gone. */
export const WARNING_STATES = [
  'open',
  'proposed',
  'submitted',
  'forwarded',
  'rejected',
  'accepted',
  'dismissed',
  'cleared',
] as const;
export type WarningState = (typeof WARNING_STATES)[number];

/** Lists without which a rule cannot tell. */
export const NEEDED_LISTS = ['household', 'relocation', 'renovation'] as const;
export type NeededList = (typeof NEEDED_LISTS)[number];
