import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCasework } from '../../../src/casework/create.ts';
import type { CaseworkParts } from '../../../src/casework/parts.ts';
import { person, signedIn } from '../../../src/demo/people.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { composeLetter } from '../../../src/letters/compose.ts';
import { applicationSchema } from '../../../workflows/application.ts';
import { EVENT_DATA, type EventType } from '../../../workflows/events.ts';
import { describeOnBothDatabases } from '../../support/database.ts';

const SERVICE = signedIn('service');
const LV = { language: 'lv' } as const;

describeOnBothDatabases('events that come at once', (database) => {
  const book = lawBook();
  const parts = (): CaseworkParts => ({
    db: database(),
    clock: { kind: 'virtual', now: async () => Temporal.Instant.from('2026-03-10T08:00:00Z') },
    lawBook: () => book,
    compose: composeLetter,
  });
  const opened = (casework: ReturnType<typeof createCasework>, place: number) =>
    casework.submit(
      SERVICE,
      applicationSchema.parse({
        customer: person('Kārlis Liepa', '010190-20000', 'Liepu iela 7, Rīga, LV-1010'),
        object: { address: `Bērzu iela ${place}, Ādaži` },
        connection: { phases: 3, ampere: '25', volt: '400' },
        purpose: 'new',
      }),
      LV,
    );
  const filed = { type: 'complaint.filed', data: { text: 'Kāpēc neviens neatbrauca?' } };
  const answered = { type: 'complaint.answered', data: { text: 'Atvainojamies.' } };

  test('each happens exactly once, those of one case in order, and a refusal is its own alone', async () => {
    const casework = createCasework(parts());
    const cases = await Promise.all(Array.from({ length: 30 }, (_, place) => opened(casework, place)));
    const keys = cases.map(() => randomUUID());
    const outcomes = await Promise.allSettled(
      cases.flatMap(({ id }, place) => [
        casework.post(SERVICE, id, filed, { ...LV, idempotencyKey: keys[place]! }),
        casework.post(SERVICE, id, filed, { ...LV, idempotencyKey: keys[place]! }),
        // Nothing is there to be answered in every third case: it is answered twice.
        casework.post(SERVICE, id, answered, LV),
        ...(place % 3 === 0 ? [casework.post(SERVICE, id, answered, LV)] : []),
      ]),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(10);
    for (const { reason } of refused as PromiseRejectedResult[])
      expect(reason).toMatchObject({ name: 'Refusal', kind: 'not-possible' });
    for (const { id, version } of cases) {
      const history = await casework.history(SERVICE, id);
      expect(history.map(({ seq }) => seq)).toEqual(history.map((_, place) => place + 1));
      expect(history.slice(version).map(({ type }) => type)).toEqual([
        'complaint.filed',
        'complaint.answered',
      ]);
      const letters = await casework.notices(SERVICE, id);
      expect(letters.filter(({ notice }) => notice === 'N-COMPLAINT')).toHaveLength(1);
    }
  });

  test('invoices drawn at once among other events leave no gap in their numbers', async () => {
    const casework = createCasework(parts());
    const cases = await Promise.all(Array.from({ length: 12 }, (_, place) => opened(casework, 100 + place)));
    await Promise.all(
      cases.map(async ({ id }, place) => {
        const post = (type: EventType, told: object, who: 'service' | 'engineer' = 'engineer') => {
          const data = EVENT_DATA[type].parse(told) as Record<string, unknown>;
          return casework.post(signedIn(who), id, { type, data }, LV);
        };
        await post('customer.identified', { method: 'in-person' }, 'service');
        await post('application.routed', { designNeeded: false, contractorNeeded: false });
        if (place % 2) return post('complaint.filed', filed.data, 'service');
        return post('offer.issued', {
          quote: {
            connection: { ampere: '25', volt: '400', distanceM: '180', planReference: 'shēma' },
            costs: { construction: '5000.00', connecting: '64.00' },
          },
          termOn: '2026-11-10',
          paymentDueOn: '2026-04-20',
          channel: 'portal',
          ownershipBoundary: 'Uzskaites sadalnes spailes',
        });
      }),
    );
    const numbers = await database().query<{ number: string }>('select number from invoices order by number');
    expect(numbers.map(({ number }) => Number(number.slice(4)))).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
