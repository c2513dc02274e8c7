import { expect, test } from 'vitest';
import { waitingTimes } from '../../db/waiting-times.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { addHistory, type Happened } from './told-history.ts';

const SINCE = '2026-01-01T00:00:00Z';
const RIGA = 'Europe/Riga';

/** A case that was offered after some days, concluded after others, and connected. */
const life = (offeredAfter: number, concludedAfter: number, connectedAfter: number): readonly Happened[] => {
  const received = Temporal.Instant.from('2026-02-02T09:00:00Z');
  const at = (days: number): string => received.add({ hours: days * 24 }).toString();
  return [
    { type: 'application.submitted', at: at(0), status: 'received' },
    { type: 'offer.issued', at: at(offeredAfter), status: 'offered' },
    { type: 'contract.signed', at: at(offeredAfter + concludedAfter), status: 'in-force' },
    { type: 'works.completed', at: at(60), status: 'in-force' },
    { type: 'readiness.confirmed', at: at(70), status: 'in-force' },
    { type: 'connection.made', at: at(70 + connectedAfter), status: 'closed' },
  ];
};

describeOnBothDatabases('waiting times', (database) => {
  test('of no cases are no figures', async () => {
    const times = await waitingTimes(database(), SINCE, RIGA);
    expect(times.map(({ cases, median }) => [cases, median])).toEqual([
      [0, null],
      [0, null],
      [0, null],
      [0, null],
      [0, null],
    ]);
  });

  test('are medians of whole Riga days, and tell what nine of ten needed', async () => {
    for (const days of [10, 12, 14, 16, 18]) await addHistory(database(), life(days, 5, 3));
    const times = await waitingTimes(database(), SINCE, RIGA);
    expect(Object.fromEntries(times.map(({ step, ...found }) => [step, found]))).toEqual({
      offer: { cases: 5, median: 14, nineOfTen: 18 },
      conclusion: { cases: 5, median: 5, nineOfTen: 5 },
      works: { cases: 5, median: 41, nineOfTen: 45 },
      connection: { cases: 5, median: 3, nineOfTen: 3 },
      whole: { cases: 5, median: 73, nineOfTen: 73 },
    });
  });

  test('leave out what ended before, and cases that are still on their way', async () => {
    await addHistory(database(), [
      { type: 'application.submitted', at: '2024-02-02T09:00:00Z', status: 'received' },
      { type: 'offer.issued', at: '2024-12-02T09:00:00Z', status: 'offered' },
    ]);
    await addHistory(database(), [
      { type: 'application.submitted', at: '2026-02-02T09:00:00Z', status: 'received' },
    ]);
    const [offer] = await waitingTimes(database(), SINCE, RIGA);
    expect(offer).toMatchObject({ step: 'offer', cases: 5, median: 14 });
  });
});
