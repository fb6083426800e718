import {
  idKey,
  journalActionLabel,
  journalChanges,
  journalSubjectLabel,
  maskIdNumber,
  regionRange,
} from '@anju/domain';
import { type JournalEntry, type JournalFilter, LARGEST_JOURNAL_FILE } from '@anju/domain/contracts';
import { BadInput, type Page, requestDb, RuleBroken } from '@anju/kit';
import { optionLabels } from '../queries/journal-option-labels';
import { journalCount, type JournalConditions, type JournalRow, journalRows } from '../queries/journal-rows';
import { journalReading } from '../queries/write-journal';

const DEFAULT_SIZE = 50;
const COUNTED_UP_TO = 1_000;
const ROWS_A_PART = 2_000;

export interface JournalQuery {
  readonly filter?: JournalFilter | undefined;
  readonly range?: readonly [number, number] | undefined;
  readonly sort?: readonly ['id', 'ASC' | 'DESC'] | undefined;
  readonly after?: string | undefined;
}

/** A page of the journal, newest first unless asked otherwise; that it was read is an entry itself. */
export async function listJournal({ filter = {}, range, sort, after }: JournalQuery): Promise<Page<JournalEntry>> {
  const [from, to] = range ?? [0, DEFAULT_SIZE - 1];
  const size = to - from + 1;
  const cursor = after === undefined ? undefined : readCursor(after);
  const conditions = conditionsOf(filter);
  const found = await journalRows(requestDb(), conditions, {
    descending: sort?.[1] !== 'ASC',
    limit: size + 1,
    offset: cursor === undefined ? from : 0,
    after: cursor,
  });
  const counted = await journalCount(requestDb(), conditions, COUNTED_UP_TO + 1);
  const rows = await entriesOf(found.slice(0, size));
  await journalReading(requestDb(), 'readJournal', { filter: withoutNumber(filter), rows: rows.length });
  const last = found.length > size ? rows.at(-1) : undefined;
  const bounded = counted > COUNTED_UP_TO;
  const total = Math.max(Math.min(counted, COUNTED_UP_TO), cursor === undefined ? from + rows.length : 0);
  return { rows, from, total, bounded, ...(last ? { nextCursor: String(last.id) } : {}) };
}

/** All entries that match, in parts; throws RuleBroken when they are more than a file may hold. */
export async function* journalForFile(filter: JournalFilter): AsyncGenerator<readonly JournalEntry[]> {
  const conditions = conditionsOf(filter);
  const count = await journalCount(requestDb(), conditions, LARGEST_JOURNAL_FILE + 1);
  if (count > LARGEST_JOURNAL_FILE) {
    throw new RuleBroken({}, `符合条件的日志超过 ${LARGEST_JOURNAL_FILE} 条，请缩小日期或其他条件后分次导出`);
  }
  let after: number | undefined;
  for (;;) {
    const rows = await journalRows(requestDb(), conditions, { descending: true, limit: ROWS_A_PART, offset: 0, after });
    yield await entriesOf(rows);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_A_PART) break;
    after = Number(last.id);
  }
  await journalReading(requestDb(), 'exportJournal', { filter: withoutNumber(filter), rows: count });
}

function conditionsOf(filter: JournalFilter): JournalConditions {
  const { dateFrom, dateTo, regionCode, idNumber } = filter;
  if (dateFrom !== undefined && dateTo !== undefined && dateFrom > dateTo) {
    throw new BadInput({ dateTo: '截止日期不能早于起始日期' });
  }
  return {
    filter,
    idKey: idNumber === undefined ? null : idKey(idNumber),
    regionEnd: regionCode === undefined ? null : regionRange(regionCode).hi,
  };
}

/** What was asked for, as the journal may keep it. */
function withoutNumber({ idNumber, ...filter }: JournalFilter): Readonly<Record<string, unknown>> {
  return idNumber === undefined ? filter : { ...filter, idNumber: maskIdNumber(idNumber) };
}

function readCursor(text: string): number {
  const id = Number(text);
  if (!Number.isSafeInteger(id) || id <= 0) throw new BadInput({ after: '翻页标记不正确' });
  return id;
}

async function entriesOf(rows: readonly JournalRow[]): Promise<JournalEntry[]> {
  const labels = await optionLabels(requestDb());
  return rows.map((row) => toEntry(row, (key) => labels.get(key)));
}

function toEntry(row: JournalRow, optionLabel: (key: string) => string | undefined): JournalEntry {
  const { action, subject_table: subjectTable, detail } = row;
  return {
    id: Number(row.id),
    at: row.at,
    actorId: row.actor,
    actorName: row.actor_name,
    username: row.username,
    action,
    actionLabel: journalActionLabel(action),
    subjectTable,
    subjectLabel: journalSubjectLabel(subjectTable),
    subjectId: row.subject_id === null ? null : Number(row.subject_id),
    regionCode: row.region_code,
    regionName: row.region_name,
    requestId: row.request,
    sealed: row.sealed,
    changes: journalChanges({ action, subjectTable, detail }, optionLabel),
  };
}
