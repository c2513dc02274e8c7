CREATE INDEX "read_audit_account" ON "read_audit" USING btree ("account","id");--> statement-breakpoint
CREATE INDEX "read_audit_at" ON "read_audit" USING btree ("at");--> statement-breakpoint
create trigger read_audit_is_append_only before update or delete or truncate on read_audit
  for each statement execute function refuse_change();
