import type { JournalFilter } from '@anju/domain/contracts';

/** What is typed above the list; empty texts are no conditions. */
export interface JournalDraft {
  readonly actor: string;
  readonly action: string;
  readonly subjectTable: string;
  readonly subjectId: string;
  readonly regionCode: string;
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly registryNumber: string;
  readonly idNumber: string;
  readonly withReads: boolean;
}

export const NO_CONDITIONS: JournalDraft = {
  actor: '',
  action: '',
  subjectTable: '',
  subjectId: '',
  regionCode: '',
  dateFrom: '',
  dateTo: '',
  registryNumber: '',
  idNumber: '',
  withReads: false,
};

/** The filter that a draft stands for. */
export function filterOf({ withReads, subjectId, ...texts }: JournalDraft): JournalFilter {
  const given = Object.entries(texts).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]]));
  const id = Number(subjectId);
  return {
    ...(Object.fromEntries(given) as JournalFilter), // the draft's texts are named as the filter's
    ...(subjectId.trim() === '' ? {} : { subjectId: Number.isInteger(id) && id > 0 ? id : -1 }),
    ...(withReads ? {} : { withoutReads: true }),
  };
}
