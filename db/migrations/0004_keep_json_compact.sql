-- A long snapshot or letter is compressed with every step: lz4 does it in a tenth of the time of the older method, where
-- the server was built with it (PGlite is not). What is stored reads the same either way.
do $$
declare
  kept text[];
begin
  foreach kept slice 1 in array array[
    ['cases', 'snapshot'], ['history', 'data'], ['notices', 'model'], ['idempotency', 'response']]
  loop
    execute format('alter table %I alter column %I set compression lz4', kept[1], kept[2]);
  end loop;
exception when feature_not_supported then
  raise notice 'this server has no lz4';
end
$$;
--> statement-breakpoint
-- PDFs are compressed already.
alter table blobs alter column bytes set storage external;
