export { HouseholdRecordPage, HouseholdRecordView } from './household-record-page';
export { EvidenceThumbs } from './evidence-thumbs';
export { useHouseholdRecord } from './use-household-record';
