CREATE TABLE "case_words" (
	"case_id" uuid NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "case_words_case_id_word_pk" PRIMARY KEY("case_id","word")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"version" integer NOT NULL,
	"chart_version" text NOT NULL,
	"status" text NOT NULL,
	"awaits" text NOT NULL,
	"owner_account" text,
	"party_code" text,
	"object_key" text NOT NULL,
	"snapshot" json NOT NULL,
	"queue_on" date,
	"next_on" date,
	"overdue" boolean NOT NULL,
	"project_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cases_number" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"case_id" uuid NOT NULL,
	"name" text NOT NULL,
	"last_day" date,
	"earliest_day" date,
	"due_at" timestamp with time zone,
	"wake_at" timestamp with time zone,
	"awaits" text NOT NULL,
	"clause" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	CONSTRAINT "deadlines_case_id_name_pk" PRIMARY KEY("case_id","name")
);
--> statement-breakpoint
CREATE TABLE "history" (
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"role" text NOT NULL,
	"clause" text,
	"data" json NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "history_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "calendar_rows" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_rows_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"on" date NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"removed" boolean NOT NULL,
	"revision" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"approved_by" text
);
--> statement-breakpoint
CREATE TABLE "clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"now" timestamp with time zone NOT NULL,
	CONSTRAINT "clock_is_one_row" CHECK ("clock"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"series" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "law_editions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "law_editions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"value" json NOT NULL,
	"since" date NOT NULL,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"revision" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"approved_by" text
);
--> statement-breakpoint
CREATE TABLE "law_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"entry" json NOT NULL,
	"source" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reasons" text,
	"revision" integer,
	CONSTRAINT "law_proposals_revision" UNIQUE("revision"),
	CONSTRAINT "law_proposals_second_person" CHECK ("law_proposals"."state" <> 'approved' or ("law_proposals"."decided_by" <> "law_proposals"."proposed_by" and "law_proposals"."revision" is not null))
);
--> statement-breakpoint
CREATE TABLE "operator_profile" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "operator_profile_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"data" json NOT NULL,
	"revision" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"approved_by" text
);
--> statement-breakpoint
CREATE TABLE "terms_versions" (
	"version" text PRIMARY KEY NOT NULL,
	"data" json NOT NULL,
	"revision" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"approved_by" text
);
--> statement-breakpoint
CREATE TABLE "blobs" (
	"sha256" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" uuid,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"case_id" uuid NOT NULL,
	"id" text NOT NULL,
	"seq" integer NOT NULL,
	"notice" text NOT NULL,
	"channel" text NOT NULL,
	"language" text NOT NULL,
	"recipient" text NOT NULL,
	"address_source" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"delivered_state" text NOT NULL,
	"deemed_received_on" date,
	"receipt_clause" text,
	"model" json NOT NULL,
	"document_id" text,
	"message_id" text,
	"wake_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	CONSTRAINT "notices_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"case_id" uuid NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"seq" integer NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"net" numeric(14, 2) NOT NULL,
	"vat_rate" numeric(5, 4) NOT NULL,
	"vat" numeric(14, 2) NOT NULL,
	"gross" numeric(14, 2) NOT NULL,
	"reference" text NOT NULL,
	"state" text NOT NULL,
	"data" json NOT NULL,
	CONSTRAINT "invoices_case_id_number_pk" PRIMARY KEY("case_id","number"),
	CONSTRAINT "invoices_number" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"k" integer NOT NULL,
	"kind" text NOT NULL,
	"amount" numeric(14, 2) NOT NULL,
	"on" date NOT NULL,
	"reference" text,
	"account" text,
	"counts" boolean NOT NULL,
	CONSTRAINT "receipts_case_id_seq_k_pk" PRIMARY KEY("case_id","seq","k")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"password_hash" text,
	"roles" text[] NOT NULL,
	"kind" text NOT NULL,
	"party_code" text,
	"name" text NOT NULL,
	"email" text,
	"language" text NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_username" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"event" json NOT NULL,
	"roles" text[] NOT NULL,
	"asked_by" text NOT NULL,
	"asked_role" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reasons" text
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"account" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"case_id" uuid NOT NULL,
	"response_status" integer NOT NULL,
	"response" json NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_key" PRIMARY KEY("account","key")
);
--> statement-breakpoint
CREATE TABLE "read_audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "read_audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"account" text NOT NULL,
	"case_id" uuid NOT NULL,
	"what" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"level" text NOT NULL,
	"method" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_sha256_blobs_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."blobs"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_words_prefix" ON "case_words" USING btree ("word" text_pattern_ops,"case_id");--> statement-breakpoint
CREATE INDEX "cases_queue" ON "cases" USING btree ("status","awaits",coalesce("queue_on", 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "cases_overdue" ON "cases" USING btree (coalesce("queue_on", 'infinity'::date),"id") WHERE "cases"."overdue";--> statement-breakpoint
CREATE INDEX "cases_owner" ON "cases" USING btree ("owner_account") WHERE "cases"."owner_account" is not null;--> statement-breakpoint
CREATE INDEX "cases_party" ON "cases" USING btree ("party_code") WHERE "cases"."party_code" is not null;--> statement-breakpoint
CREATE INDEX "cases_object" ON "cases" USING btree ("object_key");--> statement-breakpoint
CREATE INDEX "cases_project" ON "cases" USING btree ("project_id") WHERE "cases"."project_id" is not null;--> statement-breakpoint
CREATE INDEX "deadlines_wake" ON "deadlines" USING btree ("wake_at","due_at") WHERE "deadlines"."wake_at" is not null;--> statement-breakpoint
CREATE INDEX "law_proposals_time" ON "law_proposals" USING btree ("proposed_at");--> statement-breakpoint
CREATE INDEX "documents_case" ON "documents" USING btree ("case_id") WHERE "documents"."case_id" is not null;--> statement-breakpoint
CREATE INDEX "notices_wake" ON "notices" USING btree ("wake_at") WHERE "notices"."wake_at" is not null;--> statement-breakpoint
CREATE INDEX "notices_message" ON "notices" USING btree ("message_id") WHERE "notices"."message_id" is not null;--> statement-breakpoint
CREATE INDEX "notices_document" ON "notices" USING btree ("document_id") WHERE "notices"."document_id" is not null;--> statement-breakpoint
CREATE INDEX "invoices_reference" ON "invoices" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "accounts_party" ON "accounts" USING btree ("party_code") WHERE "accounts"."party_code" is not null;--> statement-breakpoint
CREATE INDEX "approvals_case" ON "approvals" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "approvals_pending" ON "approvals" USING btree ("asked_at") WHERE "approvals"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "read_audit_case" ON "read_audit" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");