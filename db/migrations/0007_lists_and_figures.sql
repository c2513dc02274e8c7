CREATE TABLE "figures" (
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"day" date NOT NULL,
	"cases" integer NOT NULL,
	CONSTRAINT "figures_kind_name_day_pk" PRIMARY KEY("kind","name","day")
);
--> statement-breakpoint
CREATE TABLE "figures_counted" (
	"id" integer PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"took_ms" integer NOT NULL,
	CONSTRAINT "figures_counted_is_one_row" CHECK ("figures_counted"."id" = 1)
);
--> statement-breakpoint
DROP INDEX "cases_queue";--> statement-breakpoint
DROP INDEX "cases_owner";--> statement-breakpoint
DROP INDEX "cases_party";--> statement-breakpoint
CREATE INDEX "deadlines_figured" ON "deadlines" USING btree ("name","state","last_day","case_id") WHERE "deadlines"."state" in ('met', 'missed') and "deadlines"."name" in ('offer', 'objection-answer', 'connection', 'complaint-answer');--> statement-breakpoint
CREATE INDEX "deadlines_open" ON "deadlines" USING btree ("name","last_day","case_id") WHERE "deadlines"."state" in ('running', 'frozen');--> statement-breakpoint
CREATE INDEX "history_at" ON "history" USING brin ("at");--> statement-breakpoint
CREATE INDEX "history_held" ON "history" USING btree ("at","case_id") WHERE "history"."type" in ('annulment.held', 'ending.held');--> statement-breakpoint
CREATE INDEX "cases_queue" ON "cases" USING btree ("status","awaits",coalesce("queue_on", 'infinity'::date),"id","created_at","queue_on");--> statement-breakpoint
CREATE INDEX "cases_owner" ON "cases" USING btree ("owner_account",coalesce("queue_on", 'infinity'::date),"id") WHERE "cases"."owner_account" is not null;--> statement-breakpoint
CREATE INDEX "cases_party" ON "cases" USING btree ("party_code",coalesce("queue_on", 'infinity'::date),"id") WHERE "cases"."party_code" is not null;