/* The half-open text range of a region: 5209 -> [5209, 5210); the nation ('') and all-nines end at 'a'. Same rule as regionRange() of the domain. */
create or replace function anju.region_end(code text) returns text
language sql immutable parallel safe as $$
  select case when code = '' or code ~ '^9+$' then 'a' else lpad((code::numeric + 1)::text, length(code), '0') end
$$;

create or replace function anju.lo() returns text
language sql stable parallel safe as $$ select current_setting('anju.lo', true) $$;

create or replace function anju.hi() returns text
language sql stable parallel safe as $$ select current_setting('anju.hi', true) $$;

/* After its first use in a session a setting reads '' instead of NULL. */
create or replace function anju.actor() returns integer
language sql stable parallel safe as $$ select nullif(current_setting('anju.actor', true), '')::integer $$;

/* Whether a region code lies in the caller's scope; for the owner's definer functions, which row level security does not bind. */
create or replace function anju.in_scope(code text) returns boolean
language sql stable parallel safe as $$
  select coalesce(code >= current_setting('anju.lo', true) and code < current_setting('anju.hi', true), false)
$$;

grant execute on function anju.region_end(text), anju.lo(), anju.hi(), anju.actor(), anju.in_scope(text) to anju_app;
