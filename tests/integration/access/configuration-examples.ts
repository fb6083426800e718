import type { TestApp } from '../../harness/app';
import { oneRow } from './one-row';

/** A local option of the province, made by the owner with the change that tells of it. */
export async function anAddedOption(app: TestApp): Promise<{ readonly id: number; readonly version: number }> {
  const option = await oneRow<{ id: number; row: string; key: string }>(
    app,
    `insert into options (list_key, key, label, rank, enabled, requires_note, core, region_code)
     select 'otherMeansType', 'local' || k, '地方' || k, 35, true, false, false, '52'
     from (select substr(md5(random()::text), 1, 8) as k) made returning id, key,
       jsonb_build_object('id', id, 'listKey', list_key, 'key', key, 'label', label, 'rank', rank, 'enabled', enabled,
         'requiresNote', requires_note, 'core', core, 'regionCode', region_code, 'validFrom', null, 'validTo', null, 'version', 0)::text as row`,
    [],
  );
  const change = await oneRow(
    app,
    `insert into anju.configuration_change (subject, items, action, summary, before, after)
     values ('options:otherMeansType', array[$1], 'add', '新增', '[]', jsonb_build_array($2::jsonb)) returning id::integer as id`,
    [option.key, option.row],
  );
  return { id: option.id, version: change.id };
}

/** The published form's change, and the evidence as a configurator proposes it. */
export async function standingDocuments(app: TestApp) {
  // Strapi reads JSON of the database as text, and so does every connection beside it.
  const { evidence, ...versions } = await oneRow<{
    form: number;
    evidence: string;
    evidenceVersion: number;
    rulesVersion: number;
  }>(
    app,
    `select f.change::integer as form, e.change::integer as "evidenceVersion", w.change::integer as "rulesVersion", jsonb_build_object(
       'categories', (select jsonb_agg(c - 'template') from jsonb_array_elements(e.value -> 'categories') c),
       'requirements', (select jsonb_agg(r || jsonb_build_object('groups',
         (select coalesce(jsonb_agg(g - 'waivedWhen'), '[]') from jsonb_array_elements(r -> 'groups') g)))
         from jsonb_array_elements(e.value -> 'requirements') r))::text as evidence
     from anju.configuration f, anju.configuration e, anju.configuration w
     where f.name = 'form' and e.name = 'evidence' and w.name = 'warnings'`,
    [],
  );
  return { ...versions, evidence: JSON.parse(evidence) as object };
}
