-- `commit_steps` as before, with the JSON that is only kept (snapshot, data of an event, letter, answer) beside the rows: the
-- documents stand one after the other, separated by U+001F, which JSON never holds, and a row names its own by number,
-- from 1. Neither side writes or reads them twice.
--
-- P0409: a case has moved on since it was read (detail: its id). P0410: an approval is no longer pending (detail: its id).
--
-- Cases are locked in the order of their ids, and nothing else is waited for but the keys of new rows.
-- The planner settings hold for this function alone: each row is found by its key, whatever the statistics say.
--
-- The function of one argument stays for processes of the version before, while one after the other is replaced.
create function commit_steps(steps jsonb, documents text) returns void
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  document text[] := string_to_array(documents, E'\x1f');
  expected bigint := jsonb_array_length(steps -> 'changed');
  written bigint;
  missing text;
begin
  if expected > 0 then
    if expected > 1 then
      perform 1 from cases c
        where c.id in (select (s ->> 0)::uuid from jsonb_array_elements(steps -> 'changed') s)
        order by c.id for update;
    end if;

    update cases c set
      version = s.version, number = s.number, chart_version = s.chart_version, status = s.status, awaits = s.awaits,
      owner_account = s.owner_account, party_code = s.party_code, object_key = s.object_key, snapshot = s.snapshot,
      queue_on = s.queue_on, next_on = s.next_on, overdue = s.overdue, project_id = s.project_id, updated_at = s.at
    from (
      select (s ->> 0)::uuid as id, (s ->> 1)::int as expected, (s ->> 2)::timestamptz as at, (s ->> 3)::int as version,
        s ->> 4 as number, s ->> 5 as chart_version, s ->> 6 as status, s ->> 7 as awaits, s ->> 8 as owner_account,
        s ->> 9 as party_code, s ->> 10 as object_key, document[(s ->> 11)::int]::json as snapshot, (s ->> 12)::date as queue_on,
        (s ->> 13)::date as next_on, (s ->> 14)::boolean as overdue, s ->> 15 as project_id
      from jsonb_array_elements(steps -> 'changed') s) s
    where c.id = s.id and c.version = s.expected;
    get diagnostics written = row_count;

    if written < expected then
      -- What this transaction has written carries its number.
      select s ->> 0 into missing from jsonb_array_elements(steps -> 'changed') s
        left join cases c on c.id = (s ->> 0)::uuid and c.xmin = pg_current_xact_id()::xid
        order by c.id is not null limit 1;
      raise exception 'case % has moved on since it was read', missing using errcode = 'P0409', detail = missing;
    end if;

    delete from deadlines d
      using jsonb_array_elements(steps -> 'changed') s
      where d.case_id = (s ->> 0)::uuid and not s -> 16 ? d.name;
  end if;

  if steps ? 'created' then
    insert into cases (id, created_at, updated_at, version, number, chart_version, status, awaits, owner_account,
      party_code, object_key, snapshot, queue_on, next_on, overdue, project_id)
    select (s ->> 0)::uuid, (s ->> 2)::timestamptz, (s ->> 2)::timestamptz, (s ->> 3)::int,
      s ->> 4, s ->> 5, s ->> 6, s ->> 7, s ->> 8,
      s ->> 9, s ->> 10, document[(s ->> 11)::int]::json, (s ->> 12)::date, (s ->> 13)::date, (s ->> 14)::boolean, s ->> 15
    from jsonb_array_elements(steps -> 'created') s;
  end if;

  insert into history (case_id, seq, type, at, actor, role, clause, data, status)
  select (h ->> 0)::uuid, (h ->> 1)::int, h ->> 2, (h ->> 3)::timestamptz, h ->> 4, h ->> 5, h ->> 6, document[(h ->> 7)::int]::json, h ->> 8
  from jsonb_array_elements(steps -> 'history') h;

  -- Rows that stay as they are, mostly all but one or two of a case, are not even locked.
  insert into deadlines (case_id, name, last_day, earliest_day, due_at, wake_at, awaits, clause, state)
  select n.* from (
    select (n ->> 0)::uuid as case_id, n ->> 1 as name, (n ->> 2)::date as last_day, (n ->> 3)::date as earliest_day,
      (n ->> 4)::timestamptz as due_at, (n ->> 5)::timestamptz as wake_at, n ->> 6 as awaits, n ->> 7 as clause,
      n ->> 8 as state
    from jsonb_array_elements(steps -> 'deadlines') n) n
  where not exists (
    select 1 from deadlines d
    where d.case_id = n.case_id and d.name = n.name
      and (d.last_day, d.earliest_day, d.due_at, d.wake_at, d.awaits, d.clause, d.state)
        is not distinct from (n.last_day, n.earliest_day, n.due_at, n.wake_at, n.awaits, n.clause, n.state))
  on conflict (case_id, name) do update set
    last_day = excluded.last_day, earliest_day = excluded.earliest_day, due_at = excluded.due_at,
    wake_at = excluded.wake_at, awaits = excluded.awaits, clause = excluded.clause, state = excluded.state,
    attempts = 0, last_error = null;

  if steps ? 'words' then
    delete from case_words w
      using jsonb_to_recordset(steps -> 'words') as s (case_id uuid, words jsonb)
      where w.case_id = s.case_id and not s.words ? w.word;
    insert into case_words (case_id, word)
      select s.case_id, jsonb_array_elements_text(s.words)
      from jsonb_to_recordset(steps -> 'words') as s (case_id uuid, words jsonb)
      on conflict do nothing;
  end if;

  if steps ? 'receipts' then
    insert into receipts (case_id, seq, k, kind, amount, "on", reference, account, counts)
    select * from jsonb_to_recordset(steps -> 'receipts') as r (
      case_id uuid, seq int, k int, kind text, amount numeric, "on" date, reference text, account text, counts boolean)
    on conflict (case_id, seq, k) do update set counts = excluded.counts;
  end if;

  if steps ? 'invoices' then
    insert into invoices (case_id, number, kind, seq, issued_on, due_on, net, vat_rate, vat, gross, reference, state, data)
    select case_id, number, kind, seq, issued_on, due_on, net, vat_rate, vat, gross, reference, state, data::json
    from jsonb_to_recordset(steps -> 'invoices') as i (
      case_id uuid, number text, kind text, seq int, issued_on date, due_on date, net numeric, vat_rate numeric,
      vat numeric, gross numeric, reference text, state text, data text)
    on conflict (case_id, number) do update set state = excluded.state, data = excluded.data;
  end if;

  if steps ? 'notices' then
    insert into notices (case_id, id, seq, notice, channel, language, recipient, address_source, created_at, sent_at,
      delivered_state, deemed_received_on, receipt_clause, model, document_id, message_id, wake_at)
    select (n ->> 0)::uuid, n ->> 1, (n ->> 2)::int, n ->> 3, n ->> 4, n ->> 5, n ->> 6, n ->> 7, (n ->> 8)::timestamptz,
      (n ->> 9)::timestamptz, n ->> 10, (n ->> 11)::date, n ->> 12, document[(n ->> 13)::int]::json, n ->> 14, n ->> 15,
      (n ->> 16)::timestamptz
    from jsonb_array_elements(steps -> 'notices') n;
  end if;

  if steps ? 'deliveries' then
    update notices n set delivered_state = d.delivered_state, deemed_received_on = d.deemed_received_on,
      receipt_clause = d.receipt_clause, wake_at = d.wake_at
    from jsonb_to_recordset(steps -> 'deliveries') as d (
      case_id uuid, id text, delivered_state text, deemed_received_on date, receipt_clause text, wake_at timestamptz)
    where n.case_id = d.case_id and n.id = d.id;
  end if;

  if steps ? 'approvals' then
    update approvals a set state = s.state, decided_by = s.decided_by, decided_at = s.at, reasons = s.reasons
    from jsonb_to_recordset(steps -> 'approvals') as s (
      case_id uuid, id uuid, state text, decided_by text, at timestamptz, reasons text)
    where a.id = s.id and a.case_id = s.case_id and a.state = 'pending';
    get diagnostics written = row_count;
    if written < jsonb_array_length(steps -> 'approvals') then
      select s.id into missing from jsonb_to_recordset(steps -> 'approvals') as s (id uuid)
        left join approvals a on a.id = s.id and a.xmin = pg_current_xact_id()::xid
        order by a.id is not null limit 1;
      raise exception 'approval % is no longer pending', missing using errcode = 'P0410', detail = missing;
    end if;
  end if;

  if steps ? 'answers' then
    insert into idempotency (account, key, body_hash, case_id, response_status, response, created_at)
    select a ->> 0, a ->> 1, a ->> 2, (a ->> 3)::uuid, (a ->> 4)::int, document[(a ->> 5)::int]::json, now()
    from jsonb_array_elements(steps -> 'answers') a;
  end if;
end
$$;
--> statement-breakpoint
-- Answers are looked at for a day or two and go again: compressing them costs each step more than their place is worth.
alter table idempotency set (toast_tuple_target = 8160);
