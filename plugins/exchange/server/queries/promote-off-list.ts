/*
 * Households beside the list that the list now carries. A household of the list becomes the one that shares its head,
 * else the one that shares most persons; by identity key, one to one, and only inside the scope.
 */
export const STAGED_PROMOTION = `
  create temp table staged_promotion on commit drop as
  with pairs as (
    select s.household_number, h.id as household_id, bool_or(s.is_head and m.is_head) as heads, count(*) as persons
    from households h join members m on m.household_id = h.id
    join staged_row s on anju.id_key(s.id_number) = m.id_key
    join staged_household l on l.household_number = s.household_number and l.status = 'new'
    where h.source = 'offList' and anju.in_scope(h.region_code)
    group by 1, 2),
  chosen as (
    select distinct on (household_number) * from pairs order by household_number, heads desc, persons desc, household_id)
  select distinct on (household_id) household_number, household_id from chosen
  order by household_id, heads desc, persons desc, household_number;
  create unique index on staged_promotion (household_number)`;

/* The clerk verified the place, so it stays, unless the list says another county. */
export const PROMOTED_HOUSEHOLD = `
  update staged_household s set household_id = p.household_id, status = 'changed',
    region_code = case when left(h.region_code, 6) = left(s.registry_region_code, 6) then h.region_code else s.region_code end
  from staged_promotion p join households h on h.id = p.household_id
  where s.household_number = p.household_number`;

/* Who of the household is who of the list: by identity key, else by name when one side has none. */
export const PROMOTED_MEMBER = `
  create temp table promoted_member on commit drop as
  select distinct on (member_id) member_id, row from (
    select distinct on (s.row) s.row, m.id as member_id, coalesce(anju.id_key(s.id_number) = m.id_key, false) as same
    from staged_promotion p join staged_row s using (household_number) join members m on m.household_id = p.household_id
    where anju.id_key(s.id_number) = m.id_key
      or ((m.id_key is null or anju.id_key(s.id_number) is null) and m.name = s.name)
    order by s.row, same desc, m.id) best
  order by member_id, same desc, row`;

export const PROMOTED_MEMBER_STATUS = `
  update staged_member s set member_id = p.member_id, status = 'changed' from promoted_member p where s.row = p.row`;
