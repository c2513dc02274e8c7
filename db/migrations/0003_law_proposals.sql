ALTER TABLE "law_proposals" DROP CONSTRAINT "law_proposals_second_person";--> statement-breakpoint
ALTER TABLE "law_proposals" ADD CONSTRAINT "law_proposals_second_person" CHECK ("law_proposals"."state" <> 'approved' or ("law_proposals"."decided_by" is not null and "law_proposals"."decided_by" <> "law_proposals"."proposed_by" and "law_proposals"."revision" is not null));--> statement-breakpoint
-- A proposal is decided once, and is otherwise what was proposed.
create trigger law_proposals_are_kept before delete or truncate on law_proposals
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger law_proposals_are_decided_once before update on law_proposals
  for each row when (old.state <> 'pending'
    or (old.id, old.kind, old.entry::text, old.source, old.proposed_by, old.proposed_at)
      is distinct from (new.id, new.kind, new.entry::text, new.source, new.proposed_by, new.proposed_at))
  execute function refuse_change();
