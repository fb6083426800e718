/** What a role may do (domain-language: duty). A role is a named bundle of duties. */
export const DUTIES = [
  'enter',
  'reviewTownship',
  'reviewCounty',
  'supervise',
  'handleSpecialCases',
  'importLists',
  'importArchives',
  'export',
  'manageUsers',
  'configure',
  'audit',
  'revealIdentity',
  'manageAccounts',
  'operate',
] as const;

export type Duty = (typeof DUTIES)[number];

/** Duties whose holder sees rows of people's tables; every other user has an empty scope there. */
export const SCOPED_DUTIES = [
  'enter',
  'reviewTownship',
  'reviewCounty',
  'supervise',
  'importLists',
  'importArchives',
  'export',
] as const satisfies readonly Duty[];
