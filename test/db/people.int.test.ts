import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  accountsOfParty,
  addAccount,
  changeAccount,
  findAccount,
  findAccountByUsername,
  listAccounts,
  readsOf,
  recordRead,
} from '../../db/accounts.ts';
import { approvalsOf, askApproval, endApproval, findApproval, pendingApprovals } from '../../db/approvals.ts';
import { moveClock, readClock } from '../../db/clock.ts';
import { commitSteps } from '../../db/commit.ts';
import { AlreadyExists, ApprovalIsDecided } from '../../db/errors.ts';
import { deleteAnswersBefore } from '../../db/idempotency.ts';
import { findAnswer } from '../../db/load.ts';
import type { AccountRow } from '../../db/rows.ts';
import {
  addSession,
  deleteExpiredSessions,
  endSession,
  endSessionsOf,
  findSession,
  touchSession,
} from '../../db/sessions.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { AT, created } from './a-step.ts';

const anAccount = (with_: Partial<AccountRow> = {}): AccountRow => ({
  id: randomUUID(),
  username: `user-${randomUUID()}`,
  passwordHash: null,
  roles: ['customer'],
  kind: 'natural',
  partyCode: null,
  name: 'Jānis Bērziņš',
  email: null,
  language: 'lv',
  letterChannel: null,
  active: true,
  createdAt: AT,
  ...with_,
});

const HOUR_LATER = '2025-03-10T09:00:00Z';

describeOnBothDatabases('people', (database) => {
  test('an account is found by id, username and party, and its username is its own', async () => {
    const account = anAccount({ partyCode: '40003', roles: ['service', 'finance'] });
    await addAccount(database(), account);
    expect(await findAccount(database(), account.id)).toEqual(account);
    expect(await findAccountByUsername(database(), account.username)).toEqual(account);
    expect(await accountsOfParty(database(), '40003')).toEqual([account]);
    expect(await listAccounts(database())).toContainEqual(account);
    expect(await findAccount(database(), 'nobody')).toBeNull();
    await expect(addAccount(database(), anAccount({ username: account.username }))).rejects.toThrow(
      AlreadyExists,
    );
    await changeAccount(database(), account.id, { roles: ['admin'], email: 'a@example.lv' });
    expect(await findAccount(database(), account.id)).toEqual({
      ...account,
      roles: ['admin'],
      email: 'a@example.lv',
    });
  });

  test('a session is found until it expires, is ended, or its account is closed', async () => {
    const account = anAccount();
    await addAccount(database(), account);
    const session = (tokenHash: string) => ({
      tokenHash,
      accountId: account.id,
      level: '2',
      method: 'portal-eid',
      createdAt: AT,
      expiresAt: HOUR_LATER,
      context: null,
      lastSeenAt: AT,
      factorAt: null,
    });
    for (const hash of ['one', 'two', 'three']) await addSession(database(), session(hash));
    expect(await findSession(database(), 'one', AT)).toEqual({
      session: session('one'),
      account,
      hasFactor: false,
      isProven: false,
    });
    expect(await findSession(database(), 'one', HOUR_LATER)).toBeNull();
    await touchSession(database(), 'one', {
      at: '2025-03-10T08:00:30Z',
      expiresAt: '2025-03-10T09:00:30Z',
      seenBefore: AT,
    });
    expect((await findSession(database(), 'one', AT))?.session.lastSeenAt).toBe(AT);
    const seen = {
      at: '2025-03-10T08:02:00Z',
      expiresAt: '2025-03-10T09:02:00Z',
      seenBefore: '2025-03-10T08:01:00Z',
    };
    await touchSession(database(), 'one', seen);
    expect((await findSession(database(), 'one', HOUR_LATER))?.session.expiresAt).toBe(seen.expiresAt);
    await deleteExpiredSessions(database(), HOUR_LATER);
    expect(await findSession(database(), 'two', AT)).toBeNull();
    await changeAccount(database(), account.id, { active: false });
    expect(await findSession(database(), 'one', AT)).toBeNull();
    await changeAccount(database(), account.id, { active: true });
    await addSession(database(), session('four'));
    await endSession(database(), 'one');
    expect(await findSession(database(), 'one', AT)).toBeNull();
    await endSessionsOf(database(), account.id);
    expect(await findSession(database(), 'four', AT)).toBeNull();
  });

  test('an approval waits, is listed oldest first, and ends once', async () => {
    const caseId = randomUUID();
    const asked = (askedAt: string) => ({
      id: randomUUID(),
      caseId,
      event: { type: 'debt.handed-over' },
      roles: ['finance'],
      askedBy: 'finance',
      askedRole: 'finance',
      askedAt,
    });
    const [later, earlier] = [asked(HOUR_LATER), asked(AT)];
    await askApproval(database(), later);
    await askApproval(database(), earlier);
    expect((await pendingApprovals(database())).map((row) => row.id)).toEqual([earlier.id, later.id]);
    const declined = { state: 'declined', by: 'finance2', at: HOUR_LATER, reasons: 'not yet' } as const;
    await endApproval(database(), earlier.id, declined);
    expect(await findApproval(database(), earlier.id)).toMatchObject({
      state: 'declined',
      decidedBy: 'finance2',
      reasons: 'not yet',
    });
    await expect(endApproval(database(), earlier.id, declined)).rejects.toEqual(
      new ApprovalIsDecided(earlier.id),
    );
    expect((await pendingApprovals(database())).map((row) => row.id)).toEqual([later.id]);
    expect((await approvalsOf(database(), caseId)).map((row) => row.state)).toEqual(['declined', 'pending']);
  });

  test('who has read personal data is kept', async () => {
    const caseId = randomUUID();
    await recordRead(database(), { at: AT, account: 'service', caseId, what: 'case' });
    await recordRead(database(), { at: HOUR_LATER, account: 'engineer', caseId, what: 'history' });
    expect(await readsOf(database(), caseId)).toEqual([
      { at: AT, account: 'service', what: 'case' },
      { at: HOUR_LATER, account: 'engineer', what: 'history' },
    ]);
  });

  test('old answers are forgotten', async () => {
    const answer = {
      account: 'customer',
      key: randomUUID(),
      bodyHash: 'h',
      responseStatus: 200,
      response: {},
    };
    await commitSteps(database(), [created({ idempotency: answer })]);
    await deleteAnswersBefore(database(), '2020-01-01T00:00:00Z');
    expect(await findAnswer(database(), 'customer', answer.key)).not.toBeNull();
    await deleteAnswersBefore(database(), '2100-01-01T00:00:00Z');
    expect(await findAnswer(database(), 'customer', answer.key)).toBeNull();
  });

  test('virtual time moves forward alone', async () => {
    expect(await readClock(database())).toBeNull();
    expect(await moveClock(database(), AT)).toBe(true);
    expect(await moveClock(database(), HOUR_LATER)).toBe(true);
    expect(await moveClock(database(), HOUR_LATER)).toBe(true);
    expect(await moveClock(database(), AT)).toBe(false);
    expect(await readClock(database())).toBe(HOUR_LATER);
  });
});
