/** The counties that the staged list speaks for, as an array in SQL. */
export const STAGED_COUNTIES =
  'array(select distinct left(registry_region_code, 6) from pg_temp.staged_household where registry_region_code is not null order by 1)';

/** Those of a list whose rows stand for themselves. */
export const STAGED_ENTRY_COUNTIES =
  'array(select distinct left(region_code, 6) from pg_temp.staged_entry where row is not null order by 1)';

/** A workbook of recognition speaks for no county: nothing sleeps for want of it. */
export const NO_COUNTIES = "'{}'::text[]";
