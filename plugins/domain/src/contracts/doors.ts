import type { Door } from './door';
import {
  evidenceDeleteDoor,
  evidenceFileDoor,
  evidenceListDoor,
  evidenceTicketDoor,
  evidenceUploadDoor,
} from './evidence';
import {
  exportDoor,
  exportFileDoor,
  exportListDoor,
  exportRequestDoor,
  importCancelDoor,
  importCommitDoor,
  importDoor,
  importErrorsDoor,
  importListDoor,
  importUploadDoor,
} from './exchange-doors';
import {
  householdCorrectDoor,
  householdListDoor,
  householdLookupDoor,
  householdNextDoor,
  householdRecordDoor,
  householdRevealDoor,
  safeguardRecogniseDoor,
  safeguardWithdrawDoor,
} from './household-doors';
import { evidenceCategoriesDoor, formsDoor, optionItemsDoor, optionListsDoor } from './options';
import { draftDeleteDoor, draftReadDoor, draftSaveDoor } from './draft';
import { householdCreateDoor, householdStandingDoor } from './off-list';
import { regionListDoor } from './region';
import { recountDoor, statisticsTableDoor, statisticsTablesDoor } from './statistics';
import { changePasswordDoor, meDoor, refreshDoor, sessionsDoor, signInDoor, signOutDoor } from './user';
import {
  warningCountsDoor,
  warningDecideDoor,
  warningDismissDoor,
  warningForwardDoor,
  warningListDoor,
  warningScanDoor,
  warningSpecialCaseDoor,
} from './warning-doors';

/** Every door of the product: what is not listed here is shut. */
export const DOORS: readonly Door[] = [
  signInDoor,
  refreshDoor,
  signOutDoor,
  sessionsDoor,
  changePasswordDoor,
  meDoor,
  regionListDoor,
  householdListDoor,
  householdLookupDoor,
  householdNextDoor,
  householdCreateDoor,
  householdStandingDoor,
  householdRecordDoor,
  householdCorrectDoor,
  householdRevealDoor,
  safeguardRecogniseDoor,
  safeguardWithdrawDoor,
  draftReadDoor,
  draftSaveDoor,
  draftDeleteDoor,
  evidenceUploadDoor,
  evidenceListDoor,
  evidenceDeleteDoor,
  evidenceTicketDoor,
  evidenceFileDoor,
  optionListsDoor,
  optionItemsDoor,
  evidenceCategoriesDoor,
  formsDoor,
  statisticsTablesDoor,
  statisticsTableDoor,
  recountDoor,
  warningListDoor,
  warningCountsDoor,
  warningDismissDoor,
  warningSpecialCaseDoor,
  warningForwardDoor,
  warningDecideDoor,
  warningScanDoor,
  importUploadDoor,
  importListDoor,
  importDoor,
  importCommitDoor,
  importCancelDoor,
  importErrorsDoor,
  exportRequestDoor,
  exportListDoor,
  exportDoor,
  exportFileDoor,
];
