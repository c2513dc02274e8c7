CREATE TABLE "account_acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text,
	"act" json NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reasons" text,
	CONSTRAINT "account_acts_second_person" CHECK ("account_acts"."state" in ('pending', 'withdrawn') or ("account_acts"."decided_by" is not null and "account_acts"."decided_by" <> "account_acts"."asked_by"))
);
--> statement-breakpoint
CREATE INDEX "account_acts_pending" ON "account_acts" USING btree ("asked_at") WHERE "account_acts"."state" = 'pending';--> statement-breakpoint
-- What was asked for is decided once, and is otherwise what was asked for.
create trigger account_acts_are_kept before delete or truncate on account_acts
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger account_acts_are_decided_once before update on account_acts
  for each row when (old.state <> 'pending'
    or (old.id, old.account_id, old.act::text, old.asked_by, old.asked_at)
      is distinct from (new.id, new.account_id, new.act::text, new.asked_by, new.asked_at))
  execute function refuse_change();
