import { beforeAll, expect, test } from 'vitest';
import { findCase } from '../../db/cases.ts';
import type { ProposalRequest } from '../../src/administration/proposal-request.ts';
import { replay, sameState } from '../../src/casework/decide/replay.ts';
import { verifyHistory } from '../../src/casework/verify/verify-history.ts';
import type { CaseState } from '../../workflows/step.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type Office, offered, openOffice, person, signed, timeFrom } from './office.ts';

/** A history is replayed by the law that each of its events was decided by (ADR 0061). */

const rate = (value: string, since: string): ProposalRequest => ({
  kind: 'figure',
  name: 'capital-return-rate',
  value,
  since,
  status: 'verified',
  source: 'SPRK',
});

let office: Office;
const stored = async (id: string) => (await findCase(office.db, id))!.snapshot as CaseState;
const revisionsOf = async (id: string) =>
  (await office.historyOf(id)).map(({ data }) => (data as { lawRevision?: number }).lawRevision ?? 0);

describeOnBothDatabases('replay under a law that has changed since', (database) => {
  beforeAll(async () => {
    office = await openOffice(database(), timeFrom('2025-03-10'));
  });

  const deferred = {
    quote: {
      connection: { ampere: '160', volt: '400' },
      costs: { construction: '10000.00' },
      deferral: {
        months: 12,
        annualRate: '0.05',
        guaranteesProvided: true,
        termsInContract: true,
        monthsFromSystemServiceContract: 12,
      },
    },
    paymentDueOn: '2025-06-30',
  };

  test('a rate entered later for days that had passed does not undo a conclusion (OQ-FEE-9)', async () => {
    const { id } = await offered(office, deferred);
    await office.moveTo('2025-04-01');
    expect((await signed(office, id)).status).toBe('in-force');

    await office.moveTo('2025-06-02');
    await office.enacted(rate('0.0272', '2025-03-15'));
    const history = await office.historyOf(id);
    const law = office.shelf.book();
    expect(sameState(replay(history, law), await stored(id))).toBe(true);

    // By today's knowledge of that day the price would not have held.
    const knowing = { ...law, asOf: () => law };
    expect(sameState(replay(history, knowing), await stored(id))).toBe(false);
  });

  test('II.14.3.2: days off entered later leave the day on which a contract ended', async () => {
    const { id } = await offered(office, { paymentDueOn: '2025-07-11' });
    await signed(office, id);
    await office.moveTo('2025-07-12');
    await office.enacted({
      kind: 'calendar',
      rows: [{ on: '2025-07-14', kind: 'day-off', name: 'rīkojums', removed: false }],
      source: 'rīkojums',
    });
    await office.moveTo('2025-07-15');
    expect(await office.find(id)).toMatchObject({ status: 'terminated', dates: { endedOn: '2025-07-15' } });
    await office.enacted({
      kind: 'calendar',
      rows: [{ on: '2025-07-16', kind: 'day-off', name: 'vēl viens', removed: false }],
      source: 'rīkojums',
    });
    const history = await office.historyOf(id);
    expect(sameState(replay(history, office.shelf.book()), await stored(id))).toBe(true);
    // Each event names what it was decided by; the clock's last one the calendar of 12 July.
    const revisions = await revisionsOf(id);
    expect(revisions.at(-1)).toBe(office.shelf.book().revision - 1);
    expect(revisions[0]).toBe(office.shelf.book().revision - 2);
  });

  test('an event of a process that had not yet read a change replays by what that process knew', async () => {
    const clock = timeFrom('2025-08-01');
    const other = await openOffice(database(), clock);
    await office.moveTo('2025-08-01');
    await office.enacted({
      kind: 'setting',
      name: 'offer.termsVersion',
      value: 'atConclusion',
      since: '2025-08-02',
      source: 'x',
    });
    const { id } = await offered(other, { paymentDueOn: '2025-09-30' });
    const known = other.shelf.book().revision;
    expect(known).toBe(office.shelf.book().revision - 1);
    expect(new Set(await revisionsOf(id))).toEqual(new Set([known]));
    expect(sameState(replay(await office.historyOf(id), office.shelf.book()), await stored(id))).toBe(true);
  });

  test('npm run verify-history finds every case as its history has it', async () => {
    const { checked, differences } = await verifyHistory(office.db, office.shelf);
    expect(differences).toEqual([]);
    expect(checked).toBeGreaterThan(2);
  });

  test('what an event was decided by is not shown as its data', async () => {
    const { id } = await offered(office, { paymentDueOn: '2025-09-30' });
    const [first] = await office.casework.history(person('service'), id);
    expect(first?.data).not.toHaveProperty('lawRevision');
  });
});
