-- What one row counts for. Every metric is a function of one row: two concurrent saves of two rows of one
-- household can then never write wrong deltas. Triggers, recount and comparison use these two functions only.
-- Whoever changes one of them must end the numbered step with `select anju.recount();`.

create or replace function anju.household_metrics(household public.households)
returns table (metric text, n bigint, amount numeric)
language sql immutable parallel safe rows 2
as $$
  select entry.metric, 1::bigint, 0::numeric
  from unnest(array[
    'N',
    case when nullif(household.departure_reason, '') is not null and not household.recognised then 'departed' end,
    case
      when household.source <> 'registry' then null
      when household.poverty_exited is not true then 'notExited'
      else 'exitYear:' || coalesce(household.exit_year::text, 'missing')
    end
  ]) as entry (metric)
  where entry.metric is not null
$$;

comment on function anju.household_metrics(public.households) is
  'N; departed (explained and not recognised); for the list only: notExited or exitYear:<year|missing>.';

-- unnest(array) rather than VALUES: a Values Scan compiles its expressions anew for every row (three times the time).
create or replace function anju.safeguard_metrics(safeguard public.safeguards)
returns table (metric text, n bigint, amount numeric)
language sql immutable parallel safe rows 3
as $$
  select entry.metric, 1::bigint,
    case when entry.metric = 'renovation.subsidyTotal' then safeguard.subsidy_total else 0 end
  from unnest(array['kind:' || safeguard.kind] || case safeguard.kind
    when 'originalSafe' then array['originalSafe.result:' || coalesce(nullif(safeguard.appraisal_result, ''), 'none')]
    when 'renovation' then array[
      'renovation.result:' || coalesce(nullif(safeguard.original_appraisal_result, ''), 'none'),
      'renovation.mode:' || coalesce(nullif(safeguard.renovation_mode, ''), 'none'),
      'renovation.construction:' || coalesce(nullif(safeguard.construction_mode, ''), 'none'),
      case when safeguard.accepted then 'renovation.accepted' end,
      case when safeguard.archive_completed then 'renovation.completed' end,
      case when safeguard.archive_incomplete then 'renovation.archiveIncomplete' end,
      case when safeguard.subsidy_total is not null then 'renovation.subsidyTotal' end
    ]
    when 'povertyRelocation' then array['povertyRelocation.state:' || case
      when safeguard.move_in_date is not null then 'movedIn'
      when safeguard.completion_date is not null then 'completed'
      when safeguard.start_date is not null then 'underConstruction'
      when safeguard.not_started then 'notStarted'
      else 'none'
    end]
    when 'otherRelocation' then array['otherRelocation.type:' || coalesce(nullif(safeguard.relocation_type, ''), 'none')]
    when 'publicHousing' then array['publicHousing.type:' || coalesce(nullif(safeguard.public_housing_type, ''), 'none')]
    when 'otherMeans' then array['otherMeans.type:' || coalesce(nullif(safeguard.other_means_type, ''), 'none')]
  end) as entry (metric)
  where entry.metric is not null
$$;

comment on function anju.safeguard_metrics(public.safeguards) is
  'kind:<kind> and the splits of that kind, each with none for an empty field; amounts are yuan.';

-- Every count of every base row, as the caller is allowed to see them (invoker's rights).
create or replace function anju.stat_base()
returns table (region_code text, source text, metric text, n bigint, amount numeric)
language sql stable parallel safe
as $$
  select household.region_code::text, household.source::text, counted.metric, counted.n, counted.amount
  from public.households household cross join lateral anju.household_metrics(household) counted
  union all
  select safeguard.region_code::text, safeguard.source::text, counted.metric, counted.n, counted.amount
  from public.safeguards safeguard cross join lateral anju.safeguard_metrics(safeguard) counted
$$;

revoke all on function
  anju.household_metrics(public.households), anju.safeguard_metrics(public.safeguards), anju.stat_base()
from public;
grant execute on function
  anju.household_metrics(public.households), anju.safeguard_metrics(public.safeguards), anju.stat_base()
to anju_app;
