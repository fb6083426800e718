import type { Client } from 'pg';

/** Adds what the register shows of the staged rows, before they are judged by the form. */
export async function judgeAgainstRegister(client: Client): Promise<void> {
  await client.query(LISTED);
  for (const rule of [UNKNOWN, MISTAKEN, RECOGNISED, STALE, REPEATED]) {
    await client.query(`insert into staged_error (row, field, message) ${rule}`);
  }
  await client.query(`create index on staged_error (row);
    create temp table judged (row integer primary key, household_id integer, archive_id integer, archive_version integer, safeguard jsonb, archive jsonb) on commit drop`);
}

/** One archive belongs to one household: a second row that would take it is refused. */
export async function refuseSharedArchives(client: Client): Promise<void> {
  await client.query(`
    with shared as (
      select row, first_value(row) over (partition by archive_id order by row) as first from judged where archive_id is not null),
    refused as (delete from judged j using shared s where s.row = j.row and s.row <> s.first returning s.row, s.first)
    insert into staged_error (row, field, message)
      select row, '住房安全保障情况', '该危房改造档案已关联第 ' || first || ' 行的户' from refused`);
}

/** Rows that recognise a household, and rows that were left blank. */
export async function compareRecognitions(client: Client): Promise<void> {
  await client.query(`
    create temp table staged_entry on commit drop as
    select l.row, l.household_id, l.region_code, l.head_name, l.input ->> 'kind' as kind, 0 as kept,
      case when j.row is null then 'unchanged' else 'new' end as status
    from listed l left join judged j using (row)
    where not exists (select from staged_error e where e.row = l.row) and (j.row is not null or (l.input is null and not l.is_refused));
    analyze judged`);
}

const LISTED = `
  create temp table listed on commit drop as
  select s.row, s.household_id, s.version, s.input, s.errors is not null as is_refused, h.id is not null as is_there, h.region_code, h.source,
    h.registry_number, h.version as own_version, h.content_version, coalesce(p.name, '') as head_name, s.head_name as written_name,
    s.household_number as written_number, g.kind as standing_kind, g.entry_person, g.entry_date
  from staged_row s left join households h on h.id = s.household_id
  left join members p on p.household_id = h.id and p.is_head
  left join safeguards g on g.household_id = h.id;
  create unique index on listed (row);
  analyze listed`;

const SOUND = 'input is not null and not is_refused';

const UNKNOWN = `
  select row, '系统编号', '没有这一户，或不在您的行政区划内' from listed where ${SOUND} and not is_there`;

/* A row that was pasted over another one's name would recognise the wrong household. */
const MISTAKEN = `
  select row, '户主姓名', '与系统编号对应的户（' || head_name || '）不符，灰色列不能改动' from listed
  where ${SOUND} and is_there and (written_name <> head_name or written_number <> registry_number)`;

const RECOGNISED = `
  select row, '系统编号', head_name || '户已由' || entry_person || '于 ' || entry_date || ' 认定，不会覆盖' from listed
  where ${SOUND} and standing_kind is not null`;

const STALE = `
  select row, '版本', head_name || '户的信息在导出之后被修改过，请重新导出后填写' from listed
  where ${SOUND} and is_there and standing_kind is null and (version < content_version or version > own_version)`;

const REPEATED = `
  select row, '系统编号', '与第 ' || first || ' 行是同一户' from (
    select row, first_value(row) over (partition by household_id order by row) as first from listed where ${SOUND} and is_there) numbered
  where row <> first`;
