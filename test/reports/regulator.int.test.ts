import { beforeAll, expect, test } from 'vitest';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import {
  ampere,
  byConstruction,
  byLoadUnit,
  completed,
  connected,
  objected,
  offered,
  paid,
  ready,
  revised,
  routed,
  started,
} from '../../src/demo/acts.ts';
import { storyDays } from '../../src/demo/days.ts';
import { PARAUGS, signedIn } from '../../src/demo/people.ts';
import { type Act, act, type Story } from '../../src/demo/story.ts';
import { tell } from '../../src/demo/tell.ts';
import { layDemoAccounts } from '../../src/identity/demo-accounts.ts';
import { createOverview } from '../../src/reports/create.ts';
import { describeOnBothDatabases } from '../support/database.ts';

/** The present of the stories is a Friday; `ago` counts calendar days back, and every day used here is a working day. */
const NOW = '2025-06-27T12:00:00Z';

const story = (tells: string, status: Story['status'], ago: number, acts: readonly Act[]): Story => ({
  tells,
  status,
  by: 'company',
  ago,
  applies: {
    customer: PARAUGS,
    object: { address: `Skaitļu iela ${ago}, Rīga` },
    connection: ampere('25'),
    purpose: 'new',
  },
  acts,
});

/** 2025-06-27 less so many days: 150 is 28 January, 130 is 17 February, 100 is 19 March (all working days). */
const STORIES: readonly Story[] = [
  // Received 28 January; offer 17 February, on the 20th day: in time. Paid 26 February, 9 days later. Works from
  // 17 March, completed 7 May, 70 days after conclusion. Ready 14 May; connected 22 May, on the 8th day: in time.
  story('the straight way, every deadline kept', 'closed', 150, [
    routed(143),
    offered(130, byLoadUnit('25')),
    paid(121),
    started(102),
    completed(51),
    ready(44, 'company'),
    connected(36),
  ]),
  // Received 29 January; offer 4 March, on the 34th day of 20: late. Objected 11 March, rejected 2 April after 22 days:
  // late. Warned and annulled by the clock.
  story('offer and answer come late, and the application is annulled', 'annulled', 149, [
    routed(142),
    offered(115, byConstruction('25', '4000.00')),
    objected(108, 'company', 'Par dārgu.'),
    act(86, 'engineer', 'objection.rejected', { reasons: 'Maksa ir aprēķināta pēc metodikas.' }),
  ]),
  // Received 18 March; design received 2 April; offer 29 April, on the 27th day of 30: in time. Objected 6 May; revised
  // 13 May, after 7 days: in time and founded. Withdrawn 20 May.
  story('an offer after a design, revised upon an objection', 'withdrawn', 101, [
    routed(98, { designNeeded: true, designBy: 'customer' }),
    act(86, 'company', 'design.received', ({ today }) => ({ on: today })),
    offered(59, byConstruction('25', '4000.00')),
    objected(52, 'company', 'Attālums ir īsāks.'),
    revised(45, byConstruction('25', '3000.00')),
    act(38, 'company', 'application.withdrawn', { reasons: 'Pārdomājām.' }),
  ]),
  // Received 5 June: nothing else yet. A complaint of 10 June is answered on the 17th.
  story('an application with a complaint', 'received', 22, [
    act(17, 'company', 'complaint.filed', { text: 'Nesaņēmām apstiprinājumu.' }),
    act(10, 'service', 'complaint.answered', { text: 'Apstiprinājums nosūtīts.' }),
  ]),
];

describeOnBothDatabases(
  'the regulator’s report on cases that were told through the case workers',
  (database) => {
    beforeAll(async () => {
      const db = database();
      await layDemoAccounts(db, Temporal.Now.instant());
      const { book } = await openLawShelf(db);
      const present = Temporal.Instant.from(NOW);
      const parts = { db, lawBook: book, compose: (notice: string) => ({ notice }) };
      await tell(STORIES, parts, storyDays(present, book()), present);
    }, 120_000);

    const report = async (from: string, to: string) => {
      const db = database();
      const { book } = await openLawShelf(db);
      const clock = { kind: 'virtual', now: async () => Temporal.Instant.from(NOW) } as const;
      return createOverview({ db, clock, lawBook: book }).regulator(signedIn('service'), { from, to });
    };

    test('counts the half-year as one counts it by hand', async () => {
      const { steps, suspensions, endings, ...counts } = await report('2025-01-01', '2025-06-30');
      expect(counts).toEqual({
        from: '2025-01-01',
        to: '2025-06-30',
        applications: { received: 4 },
        offers: { issued: 3, within20: 1, late20: 1, within30: 1, late30: 0 },
        objections: { received: 2, answered: 2, answeredInTime: 1, founded: 1, rejected: 1 },
        annulments: { warned: 1, annulled: 1, reinstated: 0 },
        contracts: { concluded: 1 },
        works: { completed: 1, withinTerm: 1, afterTerm: 0 },
        connections: { made: 1, inTime: 1, late: 0 },
        complaints: { received: 1, answered: 1, answeredInTime: 1 },
      });
      expect(suspensions.every(({ cases }) => cases === 0)).toBe(true);
      expect(endings.map(({ cases }) => cases)).toEqual([1, 1, 1]);
      expect(Object.fromEntries(steps.map(({ step, ...length }) => [step, length]))).toEqual({
        offer: { cases: 3, average: '32.0', median: '34.0', longest: 42 },
        'objection-answer': { cases: 2, average: '14.5', median: '14.5', longest: 22 },
        conclusion: { cases: 1, average: '9.0', median: '9.0', longest: 9 },
        works: { cases: 1, average: '70.0', median: '70.0', longest: 70 },
        connection: { cases: 1, average: '8.0', median: '8.0', longest: 8 },
        'complaint-answer': { cases: 1, average: '7.0', median: '7.0', longest: 7 },
      });
    });

    test('a step belongs to the period of the day on which it ended, the first and the last day included', async () => {
      const only = await report('2025-02-17', '2025-02-26');
      expect(only).toMatchObject({
        applications: { received: 0 },
        offers: { issued: 1, within20: 1 },
        contracts: { concluded: 1 },
      });
      expect(await report('2025-02-18', '2025-02-25')).toMatchObject({
        offers: { issued: 0 },
        contracts: { concluded: 0 },
      });
    });

    test('a period before any case has nothing in it, and no lengths', async () => {
      const { applications, steps, endings } = await report('2019-01-01', '2019-12-31');
      expect(applications).toEqual({ received: 0 });
      expect(endings).toEqual([]);
      expect(
        steps.every(({ cases, average, longest }) => cases === 0 && average === null && longest === null),
      ).toBe(true);
    });

    test('data protection and customers are refused, and a period must be one', async () => {
      await expect(report('2025-06-30', '2025-01-01')).rejects.toMatchObject({ code: 'period.invalid' });
      await expect(report('2015-01-01', '2025-01-01')).rejects.toMatchObject({ code: 'period.invalid' });
      const db = database();
      const { book } = await openLawShelf(db);
      const clock = { kind: 'virtual', now: async () => Temporal.Instant.from(NOW) } as const;
      const overview = createOverview({ db, clock, lawBook: book });
      const period = { from: '2025-01-01', to: '2025-06-30' };
      await expect(overview.regulator(signedIn('company'), period)).rejects.toMatchObject({
        kind: 'forbidden',
      });
      const privacy = { ...signedIn('service'), roles: ['privacy'] as const };
      await expect(overview.regulator(privacy, period)).rejects.toMatchObject({ kind: 'forbidden' });
    });
  },
);
