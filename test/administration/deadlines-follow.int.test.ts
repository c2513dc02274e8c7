import { beforeEach, expect, test } from 'vitest';
import { nextWake } from '../../db/due.ts';
import { deadlinesFollow } from '../../db/law-deadlines.ts';
import { enact } from '../../src/administration/enact.ts';
import type { ProposalRequest } from '../../src/administration/proposal-request.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type Office, offered, openOffice, person, type SharedTime, signed, timeFrom } from './office.ts';

/** II.14.3.2: due on a Friday and unpaid, a contract ends at 00:00 of the next working day. */

const calendar = (on: string, removed = false): ProposalRequest => ({
  kind: 'calendar',
  rows: [{ on, kind: 'day-off', name: 'rīkojums', removed }],
  source: 'Ministru kabineta rīkojums',
});
const midnight = (on: string) =>
  Temporal.PlainDate.from(on).toZonedDateTime('Europe/Riga').toInstant().toString();

let office: Office;
let time: SharedTime;
/** Weeks are handed out one after the other on the one clock of a database: no day off of one test meets another's. */
let friday = Temporal.PlainDate.from('2025-06-06');
const day = (after: number) => friday.add({ days: after }).toString();

/** Signed, due on the Friday and not paid; it is Saturday morning. */
async function overdueContract(): Promise<string> {
  await office.moveTo(friday.subtract({ days: 35 }).toString());
  const { id } = await offered(office, { paymentDueOn: day(0) });
  await signed(office, id);
  await office.moveTo(day(1));
  return id;
}

const statusOf = async (id: string) => {
  const { status, dates } = await office.find(id);
  return [status, dates.endedOn];
};

describeOnBothDatabases('deadlines follow the law', (database) => {
  beforeEach(async () => {
    friday = friday.add({ days: 56 });
    time = timeFrom(`${friday.subtract({ days: 40 })}`);
    office = await openOffice(database(), time);
  });

  test('without a change the contract ends on Monday', async () => {
    const id = await overdueContract();
    expect(await office.indexed(id, 'non-payment-end')).toEqual([day(3), midnight(day(3))]);
    await office.moveTo(`${day(2)}T23:59`);
    expect(await statusOf(id)).toEqual(['in-force', null]);
    await office.moveTo(`${day(3)}T00:00`);
    expect(await statusOf(id)).toEqual(['terminated', day(3)]);
  });

  test('a holiday added between the due date and the next working day moves the end, and the clock wakes for it', async () => {
    const id = await overdueContract();
    const before = await office.historyOf(id);
    const { id: proposal } = await office.lawDesk.propose(person('admin'), calendar(day(3)));
    const report = await office.lawDesk.impact(person('service'), proposal, 10);
    expect(report.deadlines.items).toMatchObject([
      {
        caseId: id,
        name: 'non-payment-end',
        before: { day: day(3) },
        after: { day: day(4), clockAt: midnight(day(4)) },
      },
    ]);
    await office.lawDesk.decide(person('admin2'), proposal, { decision: 'apply', reasons: '' });

    expect(await office.indexed(id, 'non-payment-end')).toEqual([day(4), midnight(day(4))]);
    expect(await nextWake(office.db)).toBe(midnight(day(4)));
    expect(await office.historyOf(id)).toEqual(before);
    await office.moveTo(`${day(3)}T23:59`);
    expect(await statusOf(id)).toEqual(['in-force', null]);
    await office.moveTo(`${day(4)}T00:00`);
    expect(await statusOf(id)).toEqual(['terminated', day(4)]);
  });

  test('one that is taken back before it came moves the end back', async () => {
    await office.moveTo(friday.subtract({ days: 36 }).toString());
    await office.enacted(calendar(day(3)));
    const id = await overdueContract();
    expect((await office.indexed(id, 'non-payment-end'))?.[0]).toBe(day(4));
    await office.enacted(calendar(day(3), true));
    expect(await office.indexed(id, 'non-payment-end')).toEqual([day(3), midnight(day(3))]);
    await office.moveTo(`${day(3)}T00:00`);
    expect(await statusOf(id)).toEqual(['terminated', day(3)]);
  });

  test('a change of today is refused: it would come too late for whom the clock has ended', async () => {
    const id = await overdueContract();
    await office.moveTo(`${day(2)}T23:55`);
    await expect(office.lawDesk.propose(person('admin'), calendar(day(3)))).rejects.toMatchObject({
      code: 'law.too-early',
    });
    await office.moveTo(`${day(3)}T00:00`);
    expect(await statusOf(id)).toEqual(['terminated', day(3)]);
  });

  test('a process killed after the decision and before the deadlines leaves them to the next one', async () => {
    const id = await overdueContract();
    const { id: proposal } = await office.lawDesk.propose(person('admin'), calendar(day(3)));
    const entry = { kind: 'calendar', rows: [{ on: day(3), kind: 'day-off', name: 'x' }] } as const;
    const at = (await time.now()).toString();
    const agreed = {
      proposalId: proposal,
      entry,
      proposedBy: 'admin',
      approvedBy: 'admin2',
      at,
      reasons: null,
    };
    await enact(office.db, agreed, office.shelf.book().revision);
    expect((await office.indexed(id, 'non-payment-end'))?.[0]).toBe(day(3));

    const restarted = await openOffice(database(), time);
    await restarted.lawDesk.follow();
    expect(await restarted.indexed(id, 'non-payment-end')).toEqual([day(4), midnight(day(4))]);
    expect(await deadlinesFollow(office.db, 'first')).toBe(restarted.shelf.book().revision);
  });

  test('what another process stored by the law before is looked at once more', async () => {
    const id = await overdueContract();
    const other = await openOffice(database(), time);
    await office.enacted(calendar(day(3)));
    // It has not read the law yet, and a customer moves house.
    await other.act('customer', id, 'details.changed', { phone: '+371 20000009' });
    expect((await office.indexed(id, 'non-payment-end'))?.[0]).toBe(day(3));
    await office.lawDesk.follow();
    expect((await office.indexed(id, 'non-payment-end'))?.[0]).toBe(day(3));
    await time.moveTo((await time.now()).add({ seconds: 31 }));
    await office.lawDesk.follow();
    expect(await office.indexed(id, 'non-payment-end')).toEqual([day(4), midnight(day(4))]);
    expect(await deadlinesFollow(office.db, 'settled')).toBe(office.shelf.book().revision);
  });

  test('a deadline that waits after a failure and has not moved goes on waiting', async () => {
    const id = await overdueContract();
    const later = midnight(day(9));
    await office.db.query(
      `update deadlines set wake_at = $2, attempts = 3, last_error = 'x' where case_id = $1 and name = 'term'`,
      [id, later],
    );
    await office.enacted(calendar(day(3)));
    expect((await office.indexed(id, 'term'))?.[1]).toBe(later);
    expect(office.faults).toEqual([]);
  });
});
