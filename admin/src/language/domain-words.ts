import * as domain from '@anju/domain';
import { said, saidThroughout } from './said';

/** The domain's labels in the language of the page. */
export const ARCHIVE_OWN_FIELDS = saidThroughout(domain.ARCHIVE_OWN_FIELDS);
export const ARCHIVE_PHOTO_LABELS = saidThroughout(domain.ARCHIVE_PHOTO_LABELS);
export const EXPORT_RESOURCE_LABELS = saidThroughout(domain.EXPORT_RESOURCE_LABELS);
export const EXPORT_UNITS = saidThroughout(domain.EXPORT_UNITS);
export const IMPORT_KIND_LABELS = saidThroughout(domain.IMPORT_KIND_LABELS);
export const IMPORT_STATE_LABELS = saidThroughout(domain.IMPORT_STATE_LABELS);
export const IMPORT_UNITS = saidThroughout(domain.IMPORT_UNITS);
export const JOURNAL_ACTION_LABELS = saidThroughout(domain.JOURNAL_ACTION_LABELS);
export const JOURNAL_SUBJECT_LABELS = saidThroughout(domain.JOURNAL_SUBJECT_LABELS);
export const LINK_STATE_LABELS = saidThroughout(domain.LINK_STATE_LABELS);
export const LINKED_RECORD_LABELS = saidThroughout(domain.LINKED_RECORD_LABELS);
export const NEEDED_LIST_LABELS = saidThroughout(domain.NEEDED_LIST_LABELS);
export const RENOVATION_TAB_LABELS = saidThroughout(domain.RENOVATION_TAB_LABELS);
export const REVIEW_STATE_LABELS = saidThroughout(domain.REVIEW_STATE_LABELS);
export const SAFEGUARD_GROUPS = saidThroughout(domain.SAFEGUARD_GROUPS);
export const SAFEGUARD_KIND_LABELS = saidThroughout(domain.SAFEGUARD_KIND_LABELS);
export const SAMPLE_VERDICT_LABELS = saidThroughout(domain.SAMPLE_VERDICT_LABELS);
export const SOURCE_LABELS = saidThroughout(domain.SOURCE_LABELS);
export const SPLITS = saidThroughout(domain.SPLITS);
export const STATISTICS_SCOPE_LABELS = saidThroughout(domain.STATISTICS_SCOPE_LABELS);
export const USER_STATUS_LABELS = saidThroughout(domain.USER_STATUS_LABELS);
export const WARNED_PEOPLE_LABELS = saidThroughout(domain.WARNED_PEOPLE_LABELS);
export const WARNING_CHECKS = saidThroughout(domain.WARNING_CHECKS);
export const WARNING_KIND_HINTS = saidThroughout(domain.WARNING_KIND_HINTS);
export const WARNING_KIND_LABELS = saidThroughout(domain.WARNING_KIND_LABELS);
export const WARNING_SEVERITY_LABELS = saidThroughout(domain.WARNING_SEVERITY_LABELS);
export const WARNING_STATE_LABELS = saidThroughout(domain.WARNING_STATE_LABELS);

/** What is wrong with a safeguard as it is typed, by field. */
export const checkSafeguard: typeof domain.checkSafeguard = (...given) =>
  saidThroughout(domain.checkSafeguard(...given));

/** What is wrong with an ID number, and what may have been meant. */
export const explainIdNumber: typeof domain.explainIdNumber = (...given) => {
  const sentence = domain.explainIdNumber(...given);
  return sentence && said(sentence);
};

/** What the numbers of a table mean. */
export const statisticsNote: typeof domain.statisticsNote = (...given) => said(domain.statisticsNote(...given));
