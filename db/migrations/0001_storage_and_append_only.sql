-- Rows that every step rewrites keep room on their page, so that an update stays there (HOT) and touches no index.
alter table cases set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
--> statement-breakpoint
alter table deadlines set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);
--> statement-breakpoint
alter table notices set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
--> statement-breakpoint
alter table counters set (fillfactor = 10);
--> statement-breakpoint
-- What happened cannot be made to have happened otherwise: not by a bug of ours, not by a hand at a console.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused. What was wrong is set right by a further row.', tg_table_name, tg_op
    using errcode = 'P0403', table = tg_table_name;
end
$$;
--> statement-breakpoint
create trigger history_is_append_only before update or delete or truncate on history
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger law_editions_is_append_only before update or delete or truncate on law_editions
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger terms_versions_is_append_only before update or delete or truncate on terms_versions
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger calendar_rows_is_append_only before update or delete or truncate on calendar_rows
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger operator_profile_is_append_only before update or delete or truncate on operator_profile
  for each statement execute function refuse_change();
