-- 信息不完整: a renovation without a complete archive, a poverty relocation that the list does not name, or 尚未入住.
select anju.install_warning_rule('incomplete', 'info', '{relocation}', $rule$
with covered as materialized (
  select county from anju.covered_counties('relocation')
), listed as (
  select distinct m.household_id
  from relocation_entries r join members m on m.id_key = r.id_key
  where m.vanished_at is null and {household m.household_id}
), checked as (
  select s.id, array_remove(array[
    case when {check archiveIncomplete} and s.kind = 'renovation' and s.archive_incomplete is not false then 'archiveIncomplete' end,
    case when {check notOnRelocationList} and s.kind = 'povertyRelocation' and l.household_id is null
      and not exists (select from relocation_entries r where r.id = s.relocation_entry_id and r.vanished_at is null)
      and left(h.region_code, 6) in (select county from covered) then 'notOnRelocationList' end,
    case when {check notMovedIn} and s.kind in ('povertyRelocation', 'otherRelocation') and s.not_moved_in then 'notMovedIn' end], null) as reasons
  from safeguards s join households h on h.id = s.household_id left join listed l on l.household_id = s.household_id
  where {household s.household_id} and s.kind in ('renovation', 'povertyRelocation', 'otherRelocation')
)
select 'household:' || s.household_id, s.household_id, null::integer, h.region_code::text,
  md5(concat_ws('|', s.kind, array_to_string(c.reasons, ','), array_to_string(gaps.fields, ','))),
  jsonb_build_object('kind', s.kind, 'reasons', to_jsonb(c.reasons), 'archiveGaps', to_jsonb(gaps.fields), 'renovationId', s.renovation_id,
    'notStarted', coalesce(s.not_started, false), 'notCompleted', coalesce(s.not_completed, false))
from checked c join safeguards s on s.id = c.id join households h on h.id = s.household_id
left join renovations a on a.id = s.renovation_id
cross join lateral (
  select case when 'archiveIncomplete' = any (c.reasons) then anju.archive_gaps(a) else '{}' end as fields) gaps
where c.reasons <> '{}' and h.vanished_at is null
$rule$, $idle$not exists (
  select from safeguards s where s.household_id = any (p_households)
    and (s.kind = 'renovation' and s.archive_incomplete is not false or s.kind = 'povertyRelocation' or s.kind = 'otherRelocation' and s.not_moved_in))$idle$);

/* The fields that a complete archive still lacks, in the order of the form (missingArchiveFields of the domain). */
create or replace function anju.archive_gaps(archive public.renovations) returns text[]
language sql immutable as $$
  select array_remove(array[
    case when nullif(archive.original_appraisal_result, '') is null and archive.renovation_mode is distinct from 'newBuildNoHouse'
      then 'originalAppraisalResult' end,
    case when nullif(archive.renovation_mode, '') is null then 'renovationMode' end,
    case when nullif(archive.construction_mode, '') is null then 'constructionMode' end,
    case when archive.plan_year is null then 'planYear' end,
    case when archive.subsidy_total is null then 'subsidyTotal' end,
    case when archive.start_date is null then 'startDate' end,
    case when archive.completion_date is null then 'completionDate' end,
    case when archive.accepted is null then 'accepted' end,
    case when archive.accepted and nullif(archive.accepted_by, '') is null then 'acceptedBy' end], null)
$$;
revoke execute on function anju.archive_gaps(public.renovations) from public;
