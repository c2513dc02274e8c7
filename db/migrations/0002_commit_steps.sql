-- Stores the steps of one or many cases, all or none (db/commit.ts writes the argument: one array a table).
-- P0409: a case has moved on since it was read (detail: its id). P0410: an approval is no longer pending (detail: its id).
-- Cases are locked in the order of their ids, and nothing else is waited for but the keys of new rows.
-- The planner settings hold for this function alone: each row is found by its key, whatever the statistics say.
create function commit_steps(steps jsonb) returns void
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  written uuid[];
  missing uuid;
begin
  if steps ? 'changed' then
    if jsonb_array_length(steps -> 'changed') > 1 then
      perform 1 from cases c
        where c.id in (select (s ->> 'id')::uuid from jsonb_array_elements(steps -> 'changed') s)
        order by c.id for update;
    end if;

    with updated as (
      update cases c set
        version = s.version, number = s.number, chart_version = s.chart_version, status = s.status, awaits = s.awaits,
        owner_account = s.owner_account, party_code = s.party_code, object_key = s.object_key, snapshot = s.snapshot,
        queue_on = s.queue_on, next_on = s.next_on, overdue = s.overdue, project_id = s.project_id, updated_at = s.at
      from jsonb_to_recordset(steps -> 'changed') as s (
        id uuid, expected int, at timestamptz, version int, number text, chart_version text, status text, awaits text,
        owner_account text, party_code text, object_key text, snapshot jsonb, queue_on date, next_on date,
        overdue boolean, project_id text)
      where c.id = s.id and c.version = s.expected
      returning c.id
    )
    select array_agg(id) into written from updated;

    if coalesce(cardinality(written), 0) < jsonb_array_length(steps -> 'changed') then
      select (s ->> 'id')::uuid into missing from jsonb_array_elements(steps -> 'changed') s
        where (s ->> 'id')::uuid <> all (coalesce(written, '{}')) limit 1;
      raise exception 'case % has moved on since it was read', missing using errcode = 'P0409', detail = missing::text;
    end if;

    delete from deadlines d
      using jsonb_to_recordset(steps -> 'changed') as s (id uuid, deadlines jsonb)
      where d.case_id = s.id and not s.deadlines ? d.name;
  end if;

  if steps ? 'created' then
    with inserted as (
      insert into cases (id, number, version, chart_version, status, awaits, owner_account, party_code, object_key,
        snapshot, queue_on, next_on, overdue, project_id, created_at, updated_at)
      select s.id, s.number, s.version, s.chart_version, s.status, s.awaits, s.owner_account, s.party_code, s.object_key,
        s.snapshot, s.queue_on, s.next_on, s.overdue, s.project_id, s.at, s.at
      from jsonb_to_recordset(steps -> 'created') as s (
        id uuid, at timestamptz, version int, number text, chart_version text, status text, awaits text,
        owner_account text, party_code text, object_key text, snapshot jsonb, queue_on date, next_on date,
        overdue boolean, project_id text)
      on conflict (id) do nothing
      returning id
    )
    select array_agg(id) into written from inserted;

    if coalesce(cardinality(written), 0) < jsonb_array_length(steps -> 'created') then
      select (s ->> 'id')::uuid into missing from jsonb_array_elements(steps -> 'created') s
        where (s ->> 'id')::uuid <> all (coalesce(written, '{}')) limit 1;
      raise exception 'case % exists already', missing using errcode = 'P0409', detail = missing::text;
    end if;
  end if;

  insert into history (case_id, seq, type, at, actor, role, clause, data, status)
  select * from jsonb_to_recordset(steps -> 'history') as h (
    case_id uuid, seq int, type text, at timestamptz, actor text, role text, clause text, data jsonb, status text);

  -- Rows that stay as they are, mostly all but one or two of a case, are not even locked.
  insert into deadlines (case_id, name, last_day, earliest_day, due_at, wake_at, awaits, clause, state)
  select * from jsonb_to_recordset(steps -> 'deadlines') as n (
    case_id uuid, name text, last_day date, earliest_day date, due_at timestamptz, wake_at timestamptz, awaits text,
    clause text, state text)
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
    select * from jsonb_to_recordset(steps -> 'invoices') as i (
      case_id uuid, number text, kind text, seq int, issued_on date, due_on date, net numeric, vat_rate numeric,
      vat numeric, gross numeric, reference text, state text, data jsonb)
    on conflict (case_id, number) do update set state = excluded.state, data = excluded.data;
  end if;

  if steps ? 'notices' then
    insert into notices (case_id, id, seq, notice, channel, language, recipient, address_source, created_at, sent_at,
      delivered_state, deemed_received_on, receipt_clause, model, document_id, message_id, wake_at)
    select * from jsonb_to_recordset(steps -> 'notices') as n (
      case_id uuid, id text, seq int, notice text, channel text, language text, recipient text, address_source text,
      created_at timestamptz, sent_at timestamptz, delivered_state text, deemed_received_on date, receipt_clause text,
      model jsonb, document_id text, message_id text, wake_at timestamptz);
  end if;

  if steps ? 'deliveries' then
    update notices n set delivered_state = d.delivered_state, deemed_received_on = d.deemed_received_on,
      receipt_clause = d.receipt_clause, wake_at = d.wake_at
    from jsonb_to_recordset(steps -> 'deliveries') as d (
      case_id uuid, id text, delivered_state text, deemed_received_on date, receipt_clause text, wake_at timestamptz)
    where n.case_id = d.case_id and n.id = d.id;
  end if;

  if steps ? 'approvals' then
    with decided as (
      update approvals a set state = s.state, decided_by = s.decided_by, decided_at = s.at, reasons = s.reasons
      from jsonb_to_recordset(steps -> 'approvals') as s (
        case_id uuid, id uuid, state text, decided_by text, at timestamptz, reasons text)
      where a.id = s.id and a.case_id = s.case_id and a.state = 'pending'
      returning a.id
    )
    select array_agg(id) into written from decided;
    if coalesce(cardinality(written), 0) < jsonb_array_length(steps -> 'approvals') then
      select (s ->> 'id')::uuid into missing from jsonb_array_elements(steps -> 'approvals') s
        where (s ->> 'id')::uuid <> all (coalesce(written, '{}')) limit 1;
      raise exception 'approval % is no longer pending', missing using errcode = 'P0410', detail = missing::text;
    end if;
  end if;

  if steps ? 'answers' then
    insert into idempotency (account, key, body_hash, case_id, response_status, response, created_at)
    select a.account, a.key, a.body_hash, a.case_id, a.response_status, a.response::json, now()
    from jsonb_to_recordset(steps -> 'answers') as a (
      case_id uuid, account text, key text, body_hash text, response_status int, response text);
  end if;
end
$$;
