import { addAccount } from '../../harness/accounts';
import type { TestApp } from '../../harness/app';
import { oneRow } from './one-row';

/** A place in a province that no demonstration account may see. */
export const FAR_AWAY = '110101001001';
/** What stands in rows there and nowhere else. */
export const FAR_NAME = '遥之远方';
export const FAR_NUMBER = '690101197001010014';

/** Rows far away, by their numbers. */
export interface ForeignRows {
  readonly household: number;
  readonly evidence: number;
  readonly warning: number;
  readonly renovation: number;
  readonly clerk: number;
}

/** A household with evidence, a warning, an archive and a list entry, and a clerk's account, in a province that nobody here may see. */
export async function rowsFarAway(app: TestApp): Promise<ForeignRows> {
  const { household, evidence } = await oneRow<{ household: number; evidence: number }>(
    app,
    `with household as (
       insert into households (region_code, source, member_count, recognised, version)
       values ($1, 'registry', 1, false, 1) returning id),
     head as (
       insert into members (household_id, region_code, name, is_head)
       select id, $1, $2, true from household),
     evidence as (
       insert into evidences (household_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)
       select id, $1, 'houseFrontPhoto', 'a.jpg', 'image/jpeg', 1, 'x', 'aa/bb/far.jpg' from household returning id)
     select household.id as household, evidence.id as evidence from household, evidence`,
    [FAR_AWAY, FAR_NAME],
  );
  // Its head has no number.
  const { id: warning } = await oneRow(app, 'select id from warnings where household_id = $1', [household]);
  const { id: renovation } = await oneRow(
    app,
    'insert into renovations (region_code, head_name) values ($1, $2) returning id',
    [FAR_AWAY, FAR_NAME],
  );
  const clerk = await addAccount(app, { username: 'far-away', role: 'countyClerk', regionCode: '110101' });
  return { household, evidence, warning, renovation, clerk };
}

/** Gives the far household what only a leak would show: its number, its safeguard, an import and an export. */
export async function fillFarAway(app: TestApp, { household }: ForeignRows): Promise<void> {
  await app.owner.query('update members set registry_id_number = $2 where household_id = $1', [household, FAR_NUMBER]);
  await app.owner.query(
    `insert into safeguards (household_id, region_code, source, kind, entry_person, entry_date, review_state)
     values ($1, $2, 'registry', 'otherMeans', $3, '2020-06-01', 'entered')`,
    [household, FAR_AWAY, FAR_NAME],
  );
  await app.owner.query(`insert into relocation_entries (region_code, person_name, id_number) values ($1, $2, $3)`, [
    FAR_AWAY,
    FAR_NAME,
    FAR_NUMBER,
  ]);
}
