import { beforeAll, expect, test } from 'vitest';
import { postponeDeadline } from '../../db/due.ts';
import { createJobDesk, type JobDesk } from '../../src/administration/jobs.ts';
import { createReadingLog, type ReadingLog } from '../../src/administration/reading-log.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type Office, offered, openOffice, person, refusalOf, timeFrom } from './office.ts';

const LIMIT = { limit: 50 };

describeOnBothDatabases('work in the background', (database) => {
  let office: Office;
  let jobs: JobDesk;
  let readings: ReadingLog;
  const time = timeFrom('2025-03-10');

  beforeAll(async () => {
    office = await openOffice(database(), time);
    jobs = createJobDesk({ db: database(), clock: time });
    readings = createReadingLog({ db: database(), book: office.shelf.book });
  });

  test('a deadline that failed is shown with its reason, and is done at once when an administrator says so', async () => {
    const { id, number } = await offered(office, { paymentDueOn: '2025-04-30' });
    expect((await jobs.view(person('admin'))).failed).toEqual([]);
    // The window has passed, and the clock's first try came to nothing.
    await time.moveTo(Temporal.Instant.from('2025-04-10T08:00:00Z'));
    await postponeDeadline(database(), id, 'objection-window', 'TypeError: no form', '2025-04-11T08:00:00Z');
    const { failed, waiting } = await jobs.view(person('admin'));
    expect(failed).toMatchObject([
      {
        caseId: id,
        number,
        name: 'objection-window',
        attempts: 1,
        lastError: 'TypeError: no form',
        wakeAt: '2025-04-11T08:00:00Z',
      },
    ]);
    expect(waiting.find(({ queue }) => queue === 'deadlines')).toMatchObject({ count: 0, oldest: null });

    const job = { caseId: id, deadline: 'objection-window' };
    await jobs.retry(person('admin'), job);
    await jobs.retry(person('admin'), job);
    const after = await jobs.view(person('admin'));
    expect(after.failed[0]?.wakeAt).toBe('2025-04-10T08:00:00Z');
    expect(after.waiting.find(({ queue }) => queue === 'deadlines')?.count).toBeGreaterThan(0);
    await office.moveTo('2025-04-10T08:01:00Z');
    expect((await office.find(id)).status).toBe('annulment-warned');
    expect((await jobs.view(person('admin'))).failed).toEqual([]);
    expect((await refusalOf(jobs.retry(person('admin'), job))).code).toBe('job.not-found');

    const { items } = await readings.list(person('privacy'), { ...LIMIT, account: 'admin' });
    expect(items).toMatchObject([
      { number, what: 'retry of objection-window' },
      { number, what: 'retry of objection-window' },
    ]);
  });

  test('letters and approvals that wait are counted', async () => {
    const { waiting } = await jobs.view(person('admin'));
    expect(waiting.map(({ queue }) => queue).sort()).toEqual([
      'approvals',
      'deadlines',
      'law-proposals',
      'letters',
      'reminders',
    ]);
  });

  test.each(['engineer', 'service', 'finance', 'privacy', 'customer'])('%s sees none of it', async (who) => {
    const job = { caseId: crypto.randomUUID(), deadline: 'term' };
    expect((await refusalOf(jobs.view(person(who)))).kind).toBe('forbidden');
    expect((await refusalOf(jobs.retry(person(who), job))).kind).toBe('forbidden');
  });

  test('II.9.5: data protection finds who read a case, by case, person and day of Riga', async () => {
    await office.moveTo('2025-05-20T21:30:00Z');
    const { id, number } = await offered(office, { paymentDueOn: '2025-07-30' });
    await office.casework.find(person('finance'), id, 'lv');
    await office.casework.history(person('finance'), id);
    const of = async (more: object) =>
      (await readings.list(person('privacy'), { ...LIMIT, ...more })).items.map(({ account, what }) => [
        account,
        what,
      ]);
    expect(await of({ case: number, account: 'finance' })).toEqual([
      ['finance', 'history'],
      ['finance', 'case'],
    ]);
    // 21:30 in UTC is half past midnight of the 21st in Riga.
    expect(await of({ case: number, day: '2025-05-20' })).toEqual([]);
    expect(await of({ case: number, account: 'finance', day: '2025-05-21' })).toHaveLength(2);
    expect(await of({ case: 'P-1999-000001' })).toEqual([]);

    const first = await readings.list(person('privacy'), { limit: 1 });
    const second = await readings.list(person('privacy'), { limit: 1, before: first.next! });
    expect(first.items[0]!.id).toBeGreaterThan(second.items[0]!.id);
    for (const who of ['admin', 'service', 'customer'])
      expect((await refusalOf(readings.list(person(who), LIMIT))).kind).toBe('forbidden');
  });
});
