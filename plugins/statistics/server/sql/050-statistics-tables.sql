-- Deltas are appended by the saving transaction; cells are the folded sums of the five levels.
-- The truth of every count is cells + deltas: a reader takes both in one statement.

create table if not exists anju.stat_delta (
  id bigint generated always as identity primary key,
  region_code text not null,
  source text not null,
  metric text not null,
  n bigint not null,
  amount numeric not null default 0
);

create index if not exists stat_delta_region_idx on anju.stat_delta (region_code);

-- Rows live about two seconds: vacuum by count, not by share of a table that is nearly empty.
alter table anju.stat_delta set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

create table if not exists anju.stat_cell (
  level smallint not null,
  parent text not null,
  code text not null,
  source text not null,
  metric text not null,
  n bigint not null,
  amount numeric not null default 0,
  primary key (level, parent, code, source, metric)
);

-- Room in each page keeps updates of n and amount away from the index.
alter table anju.stat_cell set (fillfactor = 80);

create or replace function anju.stat_levels()
returns table (level smallint, code_length integer, parent_length integer)
language sql immutable parallel safe rows 5
as $$
  values (1::smallint, 2, 0), (2::smallint, 4, 2), (3::smallint, 6, 4), (4::smallint, 9, 6), (5::smallint, 12, 9)
$$;

comment on function anju.stat_levels() is 'Levels that have cells, province to village, with the lengths of their codes.';

alter table anju.stat_delta enable row level security;
alter table anju.stat_cell enable row level security;

drop policy if exists scope on anju.stat_delta;
create policy scope on anju.stat_delta for select to anju_app
  using (
    region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true))
  );

-- The codes of a region's ancestors are shorter, so they sort below its range: a county never sees its city's sums.
drop policy if exists scope on anju.stat_cell;
create policy scope on anju.stat_cell for select to anju_app
  using (code >= (select current_setting('anju.lo', true)) and code < (select current_setting('anju.hi', true)));

revoke all on anju.stat_delta, anju.stat_cell from public, anju_app;
grant select on anju.stat_delta, anju.stat_cell to anju_app;
revoke all on function anju.stat_levels() from public;
grant execute on function anju.stat_levels() to anju_app;
