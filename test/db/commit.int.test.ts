import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { askApproval, findApproval } from '../../db/approvals.ts';
import { findCase, findCases, lockCases } from '../../db/cases.ts';
import { commitSteps, type Step } from '../../db/commit.ts';
import type { Database } from '../../db/connect.ts';
import { deadlinesOf } from '../../db/deadlines.ts';
import { type AlreadyExists, ApprovalIsDecided, CaseHasMoved, IdempotencyKeyTaken } from '../../db/errors.ts';
import { historyOf } from '../../db/history.ts';
import { findAnswer, loadForStep } from '../../db/load.ts';
import { invoicesOf, receiptsOf } from '../../db/money.ts';
import { noticesOf } from '../../db/notices.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { AT, aCase, aDeadline, after, aNotice, anEvent, anInvoice, created } from './a-step.ts';

const everythingOf = async (database: Database, caseId: string) => ({
  case: await findCase(database, caseId),
  history: await historyOf(database, caseId),
  deadlines: await deadlinesOf(database, caseId),
  receipts: await receiptsOf(database, caseId),
  invoices: await invoicesOf(database, caseId),
  notices: await noticesOf(database, caseId),
});

const idempotency = (key: string) => ({
  account: 'customer',
  key,
  bodyHash: 'hash',
  responseStatus: 200,
  response: { version: 1, id: 'in the order of the answer' },
});

