import { beforeAll, describe, expect, test } from 'vitest';
import { payment } from '../builders.ts';
import { problemOf } from '../client.ts';
import { type Face, fields } from './face.ts';

export function describeValues({ event, offeredNow, find, history }: Face): void {
  describe('values', () => {
    const AMOUNTS = [
      '1.000',
      '1.0',
      '1',
      '-1.00',
      '+1.00',
      '01.00',
      '1,00',
      '1e2',
      'NaN',
      '',
      ' 1.00',
      '1.00 ',
      '0.00',
      '11111111111111111111.00',
      1,
      1.5,
      null,
      true,
      ['1.00'],
      { eur: '1.00' },
    ];
    const DAYS = [
      '2025-02-30',
      '2025-02-29',
      '2025-13-01',
      '2025-00-10',
      '2025-3-1',
      '01.03.2025',
      '20250301',
      '2025-03-01T00:00:00Z',
      '2025-W10',
      '',
      'today',
      '12025-03-01',
      '+012025-03-01',
      '-000001-01-01',
      '0000-00-00',
      null,
      20_250_301,
      true,
      ['2025-03-01'],
    ];
    const INSTANTS = [
      '2025-03-10',
      '2025-03-10T10:00:00',
      '2025-03-10 10:00',
      '2025-03-10T25:00:00Z',
      '2025-02-30T10:00:00Z',
      '10:00',
      '',
      null,
      1_741_600_000,
    ];
    let id: string;
    beforeAll(async () => {
      ({ id } = await offeredNow());
    });

    test.each(AMOUNTS)('an amount is a decimal string with two places: not %j', async (amount) => {
      const answer = await event('finance', id, 'payment.received', payment('2025-03-10', amount as string));
      expect(fields(answer)).toContain('amount');
    });

    test.each(DAYS)('a date is a day that there is, YYYY-MM-DD: not %j', async (receivedOn) => {
      const answer = await event('finance', id, 'payment.received', payment(receivedOn as string));
      expect(fields(answer)).toContain('receivedOn');
    });

    test.each(INSTANTS)('an instant has an offset or Z: not %j', async (signedAt) => {
      const answer = await event('customer', id, 'contract.signed', {
        party: 'customer',
        form: 'portal',
        signedAt,
      });
      expect(fields(answer)).toContain('signedAt');
    });

    test.each(['2025-03-11', '2026-01-01', '9999-12-31'])(
      'what has happened lies in the past: not %s',
      async (on) => {
        expect(fields(await event('finance', id, 'payment.received', payment(on)))).toContain('receivedOn');
      },
    );

    test.each(['0001-01-01', '0000-01-01', '1900-01-01', '2025-03-09'])(
      'money cannot have come before the application: not %s',
      async (on) => {
        const { status, clause } = problemOf(await event('finance', id, 'payment.received', payment(on)));
        expect([409, 422]).toContain(status);
        if (status === 409) expect(clause).toBe('II.10.1');
      },
    );

    test('dates are days in Riga: 21:59 UTC on 9 March is still the 9th there', async () => {
      const answer = await event('customer', id, 'contract.signed', {
        party: 'customer',
        form: 'portal',
        signedAt: '2025-03-09T21:59:59Z',
      });
      expect(problemOf(answer)).toMatchObject({ status: 409, allowedFrom: '2025-03-10' });
      const signed = await event('customer', id, 'contract.signed', {
        party: 'customer',
        form: 'portal',
        signedAt: '2025-03-10T00:00:00+02:00',
      });
      expect(signed.status).toBe(200);
    });

    test.each([
      ['NUL', 'a\0b'],
      ['half a pair', 'a\ud800b'],
      ['nothing', ''],
      ['blanks', '   '],
      ['what nobody sees', '\u202e\u200b\u0007'],
      ['6,000 characters', 'x'.repeat(6000)],
    ])('text is text: not %s', async (_, reasons) => {
      expect(fields(await event('customer', id, 'offer.objected', { reasons }))).toContain('reasons');
    });

    test('nothing of all that has changed the case', async () => {
      expect((await find('service', id)).money.received).toBe('0.00');
      expect((await history('service', id)).map(({ type }) => type)).toEqual([
        'application.submitted',
        'customer.identified',
        'application.routed',
        'offer.issued',
        'contract.signed',
      ]);
    });
  });
}
