CREATE TABLE "bank_lines" (
	"account" text NOT NULL,
	"bank_reference" text NOT NULL,
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "bank_lines_account_bank_reference_pk" PRIMARY KEY("account","bank_reference")
);
--> statement-breakpoint
CREATE INDEX "bank_lines_case" ON "bank_lines" USING btree ("case_id","seq");