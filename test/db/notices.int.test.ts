import { expect, test } from 'vitest';
import { commitSteps } from '../../db/commit.ts';
import type { Database } from '../../db/connect.ts';
import {
  findNoticeByDocument,
  findNoticeByMessage,
  markNoticeSent,
  nextNotice,
  noticesOf,
  postponeNotice,
  setNoticeDocument,
  takeNotices,
} from '../../db/notices.ts';
import { behindTheGuard } from '../support/behind-the-guard.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { aNotice, created } from './a-step.ts';

const NOW = '2025-03-10T09:00:00Z';
const LEASE = '2025-03-10T09:05:00Z';

const emptyOutbox = async (database: Database) => {
  await database.query('update notices set wake_at = null');
};

describeOnBothDatabases('the outbox', (database) => {
  test('gives each letter to one dispatcher, oldest first', async () => {
    await emptyOutbox(database());
    const step = created({
      notices: [
        aNotice('2', { seq: 2, createdAt: '2025-03-10T08:30:00Z', wakeAt: '2025-03-10T08:30:00Z' }),
        aNotice('1', { wakeAt: '2025-03-10T08:00:00Z' }),
        aNotice('later', { wakeAt: '2025-03-10T10:00:00Z' }),
        aNotice('kept', { wakeAt: null }),
      ],
    });
    await commitSteps(database(), [step]);
    expect(await nextNotice(database())).toBe('2025-03-10T08:00:00Z');
    const taken = await takeNotices(database(), NOW, LEASE, 10);
    expect(taken.map((row) => [row.id, row.attempts, row.wakeAt])).toEqual([
      ['1', 1, LEASE],
      ['2', 1, LEASE],
    ]);
    expect(await takeNotices(database(), NOW, LEASE, 10)).toEqual([]);
    expect(await nextNotice(database())).toBe(LEASE);
  });

  test('gives every letter exactly once to several dispatchers at the same time', async () => {
    await emptyOutbox(database());
    const steps = Array.from({ length: 50 }, () => created({ notices: [aNotice('1'), aNotice('2')] }));
    await commitSteps(database(), steps);
    const taken: string[] = [];
    const dispatcher = async () => {
      for (;;) {
        const rows = await takeNotices(database(), NOW, LEASE, 7);
        if (rows.length === 0) return;
        taken.push(...rows.map((row) => `${row.caseId} ${row.id}`));
      }
    };
    await Promise.all([dispatcher(), dispatcher(), dispatcher(), dispatcher()]);
    await dispatcher();
    expect(taken).toHaveLength(100);
    expect(new Set(taken).size).toBe(100);
  });

  test('a letter has one message id, whenever it is taken; another that came to bear its id has another', async () => {
    await emptyOutbox(database());
    const step = created({ notices: [aNotice('1')] });
    await commitSteps(database(), [step]);
    const messageIdWhenTaken = async () => {
      const [taken] = await takeNotices(database(), NOW, LEASE, 10, { messageDomain: 'sadalestikls.lv' });
      return taken?.messageId;
    };
    /** As a restore may find it: taken by nobody yet, or another letter in the same place of the history. */
    const restoredWith = async (change: string) => {
      await behindTheGuard(
        database(),
        ['notices'],
        [
          `update notices set message_id = null, attempts = 0, wake_at = '2025-03-10T08:00:00Z' ${change} where case_id = $1`,
          [step.caseId],
        ],
      );
      return messageIdWhenTaken();
    };

    const first = await messageIdWhenTaken();
    expect(first).toMatch(/^<1\.[0-9a-f]{16}@sadalestikls\.lv>$/);
    await postponeNotice(database(), step.caseId, '1', {
      error: 'no relay',
      wakeAt: NOW,
      deliveredState: 'queued',
    });
    expect(await messageIdWhenTaken(), 'tried again').toBe(first);
    expect(await restoredWith('')).toBe(first);
    const others = [
      await restoredWith(`, model = '{"notice":"N-OFFER","amount":"1"}'`),
      await restoredWith(`, recipient = 'cits@example.lv'`),
      await restoredWith(`, created_at = '2025-03-10T08:00:00.000001Z'`),
    ];
    expect(new Set([first, ...others]).size).toBe(4);
  });

  test('keeps what became of a letter', async () => {
    await emptyOutbox(database());
    const step = created({ notices: [aNotice('1'), aNotice('2')] });
    await commitSteps(database(), [step]);
    await takeNotices(database(), NOW, LEASE, 10);
    await setNoticeDocument(database(), step.caseId, '1', 'document-1');
    await postponeNotice(database(), step.caseId, '1', {
      error: 'no relay',
      wakeAt: LEASE,
      deliveredState: 'queued',
    });
    expect(
      (await takeNotices(database(), LEASE, '2025-03-10T09:10:00Z', 10)).map((row) => [row.id, row.attempts]),
    ).toEqual([
      ['1', 2],
      ['2', 2],
    ]);
    await markNoticeSent(database(), step.caseId, '1', {
      sentAt: NOW,
      deliveredState: 'sent',
      messageId: '<1@pieslegums>',
    });
    await postponeNotice(database(), step.caseId, '2', {
      error: 'refused',
      wakeAt: null,
      deliveredState: 'failed',
    });
    const [first, second] = await noticesOf(database(), step.caseId);
    expect(first).toMatchObject({
      sentAt: NOW,
      deliveredState: 'sent',
      wakeAt: null,
      lastError: null,
      documentId: 'document-1',
    });
    expect(second).toMatchObject({
      sentAt: null,
      deliveredState: 'failed',
      wakeAt: null,
      lastError: 'refused',
    });
    expect(await findNoticeByMessage(database(), '<1@pieslegums>')).toEqual(first);
    expect(await findNoticeByDocument(database(), 'document-1')).toEqual(first);
    expect(await findNoticeByMessage(database(), '<2@pieslegums>')).toBeNull();
    expect(await nextNotice(database())).toBeNull();
  });
});
