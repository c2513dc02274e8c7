import { expect, test } from 'vitest';
import { describeOnBothDatabases } from '../support/database.ts';

describeOnBothDatabases('x', (database, kind) => {
  test('a', async () => {
    expect(database().kind).toBe(kind);
    expect(await database().query('select count(*) as n from cases')).toEqual([{ n: 0 }]);
  });
});
