import { describe, expect, test } from 'vitest';
import { problemOf } from '../client.ts';
import { type Face, fields } from './face.ts';

export function describeProblems({ call, event, opened, offeredNow }: Face): void {
  describe('a problem (RFC 9457)', () => {
    test('says what is wrong in the language asked for', async () => {
      const { id } = await opened();
      const refused = await event('customer', id, 'offer.objected', { reasons: 'Par dārgu' });
      expect(refused.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
      expect(problemOf(refused)).toMatchObject({
        type: expect.stringMatching(/^urn:pieslegums:problem:/),
        title: 'Not possible now',
        status: 409,
        detail: expect.stringContaining('received'),
        instance: expect.stringMatching(/^urn:uuid:/),
        actions: expect.arrayContaining([
          expect.objectContaining({
            type: 'application.routed',
            clause: expect.any(String),
            roles: ['engineer'],
          }),
        ]),
      });
      const latvian = await call(
        'customer',
        'POST',
        `/cases/${id}/events`,
        { type: 'offer.objected', reasons: 'x' },
        { 'Accept-Language': 'lv' },
      );
      expect(latvian.headers.get('Content-Language')).toBe('lv');
      expect(problemOf(latvian).title).toBe('Pašlaik nav iespējams');
    });

    test('names clause and allowedFrom, a date, where an act is too early', async () => {
      const { id } = await offeredNow();
      const early = await event('service', id, 'annulment.warned');
      expect(problemOf(early)).toMatchObject({ status: 409, clause: 'II.11.3', allowedFrom: '2025-04-10' });
    });

    test('names every field that does not fit', async () => {
      const { id } = await opened();
      const answer = await event('finance', id, 'payment.received', {
        amount: '1.000',
        receivedOn: '2025-02-30',
        account: '',
        colour: 'red',
      });
      expect(answer.status).toBe(422);
      expect(fields(answer).toSorted()).toEqual(['account', 'amount', 'colour', 'receivedOn']);
    });
  });
}
