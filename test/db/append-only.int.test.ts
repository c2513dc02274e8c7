import { describe, expect, test } from 'vitest';
import { commitSteps } from '../../db/commit.ts';
import { sqlStateOf } from '../../db/errors.ts';
import { historyOf } from '../../db/history.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { created } from './a-step.ts';

const APPEND_ONLY = ['history', 'law_editions', 'terms_versions', 'calendar_rows', 'operator_profile'];

describeOnBothDatabases('append-only', (database) => {
  test('what happened cannot be changed, removed or emptied', async () => {
    const step = created();
    await commitSteps(database(), [step]);
    const before = await historyOf(database(), step.caseId);
    for (const change of [
      `update history set actor = 'somebody else'`,
      `update history set actor = 'somebody else' where case_id = '${step.caseId}'`,
      'delete from history',
      'truncate history',
      'truncate history cascade',
    ]) {
      await expect(database().query(change)).rejects.toThrow(
        /^history is append-only: (UPDATE|DELETE|TRUNCATE) is refused/,
      );
    }
    expect(await historyOf(database(), step.caseId)).toEqual(before);
  });

  describe.each(APPEND_ONLY)('%s', (table) => {
    test.each([`update ${table} set recorded_by = 'x'`, `delete from ${table}`, `truncate ${table}`])(
      'refuses %s',
      async (change) => {
        const statement = table === 'history' ? change.replace('recorded_by', 'actor') : change;
        const error: unknown = await database()
          .query(statement)
          .then(
            () => null,
            (one: unknown) => one,
          );
        expect(sqlStateOf(error)).toBe('P0403');
      },
    );
  });
});
