import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { findCase } from '../../db/cases.ts';
import { commitSteps } from '../../db/commit.ts';
import { openDatabase } from '../../db/connect.ts';
import { DatabaseUnavailable, databaseUnavailable } from '../../db/errors.ts';
import { accounts } from '../../db/schema.ts';
import { describeOnBothDatabases, freshServerUrl, openFreshServer } from '../support/database.ts';
import { created } from './a-step.ts';

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describeOnBothDatabases('a transaction', (database) => {
  test('refuses the use of the outer database inside it, which would wait for itself or stand outside', async () => {
    const step = created();
    const { transaction } = database();
    const uses = [
      () => database().query('select 1'),
      () => commitSteps(database(), [step]),
      () => database().db.select().from(accounts),
      () => transaction(async () => undefined),
    ];
    for (const use of uses) {
      const nested = database().transaction(async () => {
        await use();
      });
      await expect(nested).rejects.toThrow(/use the handle that the transaction passes in/);
    }
    expect(await findCase(database(), step.caseId)).toBeNull();
  });

  test('does not hinder what it has started and what runs after it', async () => {
    const later = await database().transaction(async () => ({
      work: pause(20).then(() => database().query('select 1 as one')),
    }));
    expect(await later.work).toEqual([{ one: 1 }]);
  });

  test('gives back what the work gives back, and its own writes are seen inside', async () => {
    const step = created();
    const seen = await database().transaction(async (tx) => {
      await commitSteps(tx, [step]);
      expect(await tx.db.select().from(accounts)).toEqual([]);
      return findCase(tx, step.caseId);
    });
    expect(seen?.id).toBe(step.caseId);
  });
});

describe('a broken connection', () => {
  const endEveryOther = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;

  test('in mid-transaction is a clear error, nothing is stored, and the next call has a new connection', async () => {
    const url = await freshServerUrl();
    const [database, other] = [
      await openDatabase({ databaseUrl: url }),
      await openDatabase({ databaseUrl: url }),
    ];
    const step = created();
    const error = await failureOf(
      database.transaction(async (tx) => {
        await commitSteps(tx, [step]);
        await other.query(endEveryOther);
        await pause(20);
        await tx.query('select 1');
      }),
    );
    expect(error).toBeInstanceOf(DatabaseUnavailable);
    expect(error).toMatchObject({ outcomeUnknown: false });
    expect((error as Error).message).toContain('Nothing was stored.');
    expect(await findCase(database, step.caseId)).toBeNull();
    await commitSteps(database, [step]);
    expect(await findCase(database, step.caseId)).not.toBeNull();
    await Promise.all([database.close(), other.close()]);
  });

  test('while a statement runs says that its outcome is not known', async () => {
    const url = await freshServerUrl();
    const [database, other] = [
      await openDatabase({ databaseUrl: url }),
      await openDatabase({ databaseUrl: url }),
    ];
    const slow = failureOf(database.query('select pg_sleep(10)'));
    const viaDrizzle = failureOf(
      database.db
        .select()
        .from(accounts)
        .for('update')
        .then(() => database.query('select pg_sleep(10)')),
    );
    await pause(100);
    await other.query(endEveryOther);
    expect(await slow).toMatchObject({ name: 'DatabaseUnavailable', outcomeUnknown: true });
    expect(databaseUnavailable(await viaDrizzle)).toBeDefined();
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await Promise.all([database.close(), other.close()]);
  });

  test('of an idle connection is not even noticed', async () => {
    const url = await freshServerUrl();
    const [database, other] = [
      await openDatabase({ databaseUrl: url }),
      await openDatabase({ databaseUrl: url }),
    ];
    await database.query('select 1');
    await other.query(endEveryOther);
    await pause(50);
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await Promise.all([database.close(), other.close()]);
  });

  test('to a server that is not there is a clear error', async () => {
    const database = await openDatabase({ databaseUrl: 'postgres://postgres@127.0.0.1:1/nothing' });
    const error = await failureOf(database.transaction(async () => undefined));
    expect(error).toMatchObject({ name: 'DatabaseUnavailable', outcomeUnknown: false });
    expect((error as Error).message).toMatch(/ECONNREFUSED.*Nothing was stored/);
    expect(await failureOf(database.query('select 1'))).toBeInstanceOf(DatabaseUnavailable);
    await database.close();
  });

  test('is told apart from an error of the work, whatever code that carries', async () => {
    const database = await openFreshServer();
    const error = Object.assign(new Error('the mail relay is away'), { code: 'ECONNREFUSED' });
    await expect(
      database.transaction(async () => {
        throw error;
      }),
    ).rejects.toBe(error);
    await database.close();
  });

  test('one statement may not run for more than half a minute', async () => {
    const database = await openFreshServer();
    expect(await database.query(`select current_setting('statement_timeout') as most`)).toEqual([
      { most: '30s' },
    ]);
    await database.close();
  });
});
