import { expect, test } from 'vitest';
import { commitSteps, type Step } from '../../db/commit.ts';
import type { Database } from '../../db/connect.ts';
import { deadlinesOf } from '../../db/deadlines.ts';
import { nextWake, postponeDeadline, takeDueCases } from '../../db/due.ts';
import { historyOf } from '../../db/history.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { aDeadline, after, anEvent, created } from './a-step.ts';

const NOW = '2025-04-10T00:00:00Z';

const due = (name: string, wakeAt: string | null) => aDeadline(name, { dueAt: wakeAt, wakeAt });

const nothingIsDue = async (database: Database) => {
  await database.query('update deadlines set wake_at = null');
};

/** The clock's worker in short: takes what is due, decides each case, stores all in one transaction. */
async function sweep(database: Database, limit: number): Promise<string[]> {
  return database.transaction(async (tx) => {
    const steps: Step[] = [];
    const handled: string[] = [];
    for (const { case: row, due } of await takeDueCases(tx, NOW, limit)) {
      const { id, createdAt: _, updatedAt: __, ...columns } = row;
      const names = due.map((deadline) => deadline.name);
      handled.push(...names.map((name) => `${id} ${name}`));
      steps.push({
        caseId: id,
        expectedVersion: row.version,
        at: NOW,
        case: { ...columns, version: row.version + names.length },
        history: names.map((name, i) =>
          anEvent(row.version + 1 + i, { type: 'deadline.passed', data: { name } }),
        ),
        deadlines: (await deadlinesOf(tx, id)).map((deadline) =>
          names.includes(deadline.name) ? { ...deadline, wakeAt: null, state: 'missed' } : deadline,
        ),
      });
    }
    await commitSteps(tx, steps);
    return handled;
  });
}

describeOnBothDatabases('due deadlines', (database) => {
  test('are taken oldest first, with their case, each case once', async () => {
    await nothingIsDue(database());
    const [first, second, later] = [
      created({
        deadlines: [due('b', '2025-04-02T00:00:00Z'), due('a', '2025-04-05T00:00:00Z'), due('c', null)],
      }),
      created({ deadlines: [due('a', '2025-04-03T00:00:00Z')] }),
      created({ deadlines: [due('a', '2025-04-10T00:00:00.000001Z')] }),
    ];
    await commitSteps(database(), [second, first, later]);
    expect(await nextWake(database())).toBe('2025-04-02T00:00:00Z');
    const taken = await database().transaction((tx) => takeDueCases(tx, NOW, 100));
    expect(taken.map((one) => [one.case.id, one.due.map(({ name, wakeAt }) => `${name} ${wakeAt}`)])).toEqual(
      [
        [first.caseId, ['b 2025-04-02T00:00:00Z', 'a 2025-04-05T00:00:00Z']],
        [second.caseId, ['a 2025-04-03T00:00:00Z']],
      ],
    );
    expect(taken[0]!.case).toMatchObject({ version: 1, snapshot: first.case.snapshot });
    expect(await database().transaction((tx) => takeDueCases(tx, NOW, 1))).toHaveLength(1);
  });

  test('a failing case is tried again later, its later deadlines not before, and it blocks no other', async () => {
    await nothingIsDue(database());
    const failing = created({
      deadlines: [due('a', '2025-04-02T00:00:00Z'), due('b', '2025-04-03T00:00:00Z')],
    });
    const other = created({ deadlines: [due('a', '2025-04-04T00:00:00Z')] });
    await commitSteps(database(), [failing, other]);
    await postponeDeadline(database(), failing.caseId, 'a', 'the reason', '2025-04-11T00:00:00Z');
    await postponeDeadline(database(), failing.caseId, 'a', 'the second reason', '2025-04-12T00:00:00Z');
    const taken = await database().transaction((tx) => takeDueCases(tx, NOW, 100));
    expect(taken.map((one) => one.case.id)).toEqual([other.caseId]);
    expect(
      (await deadlinesOf(database(), failing.caseId)).map(({ name, attempts, lastError, wakeAt }) => [
        name,
        attempts,
        lastError,
        wakeAt,
      ]),
    ).toEqual([
      ['a', 2, 'the second reason', '2025-04-12T00:00:00Z'],
      ['b', 0, null, '2025-04-12T00:00:00Z'],
    ]);
  });

  test('one that was handled meanwhile is not woken again by the failure of another worker', async () => {
    await nothingIsDue(database());
    const step = created({ deadlines: [due('a', '2025-04-02T00:00:00Z')] });
    await commitSteps(database(), [step]);
    await commitSteps(database(), [
      after(step, { deadlines: [aDeadline('a', { wakeAt: null, state: 'met' })] }),
    ]);
    await postponeDeadline(database(), step.caseId, 'a', 'too late', '2025-04-11T00:00:00Z');
    expect(await deadlinesOf(database(), step.caseId)).toMatchObject([
      { wakeAt: null, attempts: 0, state: 'met' },
    ]);
  });

  test('several workers never handle one twice and miss none, while customers act at the same time', async () => {
    await nothingIsDue(database());
    const cases = Array.from({ length: 300 }, (_, i) =>
      created({
        deadlines: Array.from({ length: 1 + (i % 3) }, (_, k) =>
          due(`deadline-${k}`, `2025-04-0${1 + ((i + k) % 8)}T00:00:00Z`),
        ),
      }),
    );
    await commitSteps(database(), cases);
    const handled: string[] = [];
    const worker = async (limit: number) => {
      for (let idle = 0; idle < 5; ) {
        const swept = await sweep(database(), limit);
        idle = swept.length === 0 ? idle + 1 : 0;
        handled.push(...swept);
      }
    };
    const refused: string[] = [];
    const customer = async () => {
      for (const step of cases.slice(0, 60)) {
        const acted = after(step, { history: [anEvent(2, { actor: 'customer' })] });
        await commitSteps(database(), [acted]).catch((error: Error) => {
          refused.push(error.name);
        });
      }
    };
    await Promise.all([...[7, 20, 50, 11].map(worker), customer()]);
    await worker(100);
    // A customer who came first acted on deadlines that still ran; one who came second was refused.
    expect(new Set(refused)).toEqual(new Set(refused.length > 0 ? ['CaseHasMoved'] : []));
    const expected = cases.flatMap((step) =>
      step.deadlines.map((deadline) => `${step.caseId} ${deadline.name}`),
    );
    expect(handled).toHaveLength(expected.length);
    expect(new Set(handled)).toEqual(new Set(expected));
    for (const step of cases) {
      const passed = (await historyOf(database(), step.caseId)).filter(
        (event) => event.type === 'deadline.passed',
      );
      expect(passed).toHaveLength(step.deadlines.length);
    }
    expect(await nextWake(database())).toBeNull();
  });
});
