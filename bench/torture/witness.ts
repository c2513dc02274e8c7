import pg from 'pg';

/** Somebody in the database who notes which process wrote which event. Processes are told apart by the name under which
 *  they connect. */
const WITNESS = `
  create schema witness;
  create table witness.events (case_id uuid, seq int, process text);
  create function witness.note() returns trigger language plpgsql as $$
    begin
      insert into witness.events values (new.case_id, new.seq, current_setting('application_name'));
      return null;
    end $$;
  create trigger witness after insert on history for each row execute function witness.note();
`;

export async function callWitness(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(WITNESS);
  await client.end();
}

/** Events by the process that wrote them. */
export async function askWitness(url: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ process: string; events: number }>(
    'select process, count(*)::int as events from witness.events group by process order by process',
  );
  await client.end();
  return Object.fromEntries(rows.map(({ process, events }) => [process, events]));
}
