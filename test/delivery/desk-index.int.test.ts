import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { noticesInText } from '../../db/notices.ts';
import { openFreshServer } from '../support/database.ts';

/** On the server, whose plans count; most letters of a large operator were sent long ago. */
let database: Database;

beforeAll(async () => {
  database = await openFreshServer();
  await database.query(`
    insert into notices (case_id, id, seq, notice, channel, language, recipient, address_source, created_at,
      delivered_state, model)
    select gen_random_uuid(), 'n-' || i, 1, 'N-RECEIPT', 'email', 'lv', 'a@piemers.example', 'application',
      timestamptz '2025-03-10' + i * interval '1 second',
      case when i % 1000 = 0 then 'to-post' when i % 1500 = 0 then 'dead' when i % 2 = 0 then 'sent' else 'delivered' end,
      '{}'
    from generate_series(1, 20000) i`);
  await database.query('analyze notices');
});
afterAll(() => database.close());

const planOf = async (text: string, params: readonly unknown[]): Promise<string> =>
  (await database.query<{ 'QUERY PLAN': string }>(`explain ${text}`, params))
    .map((row) => row['QUERY PLAN'])
    .join('\n');

test.each(['oldest first', 'newest first'] as const)(
  'the work lists of the letter desk read their own index alone (%s)',
  async (order) => {
    for (const state of ['to-post', 'to-sign', 'dead', 'not-sent', 'posted', 'failed']) {
      const plan = await planOf(noticesInText(order), [state, 500]);
      expect(plan, state).toContain('notices_desk');
      expect(plan, state).not.toContain('Seq Scan');
    }
  },
);

test('also where the plan is made once for every state', async () => {
  await database.transaction(async (tx) => {
    await tx.query(`set local plan_cache_mode = force_generic_plan`);
    await tx.query(`prepare desk (text, int) as ${noticesInText()}`);
    const plan = (await tx.query<{ 'QUERY PLAN': string }>(`explain execute desk ('to-post', 500)`))
      .map((row) => row['QUERY PLAN'])
      .join('\n');
    expect(plan).toContain('notices_desk');
    await tx.query('deallocate desk');
  });
});
