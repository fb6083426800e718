import type { Door } from './door';
import {
  evidenceDeleteDoor,
  evidenceFileDoor,
  evidenceListDoor,
  evidenceTicketDoor,
  evidenceUploadDoor,
} from './evidence';
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
import { regionListDoor } from './region';
import {
  reviewApproveDoor,
  reviewBatchDoor,
  reviewCompareDoor,
  reviewListDoor,
  reviewReturnDoor,
  reviewTakeBackDoor,
} from './review-doors';
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
  householdRecordDoor,
  householdCorrectDoor,
  householdRevealDoor,
  safeguardRecogniseDoor,
  safeguardWithdrawDoor,
  reviewListDoor,
  reviewCompareDoor,
  reviewApproveDoor,
  reviewReturnDoor,
  reviewTakeBackDoor,
  reviewBatchDoor,
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
];
