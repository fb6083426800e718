export const REVIEWER = 'demo-county-reviewer';
export const WAITING = 30_000;

const COUNTY = '520425';

/** Makes exactly 30,000 households of the county wait for its reviewer: those recognised, then as many more as it takes. */
export async function fillReviews(owner) {
  const people = ['households', 'members', 'safeguards'];
  // What is added here is no person's: statistics and warnings need not hear of it.
  for (const table of people) await owner.query(`alter table public.${table} disable trigger user`);
  await owner.query(
    `update safeguards set review_state = 'townshipApproved', entered_by = null where starts_with(region_code, $1)`,
    [COUNTY],
  );
  const { rows } = await owner.query(
    `select $2 - count(*)::int as missing from safeguards where starts_with(region_code, $1) and review_state = 'townshipApproved'`,
    [COUNTY, WAITING],
  );
  await owner.query(
    `with village as (select code, row_number() over (order by code) as place, count(*) over () as many from regions
                      where starts_with(code, $1) and length(code) = 12),
     household as (
       insert into households (document_id, region_code, source, member_count, recognised, version, registry_number, created_at, updated_at, published_at)
       select 'bench' || n, v.code, 'registry', 1, true, 1, 'BENCH' || n, now(), now(), now()
       from generate_series(1, $2::int) n join village v on v.place = 1 + n % v.many
       returning id, region_code),
     head as (
       insert into members (document_id, household_id, region_code, name, is_head, created_at, updated_at, published_at)
       select 'bench' || id, id, region_code, '待审' || id, true, now(), now(), now() from household)
     insert into safeguards (document_id, household_id, region_code, source, kind, other_means_type, entry_person, entry_date, review_state,
                             created_at, updated_at, published_at)
     select 'bench' || id, id, region_code, 'registry', 'otherMeans', 'renting', '演示录入人', '2020-06-01', 'townshipApproved', now(), now(), now()
     from household`,
    [COUNTY, Math.max(0, rows[0].missing)],
  );
  for (const table of people) await owner.query(`alter table public.${table} enable trigger user`);
  // As after the hours in which the application compares a demonstration's photos in the background.
  await owner.query(
    `insert into anju.photo_print (evidence_id, household_id, region_code, settled)
     select id, household_id, region_code, true from evidences where household_id is not null on conflict do nothing`,
  );
  // As autovacuum leaves a county that has waited for its reviewer since yesterday.
  for (const table of people) await owner.query(`vacuum analyze public.${table}`);
}
