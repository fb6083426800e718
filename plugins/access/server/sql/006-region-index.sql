-- The cascader reads the children of a region in code order.
create index if not exists regions_parent_idx on public.regions (parent_code, code);
