import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { bytesOf, documentsOf, findDocument, storeDocument } from '../../db/documents.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { AT } from './a-step.ts';

describeOnBothDatabases('values', (database) => {
  test('come back the same from both engines', async () => {
    const [row] = await database().query(`select
      date '2025-03-30' as day, date 'infinity' as never,
      timestamptz '2025-03-30 03:30:00+03' as instant, timestamptz '2025-03-30 00:30:00.123456Z' as fine, timestamptz '2025-01-01Z' as midnight,
      12345678901234.50::numeric(16, 2) as amount, 0.1::numeric + 0.2 as sum, 9007199254740991::int8 as count, count(*) as counted,
      '{"ā": [1, 2.50, null, true]}'::json as json, '{"b": 1}'::jsonb as jsonb, array['a', 'b c', null] as list, true as yes, null as nothing,
      gen_random_uuid()::text ~ '^[0-9a-f-]{36}$' as uuid, 1.5::float8 as float, 7::int as int from (values (1)) one`);
    expect(row).toEqual({
      day: '2025-03-30',
      never: 'infinity',
      instant: '2025-03-30T00:30:00Z',
      fine: '2025-03-30T00:30:00.123456Z',
      midnight: '2025-01-01T00:00:00Z',
      amount: '12345678901234.50',
      sum: '0.3',
      count: 9007199254740991,
      counted: 1,
      json: { ā: [1, 2.5, null, true] },
      jsonb: { b: 1 },
      list: ['a', 'b c', null],
      yes: true,
      nothing: null,
      uuid: true,
      float: 1.5,
      int: 7,
    });
  });

  test('a whole number that JavaScript cannot hold is refused, not rounded', async () => {
    await expect(database().query('select 9007199254740993::int8 as n')).rejects.toThrow(/up to 2\^53/);
  });

  test('go in as they come out', async () => {
    const [row] = await database().query(
      'select $1::date as day, $2::timestamptz as instant, $3::numeric as amount, $4::json as json, $5::text[] as list, $6::int8 as n',
      [
        '2025-03-30',
        '2025-03-30T00:30:00.12Z',
        '0.10',
        JSON.stringify(['"', '\\', 'ū']),
        ['a,b', '"c"', 'ū'],
        7,
      ],
    );
    expect(row).toEqual({
      day: '2025-03-30',
      instant: '2025-03-30T00:30:00.12Z',
      amount: '0.10',
      json: ['"', '\\', 'ū'],
      list: ['a,b', '"c"', 'ū'],
      n: 7,
    });
  });

  test('every session runs in UTC', async () => {
    expect(await database().query(`select current_setting('timezone') as zone`)).toEqual([{ zone: 'UTC' }]);
    const inside = await database().transaction((tx) =>
      tx.query(`select current_setting('timezone') as zone`),
    );
    expect(inside).toEqual([{ zone: 'UTC' }]);
  });

  test('bytes are kept once and come back as bytes', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
    const common = {
      caseId: '00000000-0000-7000-8000-000000000001',
      contentType: 'application/pdf',
      createdAt: AT,
      bytes,
    };
    const first = await storeDocument(database(), { ...common, id: 'd-1', name: 'Līgums.pdf' });
    const second = await storeDocument(database(), { ...common, id: 'd-2', name: 'Again.pdf' });
    await storeDocument(database(), { ...common, id: 'd-2', name: 'A third time.pdf' });
    expect(second.sha256).toBe(first.sha256);
    expect(await documentsOf(database(), common.caseId)).toEqual([first, second]);
    expect(await findDocument(database(), 'd-2')).toEqual(second);
    expect(await findDocument(database(), 'd-3')).toBeNull();
    expect(new Uint8Array(await bytesOf(database(), first))).toEqual(bytes);
    expect(await database().query('select count(*) as n from blobs')).toEqual([{ n: 1 }]);
  });

  test('drizzle gives the same types', async () => {
    const [row] = await database()
      .db.select({
        instant: sql<string>`timestamptz '2025-03-30 00:30:00Z'`,
        day: sql<string>`date '2025-03-30'`,
        amount: sql<string>`1.50::numeric`,
      })
      .from(sql`(values (1)) one`);
    expect(row).toEqual({ instant: '2025-03-30 00:30:00+00', day: '2025-03-30', amount: '1.50' });
  });
});
