CREATE TABLE "account_proofs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"party_code" text NOT NULL,
	"method" text NOT NULL,
	"proven_by" text NOT NULL,
	"document_id" text,
	"proven_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text
);
--> statement-breakpoint
ALTER TABLE "account_proofs" ADD CONSTRAINT "account_proofs_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_proofs_standing" ON "account_proofs" USING btree ("account_id") WHERE "account_proofs"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "account_proofs_account" ON "account_proofs" USING btree ("account_id");--> statement-breakpoint
-- Who was proven by a provider of identities stays so; whoever typed a code proves it first.
INSERT INTO "account_proofs" ("id", "account_id", "party_code", "method", "proven_by", "proven_at")
SELECT DISTINCT ON (a."id") gen_random_uuid(), a."id", a."party_code", 'portal-eid', i."issuer", i."created_at"
FROM "sign_in_identities" i JOIN "accounts" a ON a."id" = i."account_id"
WHERE a."party_code" IS NOT NULL
ORDER BY a."id", i."created_at";
--> statement-breakpoint
-- A proof is given as it was given, and ends once.
create trigger account_proofs_end_once before update on account_proofs
  for each row when (old.ended_at is not null
    or (old.id, old.account_id, old.party_code, old.method, old.proven_by, old.document_id, old.proven_at)
      is distinct from (new.id, new.account_id, new.party_code, new.method, new.proven_by, new.document_id,
        new.proven_at))
  execute function refuse_change();
