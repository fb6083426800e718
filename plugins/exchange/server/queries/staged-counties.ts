/** The counties that the staged list speaks for, as an array in SQL. */
export const STAGED_COUNTIES =
  'array(select distinct left(registry_region_code, 6) from pg_temp.staged_household where registry_region_code is not null order by 1)';
