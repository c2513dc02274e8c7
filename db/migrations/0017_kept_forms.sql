CREATE TABLE "kept_forms" (
	"session_hash" text NOT NULL,
	"page" text NOT NULL,
	"account_id" text NOT NULL,
	"context" text NOT NULL,
	"sealed" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_forms_session_hash_page_pk" PRIMARY KEY("session_hash","page")
);
--> statement-breakpoint
ALTER TABLE "kept_forms" ADD CONSTRAINT "kept_forms_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_forms_account" ON "kept_forms" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "kept_forms_expiry" ON "kept_forms" USING btree ("expires_at");