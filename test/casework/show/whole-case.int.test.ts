import { beforeAll, expect, test } from 'vitest';
import { readsOf } from '../../../db/accounts.ts';
import type { Database } from '../../../db/connect.ts';
import type { Caller } from '../../../src/casework/caller.ts';
import type { Casework } from '../../../src/casework/casework.ts';
import { createCasework } from '../../../src/casework/create.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { person, timeFrom } from '../../administration/office.ts';
import { type House, offered, openHouse } from '../../delivery/house.ts';
import { describeOnBothDatabases } from '../../support/database.ts';

describeOnBothDatabases('a case with all that stands beside it', (database) => {
  let house: House;
  let id: string;
  const statements: string[] = [];
  let casework: Casework;

  beforeAll(async () => {
    const clock = timeFrom('2025-03-10');
    house = await openHouse(database(), clock);
    ({ id } = await offered(house, { channel: 'portal' }));
    const law = lawBook();
    casework = createCasework({
      db: counting(database()),
      clock,
      lawBook: () => law,
      compose: (notice) => ({ notice }),
    });
  });

  const counting = (db: Database): Database => ({
    kind: db.kind,
    get db() {
      statements.push('composed');
      return db.db;
    },
    query: (statement, params) => {
      statements.push(typeof statement === 'string' ? 'unnamed' : statement.name);
      return db.query(statement, params);
    },
    transaction: (work) => db.transaction(work),
    close: () => db.close(),
  });

  const inParts = async (caller: Caller) => ({
    found: await casework.find(caller, id, 'lv'),
    history: await casework.history(caller, id),
    letters: await casework.notices(caller, id),
    files: await casework.files(caller, id),
    approvals: caller.roles.includes('customer') ? [] : await casework.approvalsOf(caller, id),
  });

  test.each(['customer', 'engineer', 'finance', 'privacy', 'admin'] as const)(
    'is for %s the same as its parts, asked for one by one',
    async (username) => {
      const whole = await casework.whole(person(username), id, 'lv');
      expect(whole.history.length).toBeGreaterThan(1);
      expect(whole.letters.length).toBeGreaterThan(0);
      expect(JSON.parse(JSON.stringify(whole))).toEqual(
        JSON.parse(JSON.stringify(await inParts(person(username)))),
      );
    },
  );

  test('is noted part by part as what staff have read (II.8.3), and as nothing where the customer looks', async () => {
    const before = await readsOf(database(), id);
    await casework.whole(person('customer'), id, 'lv');
    await casework.whole(person('service'), id, 'lv');
    expect(
      (await readsOf(database(), id)).slice(before.length).map(({ account, what }) => [account, what]),
    ).toEqual(['case', 'history', 'notices', 'files'].map((what) => ['service', what]));
  });

  test('is not there for another customer', async () => {
    await expect(casework.whole(person('company'), id, 'lv')).rejects.toMatchObject({
      code: 'case.not-found',
    });
  });

  test('reads the case once and writes once, however much there is to show', async () => {
    statements.length = 0;
    await casework.whole(person('service'), id, 'lv');
    expect(statements.toSorted()).toEqual([
      'approvals_of_case',
      'files_of_case',
      'find_case',
      'history_of_case',
      'notices_of_case',
      'record_reads',
      'unnamed', // the names of those who acted
    ]);
  });
});
