import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { findCase } from '../../db/cases.ts';
import { commitSteps, commitTogether, type Step } from '../../db/commit.ts';
import { CaseHasMoved, IdempotencyKeyTaken } from '../../db/errors.ts';
import { loadTogether } from '../../db/load.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { after, created } from './a-step.ts';

const anAnswer = (key: string): NonNullable<Step['idempotency']> => ({
  account: 'service',
  key,
  bodyHash: 'hash',
  responseStatus: 200,
  response: { kept: key },
});

describeOnBothDatabases('steps that are stored together', (database) => {
  const many = async (count: number): Promise<Step[]> => {
    const steps = Array.from({ length: count }, () => created());
    await commitSteps(database(), steps);
    return steps;
  };
  const versionOf = async ({ caseId }: Step) => (await findCase(database(), caseId))?.version;
  const outcomes = (steps: readonly Step[]) =>
    Promise.allSettled(steps.map((step) => commitTogether(database(), step)));

  test('are all stored, in far fewer transactions than there are steps', async () => {
    const steps = (await many(100)).map((step) => after(step));
    expect((await outcomes(steps)).every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(new Set(await Promise.all(steps.map(versionOf)))).toEqual(new Set([2]));
    const [{ transactions } = { transactions: 0 }] = await database().query<{ transactions: number }>(
      `select count(distinct xmin::text)::int as transactions from history
       where seq = 2 and case_id = any($1::uuid[])`,
      [steps.map(({ caseId }) => caseId)],
    );
    expect(transactions).toBeGreaterThan(0);
    expect(transactions).toBeLessThan(10);
  });

  test('one whose case has moved on is told so, and all others are stored', async () => {
    const cases = await many(40);
    const moved = cases[17]!;
    await commitSteps(database(), [after(moved)]);
    const told = await outcomes(cases.map((step) => after(step)));
    expect(told.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect((told[17] as PromiseRejectedResult).reason).toBeInstanceOf(CaseHasMoved);
    expect((told[17] as PromiseRejectedResult).reason.caseId).toBe(moved.caseId);
    expect(new Set(await Promise.all(cases.map(versionOf)))).toEqual(new Set([2]));
  });

  test('of two under one idempotency key, exactly one is stored, and all others are', async () => {
    const cases = await many(20);
    const key = randomUUID();
    const told = await outcomes(
      cases.map((step, place) =>
        after(step, { idempotency: anAnswer(place === 3 || place === 11 ? key : randomUUID()) }),
      ),
    );
    const refused = told.flatMap((one, place) => (one.status === 'rejected' ? [{ place, ...one }] : []));
    expect(refused).toHaveLength(1);
    expect([3, 11]).toContain(refused[0]!.place);
    expect(refused[0]!.reason).toBeInstanceOf(IdempotencyKeyTaken);
    expect(await versionOf(cases[refused[0]!.place]!)).toBe(1);
  });

  test('one that the database cannot store at all harms no other', async () => {
    const cases = await many(10);
    const steps = cases.map((step, place) =>
      after(step, place === 4 ? { history: [{ ...after(step).history[0]!, at: 'never' }] } : {}),
    );
    const told = await outcomes(steps);
    expect(told.map(({ status }) => status).indexOf('rejected')).toBe(4);
    expect(told.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await versionOf(cases[4]!)).toBe(1);
  });

  test('many steps of one case asked for at once: those that were decided on an old version are told so', async () => {
    const [one] = await many(1);
    const told = await outcomes(Array.from({ length: 8 }, () => after(one!)));
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const other of told)
      if (other.status === 'rejected') expect(other.reason).toBeInstanceOf(CaseHasMoved);
    expect(await versionOf(one!)).toBe(2);
  });
});

describeOnBothDatabases('cases that are read together', (database) => {
  test('each comes with its own case and its own earlier answer', async () => {
    const steps = Array.from({ length: 70 }, () => created({ idempotency: anAnswer(randomUUID()) }));
    await commitSteps(database(), steps);
    const loaded = await Promise.all(
      steps.map((step, place) =>
        loadTogether(database(), step.caseId, 'service', place % 2 ? step.idempotency!.key : undefined),
      ),
    );
    expect(loaded.map((one) => one.case?.id)).toEqual(steps.map(({ caseId }) => caseId));
    expect(loaded.map((one) => one.answered?.response ?? null)).toEqual(
      steps.map((step, place) => (place % 2 ? step.idempotency!.response : null)),
    );
    expect(loaded[3]!.case).toEqual(await findCase(database(), steps[3]!.caseId));
  });

  test('one that is not there, another account, and an id that is none harm no other', async () => {
    const step = created({ idempotency: anAnswer(randomUUID()) });
    await commitSteps(database(), [step]);
    const { key } = step.idempotency!;
    const [found, foreign, missing, nonsense] = await Promise.allSettled([
      loadTogether(database(), step.caseId, 'service', key),
      loadTogether(database(), step.caseId, 'finance', key),
      loadTogether(database(), randomUUID(), 'service', key),
      loadTogether(database(), 'no id', 'service', key),
    ]);
    expect(found).toMatchObject({ value: { case: { id: step.caseId }, answered: { caseId: step.caseId } } });
    expect(foreign).toMatchObject({ value: { case: { id: step.caseId }, answered: null } });
    expect(missing).toMatchObject({ value: { case: null, answered: { caseId: step.caseId } } });
    expect(nonsense!.status).toBe('rejected');
  });
});
