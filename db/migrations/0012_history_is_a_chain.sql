CREATE TABLE "history_seals" (
	"no" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"events" bigint NOT NULL,
	"heads" text NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "history_unsealed" (
	"case_id" uuid NOT NULL,
	"first_seq" integer NOT NULL,
	"last_seq" integer NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "history" ADD COLUMN "hash" "bytea";
--> statement-breakpoint
-- A value with its length before it, so that no two rows read alike: `5:offer`; nothing is `-`.
create function netstring(value text) returns text language sql immutable parallel safe as $$
  select coalesce(octet_length(value) || ':' || value, '-')
$$;
--> statement-breakpoint
-- An instant independent of the session's time zone and style: microseconds since 1970.
create function microseconds(value timestamptz) returns text language sql immutable parallel safe as $$
  select (extract(epoch from value) * 1000000)::bigint::text
$$;
--> statement-breakpoint
-- A link of the chain. `data` is `json` and kept letter by letter, so that its text is the same for ever; `npm run
-- verify-history` computes the same by itself (src/casework/verify/link.ts) and trusts no function of the database.
create function history_link(previous bytea, event history) returns bytea language sql immutable parallel safe as $$
  select sha256(previous || convert_to(
    public.netstring(event.case_id::text) || public.netstring(event.seq::text) || public.netstring(event.type)
    || public.netstring(public.microseconds(event.at)) || public.netstring(event.actor) || public.netstring(event.role)
    || public.netstring(event.clause) || public.netstring(event.status) || public.netstring(event.data::text), 'UTF8'))
$$;
--> statement-breakpoint
-- What happened before this release is chained as it stands. Its guard rests for this alone, within one transaction.
do $$
declare
  event history;
  link bytea;
  of_case uuid;
begin
  alter table history disable trigger history_is_append_only;
  for event in select * from history order by case_id, seq loop
    link := history_link(case when event.case_id = of_case then link else '' end, event);
    of_case := event.case_id;
    update history h set hash = link where h.case_id = event.case_id and h.seq = event.seq;
  end loop;
  alter table history enable trigger history_is_append_only;
end
$$;
--> statement-breakpoint
ALTER TABLE "history" ALTER COLUMN "hash" SET NOT NULL;
--> statement-breakpoint
-- Each event is chained to the one before it as it is stored, whoever stores it; a hash that came along is not looked at.
-- Tables are named with their schema: one that somebody laid in a schema of his own before it must not be read instead.
create function chain_history() returns trigger language plpgsql as $$
declare
  previous bytea := '';
begin
  if new.seq <> 1 then
    select h.hash into previous from public.history h where h.case_id = new.case_id and h.seq = new.seq - 1;
    if previous is null then
      raise exception 'history is a chain: event % of case % has none before it', new.seq, new.case_id
        using errcode = 'P0403', table = 'history';
    end if;
  end if;
  new.hash := public.history_link(previous, new);
  return new;
end
$$;
--> statement-breakpoint
create trigger history_is_chained before insert on history for each row execute function chain_history();
--> statement-breakpoint
-- Runs as the owner: whoever adds events can neither add to what waits for a seal nor take from it otherwise.
create function await_seal() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.history_unsealed (case_id, first_seq, last_seq, hash)
    select distinct on (case_id) case_id, min(seq) over (partition by case_id), seq, hash
    from added order by case_id, seq desc;
  return null;
end
$$;
--> statement-breakpoint
create trigger history_awaits_its_seal after insert on history referencing new table as added
  for each statement execute function await_seal();
--> statement-breakpoint
create trigger history_seals_is_append_only before update or delete or truncate on history_seals
  for each statement execute function refuse_change();
--> statement-breakpoint
-- Seals what has happened since the last seal, each case by the hash of its last event; answers how many events that were.
-- A seal takes a bounded number of cases, all events of each. Whoever seals at the same time waits; events do not.
create function seal_history() returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last public.history_seals;
  next public.history_seals;
  sealed bigint := 0;
begin
  if not exists (select from public.history_unsealed) then
    return 0;
  end if;
  lock table public.history_seals in share row exclusive mode;
  loop
    with changed as (select distinct case_id from public.history_unsealed limit 5000),
    taken as (delete from public.history_unsealed u using changed c where u.case_id = c.case_id returning u.*),
    heads as (
      select case_id, min(first_seq) as first_seq, max(last_seq) as last_seq,
        (array_agg(hash order by last_seq desc))[1] as hash
      from taken group by case_id)
    select sum(last_seq - first_seq + 1),
      string_agg(concat_ws(' ', case_id, first_seq, last_seq, encode(hash, 'hex')), E'\n' order by case_id)
    into next.events, next.heads from heads;
    if next.heads is null then
      return sealed;
    end if;
    sealed := sealed + next.events;
    select * into last from public.history_seals order by no desc limit 1;
    next.no := coalesce(last.no, 0) + 1;
    next.at := clock_timestamp();
    next.events := coalesce(last.events, 0) + next.events;
    next.hash := sha256(coalesce(last.hash, '') || convert_to(
      public.netstring(next.no::text) || public.netstring(public.microseconds(next.at))
      || public.netstring(next.events::text) || public.netstring(next.heads), 'UTF8'));
    insert into public.history_seals select next.*;
  end loop;
end
$$;
--> statement-breakpoint
insert into history_unsealed (case_id, first_seq, last_seq, hash)
  select distinct on (case_id) case_id, min(seq) over (partition by case_id), seq, hash
  from history order by case_id, seq desc;
--> statement-breakpoint
select seal_history();
