import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { offer, SIMPLE_ROUTE } from '../builders.ts';
import { type Face, fields } from './face.ts';

export function describeClock({ call, event, opened, history: historyOf }: Face): void {
  describe('the clock', () => {
    const move = (body: unknown) => call('admin', 'POST', '/clock', body);

    test('shows the time and moves forward only', async () => {
      const { body } = await call('admin', 'GET', '/clock');
      const { now } = z.strictObject({ now: z.iso.datetime() }).parse(body);
      expect((await move({ now })).body, 'the present is no past').toEqual({ now });
      expect(fields(await move({ now: '2025-03-10T07:59:59Z' }))).toEqual(['now']);
      const next = await move({ now: '2025-03-10T12:00:00+02:00' });
      expect(next).toMatchObject({ status: 200, body: { now: '2025-03-10T10:00:00Z' } });
      expect((await call('admin', 'GET', '/clock')).body).toEqual({ now: '2025-03-10T10:00:00Z' });
    });

    test.each([
      {},
      { now: '2025-04-01T10:00:00Z', advance: 'P1D' },
      { now: '2025-04-01' },
      { now: 'tomorrow' },
      { now: null },
      { now: '+100000-01-01T00:00:00Z' },
      { now: '9999-12-31T23:59:59Z' },
      { advance: 30 },
      { advance: '30' },
      { advance: 'P' },
      { advance: 'PT' },
      { advance: '-P1D' },
      { advance: 'P-1D' },
      { advance: 'P30' },
      { advance: 'P999999Y' },
      { advance: 'P1D', by: 'me' },
      [],
      'P30D',
    ])('422: %j', async (body) => {
      expect((await move(typeof body === 'string' ? JSON.stringify(body) : body)).status).toBe(
        typeof body === 'string' ? 415 : 422,
      );
    });

    test('advances by days of Riga, where one of them has 23 hours', async () => {
      expect((await move({ advance: 'P20D' })).body).toEqual({ now: '2025-03-30T09:00:00Z' });
      expect((await move({ advance: 'PT1H30M' })).body).toEqual({ now: '2025-03-30T10:30:00Z' });
      expect((await move({ advance: 'P30D' })).body).toEqual({ now: '2025-04-29T10:30:00Z' });
    });

    test('when it answers, everything that fell due has been done, in its order', async () => {
      const { id } = await opened();
      await event('engineer', id, 'application.routed', SIMPLE_ROUTE);
      await event('engineer', id, 'offer.issued', offer({ paymentDueOn: '2025-06-30' }));
      await move({ advance: 'P60D' });
      const history = await historyOf('service', id);
      expect(history.slice(-3).map(({ type, at, role }) => [type, at, role])).toEqual([
        ['deadline.passed', '2025-05-29T21:00:00Z', 'clock'],
        ['annulment.warned', '2025-05-29T21:00:00Z', 'clock'],
        ['application.annulled', '2025-06-09T21:00:00Z', 'clock'],
      ]);
    });
  });
}
