CREATE TABLE "case_files" (
	"case_id" uuid NOT NULL,
	"document_id" text NOT NULL,
	"seq" integer,
	"purpose" text NOT NULL,
	"added_by" text NOT NULL,
	"added_role" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_files_case_id_document_id_pk" PRIMARY KEY("case_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"invoice_number" text NOT NULL,
	"reference" text NOT NULL,
	"amount" numeric(14, 2) NOT NULL,
	"payer" text,
	"provider" text NOT NULL,
	"provider_reference" text,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "payments_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "account_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "account_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"account_id" text NOT NULL,
	"actor" text NOT NULL,
	"what" text NOT NULL,
	"data" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"method" text NOT NULL,
	"verifier" text NOT NULL,
	"nonce" text NOT NULL,
	"next" text,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_identities_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "sub_users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"principal" text NOT NULL,
	"member" text,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"rights" text[] NOT NULL,
	"invitation_hash" text,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"taken_up_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "sub_users_invitation" UNIQUE("invitation_hash")
);
--> statement-breakpoint
CREATE TABLE "reminder_wishes" (
	"case_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"deadlines" text[] NOT NULL,
	"days_before" integer NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_wishes_case_id_account_id_pk" PRIMARY KEY("case_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"case_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"deadline" text NOT NULL,
	"last_day" date NOT NULL,
	"message_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"wake_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	CONSTRAINT "reminders_case_id_account_id_deadline_last_day_pk" PRIMARY KEY("case_id","account_id","deadline","last_day")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "letter_channel" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "context" text;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_identities" ADD CONSTRAINT "sign_in_identities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sub_users" ADD CONSTRAINT "sub_users_principal_accounts_id_fk" FOREIGN KEY ("principal") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sub_users" ADD CONSTRAINT "sub_users_member_accounts_id_fk" FOREIGN KEY ("member") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_wishes" ADD CONSTRAINT "reminder_wishes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_id" ON "payments" USING btree ("id");--> statement-breakpoint
CREATE INDEX "payments_payer" ON "payments" USING btree ("payer") WHERE "payments"."payer" is not null;--> statement-breakpoint
CREATE INDEX "payments_begun" ON "payments" USING btree ("created_at") WHERE "payments"."state" = 'begun';--> statement-breakpoint
CREATE INDEX "account_log_account" ON "account_log" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "saved_views_account" ON "saved_views" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_expiry" ON "sign_in_attempts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_identities_account" ON "sign_in_identities" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sub_users_principal" ON "sub_users" USING btree ("principal");--> statement-breakpoint
CREATE INDEX "sub_users_member" ON "sub_users" USING btree ("member") WHERE "sub_users"."member" is not null;--> statement-breakpoint
CREATE INDEX "reminder_wishes_account" ON "reminder_wishes" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "reminders_wake" ON "reminders" USING btree ("wake_at") WHERE "reminders"."wake_at" is not null;--> statement-breakpoint
CREATE INDEX "deadlines_failed" ON "deadlines" USING btree ("case_id") WHERE "deadlines"."last_error" is not null;--> statement-breakpoint
CREATE INDEX "notices_desk" ON "notices" USING btree ("delivered_state","created_at") WHERE "notices"."delivered_state" not in ('sent', 'delivered');--> statement-breakpoint
create trigger account_log_is_append_only before update or delete or truncate on account_log
  for each statement execute function refuse_change();
