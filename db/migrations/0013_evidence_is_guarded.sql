-- What shows who did what, and what was sent, paid and filed, is kept as history is: no row goes, and a column moves only
-- where the act that it tells of goes on. What is guarded here and refused carries P0403, as `refuse_change` raises it.

-- An act is asked for once and decided once.
create trigger approvals_are_kept before delete or truncate on approvals
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger approvals_are_decided_once before update on approvals
  for each row when (old.state <> 'pending'
    or (old.id, old.case_id, old.event::text, old.roles, old.asked_by, old.asked_role, old.asked_at)
      is distinct from (new.id, new.case_id, new.event::text, new.roles, new.asked_by, new.asked_role, new.asked_at))
  execute function refuse_change();
--> statement-breakpoint
-- Money that came or went stays; only whether it counts toward the share may be seen otherwise.
create trigger receipts_are_kept before delete or truncate on receipts
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger receipts_stay before update on receipts
  for each row when (
    (old.case_id, old.seq, old.k, old.kind, old.amount, old."on", old.reference, old.account)
      is distinct from (new.case_id, new.seq, new.k, new.kind, new.amount, new."on", new.reference, new.account))
  execute function refuse_change();
--> statement-breakpoint
-- What marks a line of the bank as received is what keeps it from being received again.
create trigger bank_lines_are_kept before update or delete or truncate on bank_lines
  for each statement execute function refuse_change();
--> statement-breakpoint
-- An invoice asks for what it asked for; an open one is voided by a credit note, and no other changes.
create trigger invoices_are_kept before delete or truncate on invoices
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger invoices_stay before update on invoices
  for each row when (
    (old.case_id, old.number, old.kind, old.seq, old.issued_on, old.due_on, old.net, old.vat_rate, old.vat, old.gross,
      old.reference)
      is distinct from (new.case_id, new.number, new.kind, new.seq, new.issued_on, new.due_on, new.net, new.vat_rate,
        new.vat, new.gross, new.reference)
    or (old.state, old.data::text) is distinct from (new.state, new.data::text)
      and (old.state <> 'open' or new.state = 'open'))
  execute function refuse_change();
--> statement-breakpoint
-- What a provider was asked for stays; what is booked stays booked.
create trigger payments_are_kept before delete or truncate on payments
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger payments_stay before update on payments
  for each row when (
    (old.case_id, old.id, old.invoice_number, old.reference, old.amount, old.payer, old.provider, old.created_at)
      is distinct from (new.case_id, new.id, new.invoice_number, new.reference, new.amount, new.payer, new.provider,
        new.created_at)
    or old.provider_reference is not null and old.provider_reference is distinct from new.provider_reference
    or old.state = 'paid' and (old.state, old.ended_at) is distinct from (new.state, new.ended_at))
  execute function refuse_change();
--> statement-breakpoint
-- A letter says what it said, to whom it said it. Until it has left it may get another address.
create trigger notices_are_kept before delete or truncate on notices
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger notices_stay before update of case_id, id, seq, notice, channel, language, created_at on notices
  for each row when (
    (old.case_id, old.id, old.seq, old.notice, old.channel, old.language, old.created_at)
      is distinct from (new.case_id, new.id, new.seq, new.notice, new.channel, new.language, new.created_at))
  execute function refuse_change();
--> statement-breakpoint
create trigger notices_that_left_are_as_they_left
  before update of recipient, address_source, model, document_id, message_id on notices
  for each row when (
    old.delivered_state not in ('queued', 'to-post', 'to-sign', 'dead', 'not-sent')
    and ((old.recipient, old.address_source, old.model::text)
        is distinct from (new.recipient, new.address_source, new.model::text)
      or old.document_id is not null and old.document_id is distinct from new.document_id
      or old.message_id is not null and old.message_id is distinct from new.message_id))
  execute function refuse_change();
--> statement-breakpoint
-- What has left does not wait again, what came back stays so; a receipt moves only later (II.16.4), or away with a failure.
create trigger notices_go_forward before update of delivered_state, sent_at, deemed_received_on on notices
  for each row when (
    old.delivered_state in ('sent', 'delivered', 'posted', 'signed', 'failed')
      and new.delivered_state in ('queued', 'to-post', 'to-sign', 'dead', 'not-sent')
    or old.delivered_state = 'failed' and new.delivered_state <> 'failed'
    or old.sent_at is not null and new.sent_at is null
    or old.deemed_received_on is null and new.deemed_received_on is not null
    or new.deemed_received_on < old.deemed_received_on
    or old.deemed_received_on is not null and new.deemed_received_on is null and new.delivered_state <> 'failed')
  execute function refuse_change();
--> statement-breakpoint
-- Files: of a draft alone one may be taken away; it is bound once to the event that files it.
create function refuse_unless_draft() returns trigger language plpgsql as $$
begin
  if old.seq is null and exists (select from public.cases c where c.id = old.case_id and c.status = 'draft') then
    return old;
  end if;
  raise exception '% is append-only: % is refused. What came with an act is evidence.', tg_table_name, tg_op
    using errcode = 'P0403', table = tg_table_name;
end
$$;
--> statement-breakpoint
create trigger case_files_are_kept before delete on case_files
  for each row execute function refuse_unless_draft();
--> statement-breakpoint
create trigger case_files_are_not_emptied before truncate on case_files
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger case_files_are_bound_once before update on case_files
  for each row when (old.seq is not null
    or (old.case_id, old.document_id, old.purpose, old.added_by, old.added_role, old.added_at)
      is distinct from (new.case_id, new.document_id, new.purpose, new.added_by, new.added_role, new.added_at))
  execute function refuse_change();
--> statement-breakpoint
-- Documents and bytes never change. A document goes with the file of a draft that it was; that of a letter, or of no case,
-- stays. Bytes stay as long as a document has them, by the foreign key.
create function refuse_unless_of_draft() returns trigger language plpgsql as $$
begin
  if exists (select from public.cases c where c.id = old.case_id and c.status = 'draft')
    and not exists (select from public.notices n where n.case_id = old.case_id
      and (n.document_id = old.id or n.id = old.id)) then
    return old;
  end if;
  raise exception '% is append-only: % is refused. What came with an act is evidence.', tg_table_name, tg_op
    using errcode = 'P0403', table = tg_table_name;
end
$$;
--> statement-breakpoint
create trigger documents_are_kept before delete on documents
  for each row execute function refuse_unless_of_draft();
--> statement-breakpoint
create trigger documents_stay before update or truncate on documents
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger blobs_stay before update or truncate on blobs
  for each statement execute function refuse_change();
