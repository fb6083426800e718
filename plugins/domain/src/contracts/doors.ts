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
import { regionListDoor } from './region';
import { recountDoor, statisticsTableDoor, statisticsTablesDoor } from './statistics';
import { changePasswordDoor, meDoor, refreshDoor, sessionsDoor, signInDoor, signOutDoor } from './user';

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
