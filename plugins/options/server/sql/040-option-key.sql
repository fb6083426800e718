-- An option's key is its own within its list.
create unique index if not exists options_list_key_uq on public.options (list_key, key);