describeOnBothDatabases('a committed step', (database) => {
  test('everything that the step holds comes back as it was given', async () => {
    const step = created({
      case: aCase({
        queueOn: '2025-03-30',
        nextOn: '2025-03-30',
        overdue: true,
        snapshot: { 'ā"\\\n': [1, null] },
      }),
      history: [
        anEvent(1, { at: '2025-03-10T08:00:00.123456Z', data: { amount: '10.00' } }),
        anEvent(2, { clause: null }),
      ],
      deadlines: [
        aDeadline('offer'),
        aDeadline('objection-window', { dueAt: null, wakeAt: null, lastDay: null }),
      ],
      receipts: [
        {
          seq: 1,
          k: 0,
          kind: 'received',
          amount: '0.10',
          on: '2025-03-10',
          reference: 'R',
          account: 'main',
          counts: true,
        },
      ],
      invoices: [anInvoice(`A-${randomUUID()}`)],
      notices: [aNotice('1-1', { deemedReceivedOn: '2025-03-10' })],
    });
    await commitSteps(database(), [step]);
    const { caseId } = step;
    expect(await everythingOf(database(), caseId)).toEqual({
      case: { id: caseId, ...step.case, createdAt: AT, updatedAt: AT },
      history: step.history.map((row) => ({ caseId, ...row })),
      deadlines: step.deadlines.map((row) => ({ caseId, ...row, attempts: 0, lastError: null })),
      receipts: step.receipts!.map((row) => ({ caseId, ...row })),
      invoices: step.invoices!.map((row) => ({ caseId, ...row })),
      notices: step.notices!.map((row) => ({ caseId, ...row, attempts: 0, lastError: null })),
    });
  });

  test('a case that has moved on stores nothing and is named', async () => {
    const first = created({ deadlines: [aDeadline('offer')] });
    const second = after(first);
    await commitSteps(database(), [first]);
    await commitSteps(database(), [second]);
    const before = await everythingOf(database(), first.caseId);
    const stale = after(first, {
      deadlines: [],
      history: [anEvent(9)],
      receipts: [
        {
          seq: 9,
          k: 0,
          kind: 'received',
          amount: '1.00',
          on: '2025-03-10',
          reference: null,
          account: null,
          counts: true,
        },
      ],
      notices: [aNotice('9-1')],
      words: ['stale'],
      idempotency: idempotency('stale'),
    });
    await expect(commitSteps(database(), [stale])).rejects.toEqual(new CaseHasMoved(first.caseId));
    expect(await everythingOf(database(), first.caseId)).toEqual(before);
    expect(await findAnswer(database(), 'customer', 'stale')).toBeNull();
  });

  test('a case cannot be made twice', async () => {
    const step = created();
    await commitSteps(database(), [step]);
    await expect(commitSteps(database(), [{ ...step, case: aCase() }])).rejects.toEqual(
      new CaseHasMoved(step.caseId),
    );
  });

  test('a case number cannot be given twice', async () => {
    const step = created();
    await commitSteps(database(), [step]);
    await expect(commitSteps(database(), [created({ case: step.case })])).rejects.toMatchObject({
      name: 'AlreadyExists',
      constraint: 'cases_number',
    } satisfies Partial<AlreadyExists>);
  });

  test('of two steps from the same version at once exactly one is stored', async () => {
    for (let round = 0; round < 20; round += 1) {
      const first = created();
      await commitSteps(database(), [first]);
      const rivals = [0, 1, 2, 3].map((rival) =>
        after(first, { history: [anEvent(2, { actor: `rival ${rival}` })] }),
      );
      const outcomes = await Promise.allSettled(rivals.map((step) => commitSteps(database(), [step])));
      const winner = outcomes.findIndex((outcome) => outcome.status === 'fulfilled');
      expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'rejected',
      ]);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(CaseHasMoved);
      }
      expect((await historyOf(database(), first.caseId)).map((event) => event.actor)).toEqual([
        'customer',
        `rival ${winner}`,
      ]);
    }
  });

  test('a batch with one stale case stores none of them', async () => {
    const cases = Array.from({ length: 10 }, () => created());
    await commitSteps(database(), cases);
    await commitSteps(database(), [after(cases[6]!)]);
    const newcomer = created();
    const batch = [
      newcomer,
      ...cases.map((one) => after(one, { case: { ...one.case, version: 2, status: 'evaluating' } })),
    ];
    await expect(commitSteps(database(), batch)).rejects.toEqual(new CaseHasMoved(cases[6]!.caseId));
    const rows = await findCases(database(), [newcomer.caseId, ...cases.map((one) => one.caseId)]);
    expect(rows.map((row) => row.status)).toEqual(Array(10).fill('received'));
    expect(rows.filter((row) => row.version === 2).map((row) => row.id)).toEqual([cases[6]!.caseId]);
  });

  test('batches over the same cases in any order never wait in a circle', async () => {
    const cases = Array.from({ length: 12 }, () => created());
    await commitSteps(database(), cases);
    const next = (step: Step) => ({ ...after(step), history: [] });
    const outcomes = await Promise.allSettled([
      commitSteps(database(), cases.map(next)),
      commitSteps(database(), cases.toReversed().map(next)),
      commitSteps(database(), [...cases.slice(6), ...cases.slice(0, 6)].map(next)),
    ]);
    const failures = outcomes
      .filter((outcome) => outcome.status === 'rejected')
      .map((outcome) => outcome.reason);
    expect(failures).toHaveLength(2);
    for (const failure of failures) expect(failure).toBeInstanceOf(CaseHasMoved);
  });

  test('deadlines are replaced: changed ones updated, absent ones removed, equal ones left alone', async () => {
    const first = created({ deadlines: [aDeadline('offer'), aDeadline('term'), aDeadline('withdrawal')] });
    await commitSteps(database(), [first]);
    await database().query('update deadlines set attempts = 3, last_error = $2 where case_id = $1', [
      first.caseId,
      'x',
    ]);
    const moved = aDeadline('term', { lastDay: '2025-06-30', wakeAt: '2025-06-30T21:00:00Z' });
    await commitSteps(database(), [
      after(first, { deadlines: [aDeadline('offer'), moved, aDeadline('connection')] }),
    ]);
    const stored = await deadlinesOf(database(), first.caseId);
    expect(stored.map(({ name, lastDay, attempts }) => [name, lastDay, attempts])).toEqual([
      ['connection', '2025-03-30', 0],
      ['offer', '2025-03-30', 3],
      ['term', '2025-06-30', 0],
    ]);
  });

  test('an idempotency key is kept once, and its answer comes back with the case', async () => {
    const step = created({ idempotency: idempotency('key') });
    await commitSteps(database(), [step]);
    await expect(commitSteps(database(), [created({ idempotency: idempotency('key') })])).rejects.toThrow(
      IdempotencyKeyTaken,
    );
    const loaded = await loadForStep(database(), step.caseId, 'customer', 'key');
    expect(loaded.case?.version).toBe(1);
    expect(loaded.answered).toEqual({
      bodyHash: 'hash',
      caseId: step.caseId,
      responseStatus: 200,
      response: idempotency('').response,
    });
    expect(JSON.stringify(loaded.answered?.response)).toBe(JSON.stringify(idempotency('').response));
    expect(await loadForStep(database(), step.caseId, 'somebody else', 'key')).toMatchObject({
      answered: null,
    });
    expect(await loadForStep(database(), randomUUID(), 'customer', 'other')).toEqual({
      case: null,
      answered: null,
      wish: null,
    });
    expect(await loadForStep(database(), randomUUID(), 'customer')).toEqual({
      case: null,
      answered: null,
      wish: null,
    });
    expect((await loadForStep(database(), step.caseId, 'customer')).case).toEqual(loaded.case);
  });

  test('an approval is applied once', async () => {
    const step = created();
    await commitSteps(database(), [step]);
    const id = randomUUID();
    const event = { type: 'contract.terminated' };
    await askApproval(database(), {
      id,
      caseId: step.caseId,
      event,
      roles: ['finance', 'service'],
      askedBy: 'service',
      askedRole: 'service',
      askedAt: AT,
    });
    const decision = { id, state: 'applied', decidedBy: 'finance', reasons: 'agreed' } as const;
    const next = after(step, { approvals: [decision] });
    await commitSteps(database(), [next]);
    expect(await findApproval(database(), id)).toMatchObject({
      ...decision,
      event,
      roles: ['finance', 'service'],
      decidedAt: AT,
    });
    await expect(commitSteps(database(), [after(next, { approvals: [decision] })])).rejects.toEqual(
      new ApprovalIsDecided(id),
    );
    expect((await findCase(database(), step.caseId))?.version).toBe(2);
  });

  test('an invoice that is known and the delivery of a letter are brought up to date', async () => {
    const number = `A-${randomUUID()}`;
    const first = created({
      invoices: [anInvoice(number)],
      notices: [aNotice('1-1', { deemedReceivedOn: '2025-03-10' })],
    });
    await commitSteps(database(), [first]);
    await commitSteps(database(), [
      after(first, {
        invoices: [anInvoice(number, { state: 'void' })],
        deliveries: [
          { id: '1-1', deliveredState: 'failed', deemedReceivedOn: null, receiptClause: null, wakeAt: null },
        ],
      }),
    ]);
    expect(await invoicesOf(database(), first.caseId)).toMatchObject([
      { number, state: 'void', gross: '1815.00' },
    ]);
    expect(await noticesOf(database(), first.caseId)).toMatchObject([
      { deliveredState: 'failed', deemedReceivedOn: null },
    ]);
  });

  test('an invoice number of another case is refused', async () => {
    const number = `A-${randomUUID()}`;
    await commitSteps(database(), [created({ invoices: [anInvoice(number)] })]);
    await expect(commitSteps(database(), [created({ invoices: [anInvoice(number)] })])).rejects.toMatchObject(
      {
        constraint: 'invoices_number',
      },
    );
  });

  test('a rolled-back transaction stores nothing', async () => {
    const step = created();
    const failure = database().transaction(async (tx) => {
      await commitSteps(tx, [step]);
      expect(await lockCases(tx, [step.caseId])).toHaveLength(1);
      throw new Error('decided otherwise');
    });
    await expect(failure).rejects.toThrow('decided otherwise');
    expect(await findCase(database(), step.caseId)).toBeNull();
  });

  test('a statement that failed inside a transaction leaves nothing, also when its error was swallowed', async () => {
    const step = created();
    await expect(
      database().transaction(async (tx) => {
        await commitSteps(tx, [step]);
        await tx.query('select 1 / 0').catch(() => undefined);
      }),
    ).rejects.toThrow();
    expect(await findCase(database(), step.caseId)).toBeNull();
  });
});
