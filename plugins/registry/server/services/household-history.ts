import { ARCHIVE_PHOTO_LABELS, historyStep, journalSubjectLabel, maskName, type OptionLabel } from '@anju/domain';
import type { HistoryEntry, HouseholdHistory } from '@anju/domain/contracts';
import { NotFound, requestDb } from '@anju/kit';
import { type HistoryRow, householdHistoryRows } from '../queries/household-history';
import { householdVersion } from '../queries/household-version';
import { regionNamesOf } from '../queries/region-names-of';
import { configurationInForce, optionsInRegion } from './configuration';
import { readsInFull } from './household-record';

const PAGE = 50;

/** A part of a household's history, newest first; throws NotFound outside the scope. */
export async function readHistory(householdId: number, before: number | undefined): Promise<HouseholdHistory> {
  const household = await householdVersion(requestDb(), householdId);
  if (!household) throw new NotFound('没有找到该户，或不在您的行政区划内');
  const rows = await householdHistoryRows(requestDb(), householdId, before ?? null, PAGE + 1);
  const labelOf = await wordsOf(household.region_code, rows);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    entries: rows.slice(0, PAGE).flatMap((row) => entryOf(row, labelOf)),
    next: last ? Number(last.id) : null,
  };
}

function entryOf(row: HistoryRow, labelOf: OptionLabel): HistoryEntry[] {
  const inFull = readsInFull();
  const values = { action: row.action, subjectTable: row.subject_table, detail: row.detail };
  const step = historyStep(values, labelOf, inFull ? 'inFull' : 'masked');
  if (!step) return [];
  const isPerson = row.subject_table === 'members';
  const name = row.subject_name === null ? null : (labelOf(row.subject_name) ?? row.subject_name);
  return [
    {
      id: Number(row.id),
      at: row.at,
      actorName: row.actor_name,
      actionLabel: step.actionLabel,
      subjectLabel: journalSubjectLabel(row.subject_table),
      subjectName: isPerson && name !== null && !inFull ? maskName(name) : name,
      changes: [...step.changes],
    },
  ];
}

/** Options, categories of evidence and places by their keys, as the household's county names them. */
async function wordsOf(regionCode: string, rows: readonly HistoryRow[]): Promise<OptionLabel> {
  const configuration = await configurationInForce();
  const places = await regionNamesOf(requestDb(), [...new Set(rows.flatMap(({ detail }) => placesIn(detail)))]);
  const words = new Map<string, string>([
    ...places,
    ...Object.entries(ARCHIVE_PHOTO_LABELS),
    ...optionsInRegion(configuration, regionCode).map(({ key, label }) => [key, label] as const),
    ...configuration.evidence.categories.map(({ key, label }) => [key, label] as const),
  ]);
  return (key) => words.get(key);
}

function placesIn({ region_code: place }: Readonly<Record<string, unknown>>): string[] {
  const values: readonly unknown[] = Array.isArray(place) ? place : [place];
  return values.filter((value) => typeof value === 'string');
}
