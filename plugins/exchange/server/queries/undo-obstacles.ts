import type { ImportKind } from '@anju/domain';
import type { Client } from 'pg';

/** What somebody has built on an import: by name, and what was done. */
export interface Obstacle {
  readonly name: string;
  readonly reason: string;
}

/** Locks what a committed import wrote, in the order of ids as savers do: what is found afterwards is all that was built on it. */
export async function lockImported(
  client: Client,
  { id, kind }: { readonly id: number; readonly kind: ImportKind },
): Promise<void> {
  for (const lock of WRITTEN[kind]) await client.query(`${lock} order by id for update`, [id]);
}

/** What was built on a committed import since, at most `most` of it. */
export async function undoObstacles(
  client: Client,
  { id, kind }: { readonly id: number; readonly kind: ImportKind },
  most: number,
): Promise<readonly Obstacle[]> {
  const found: Obstacle[] = [];
  for (const question of [LATER_IMPORT, ...BUILT_ON[kind]]) {
    const { rows } = await client.query<Obstacle>(`${question} limit $2`, [id, most - found.length]);
    found.push(...rows);
    if (found.length === most) break;
  }
  return found;
}

const LATER_IMPORT = `
  select '第 ' || b.id || ' 号导入' as name, '在其后导入' as reason
  from anju.import_batch b join anju.import_batch own on own.id = $1
  where b.kind = own.kind and b.id <> own.id and b.state in ('committed', 'undoQueued', 'undoing') and b.finished_at > own.finished_at
    and (starts_with(b.region_code, own.region_code) or starts_with(own.region_code, b.region_code))
  order by b.id desc`;

/** Rows of a table that the batch made: they name it, and nothing is noted of what they were before. */
const isNew = (table: string, row: string) =>
  `${row}.import_batch_id = $1 and not exists (select from anju.import_change c where c.batch_id = $1 and c.table_name = '${table}' and c.row_id = ${row}.id)`;

/** Rows of a table that the batch made or changed. */
const written = (table: string) =>
  `import_batch_id = $1 or id in (select row_id from anju.import_change where batch_id = $1 and table_name = '${table}')`;

const HOUSEHOLDS_OF_ARCHIVES = `select from households where id in (
  select s.household_id from safeguards s where s.renovation_id in (select id from renovations where ${written('renovations')}))`;

/* Evidence, drafts and links take a share of the household's key, and wait too. */
const WRITTEN: Readonly<Record<ImportKind, readonly string[]>> = {
  household: [
    `select from households where ${written('households')} or id in (
       select m.household_id from members m join anju.import_change c on c.row_id = m.id where c.batch_id = $1 and c.table_name = 'members')`,
  ],
  relocation: [`select from relocation_entries where ${written('relocation_entries')}`],
  renovation: [HOUSEHOLDS_OF_ARCHIVES, `select from renovations where ${written('renovations')}`],
  recognition: [
    `select from households where id in (
       select s.household_id from safeguards s join anju.import_change c on c.row_id = s.id where c.batch_id = $1 and c.table_name = 'safeguards')`,
    `select from renovations where ${written('renovations')}`,
  ],
};

const HEAD = `coalesce((select m.name from members m where m.household_id = h.id and m.is_head), h.registry_number, '')`;

/** An import outside the region's sight, or one that has the rows now. */
const takenOver = (table: string, name: string) => `
  select coalesce(r.${name}, '') as name, '已由第 ' || r.import_batch_id || ' 号导入更新' as reason
  from anju.import_change c join ${table} r on r.id = c.row_id
  where c.batch_id = $1 and c.table_name = '${table}' and r.import_batch_id is distinct from $1 order by r.id`;

/** Somebody added photos to an archive that the batch made: it would go with them. */
const PHOTOGRAPHED = `
  select a.head_name as name, '已上传改造照片' as reason from renovations a
  where ${isNew('renovations', 'a')} and exists (select from evidences e where e.renovation_id = a.id) order by a.id`;

const BUILT_ON: Readonly<Record<ImportKind, readonly string[]>> = {
  household: [
    `select ${HEAD} as name, '已认定或更正' as reason from households h where ${isNew('households', 'h')} and h.version <> 1 order by h.id`,
    `select ${HEAD} as name, '已认定或更正' as reason from anju.import_change c join households h on h.id = c.row_id
     where c.batch_id = $1 and c.table_name = 'households' and h.version <> c.after_version order by h.id`,
    `select ${HEAD} as name, '有未保存的录入草稿' as reason from anju.drafts_on_import($1) d join households h on h.id = d.household_id order by h.id`,
    `select ${HEAD} as name, '已关联危房改造档案' as reason from households h
     where ${isNew('households', 'h')} and exists (select from renovations a where a.household_id = h.id) order by h.id`,
    `select ${HEAD} as name, '预警已有人处理' as reason from households h
     where ${isNew('households', 'h')} and exists (select from warnings w where w.household_id = h.id and w.steps::text <> '[]') order by h.id`,
  ],
  relocation: [
    takenOver('relocation_entries', 'person_name'),
    `select coalesce(e.person_name, '') as name, '所在户已据此认定' as reason
     from relocation_entries e join safeguards s on s.relocation_entry_id = e.id
     where e.import_batch_id = $1 and e.vanished_at is null
       and (${isNew('relocation_entries', 'e')} or s.updated_at > (select finished_at from anju.import_batch where id = $1)) order by e.id`,
  ],
  renovation: [
    takenOver('renovations', 'head_name'),
    PHOTOGRAPHED,
    `select a.head_name as name, '已更正或关联' as reason from renovations a where ${isNew('renovations', 'a')} and a.version <> 1 order by a.id`,
    `select a.head_name as name, '已更正或关联' as reason from anju.import_change c join renovations a on a.id = c.row_id
     where c.batch_id = $1 and c.table_name = 'renovations' and a.version <> c.after_version order by a.id`,
    `select a.head_name as name, '所在户已据此认定' as reason from renovations a join safeguards s on s.renovation_id = a.id
     where a.import_batch_id = $1 and a.vanished_at is null
       and (${isNew('renovations', 'a')} or s.updated_at > (select finished_at from anju.import_batch where id = $1)) order by a.id`,
  ],
  recognition: [
    PHOTOGRAPHED,
    `select ${HEAD} as name, '已更正、审核或上传材料' as reason from anju.import_change c join safeguards s on s.id = c.row_id
     join households h on h.id = s.household_id
     where c.batch_id = $1 and c.table_name = 'safeguards' and h.version <> c.after_version order by h.id`,
    `select '第 ' || c.row_id || ' 号认定' as name, '已撤销或迁出' as reason from anju.import_change c
     where c.batch_id = $1 and c.table_name = 'safeguards' and not exists (select from safeguards s where s.id = c.row_id) order by c.row_id`,
  ],
};
