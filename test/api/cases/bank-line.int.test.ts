import { describe, expect, test } from 'vitest';
import { caseSchema } from '../../../src/api/schemas.ts';
import { offer, payment } from '../../journeys/builders.ts';
import { describeOnBothDatabases } from '../../support/database.ts';
import { type Answer, TESTS_BEGIN } from '../running-api.ts';
import { casesOver, routed } from './cases-over.ts';

describeOnBothDatabases('cases over HTTP', (database) => {
  const { call, post, opened } = casesOver(database);
  const TODAY = TESTS_BEGIN.slice(0, 10);

  const line = (more: object = {}) => ({ type: 'payment.received', ...payment(TODAY, '100.00'), ...more });

  async function offered(): Promise<string> {
    const { id } = await opened();
    await post(id, routed, 'engineer');
    expect((await post(id, { type: 'offer.issued', ...offer() }, 'engineer')).status).toBe(200);
    return id;
  }

  const received = async (id: string): Promise<string> =>
    caseSchema.parse((await call('get', `/cases/${id}`)).body).money.received;

  const codeOf = ({ body }: Answer): string => (body as { type: string }).type;

  describe('II.10.2: a line of the bank is received once', () => {
    test('entered by two people in turn, also with the payer or the spaces written otherwise', async () => {
      const id = await offered();
      expect((await post(id, line(), 'finance')).status).toBe(200);
      const again = line({ reference: ' rf18 5390 0754 7034', payer: 'Anna Ozoliņa' });
      for (const who of ['finance2', 'finance']) {
        const answer = await post(id, again, who);
        expect(answer.status, JSON.stringify(answer.body)).toBe(409);
        expect(answer.body).toMatchObject({
          clause: 'II.10.2',
          detail: expect.stringMatching(/entry no\. \d/),
        });
      }
      expect(await received(id)).toBe('100.00');
    });

    test('entered by two people at the same moment', async () => {
      const id = await offered();
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, k) => post(id, line(), k % 2 === 0 ? 'finance' : 'finance2')),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(409)]);
      expect(await received(id)).toBe('100.00');
    });

    test('in whichever case, and however its reference is written', async () => {
      const [one, other] = [await offered(), await offered()];
      expect((await post(one, line({ bankReference: 'LV-77/a 3' }), 'finance')).status).toBe(200);
      for (const bankReference of ['lv77A3', 'LV 77 A3', 'lv-77/a-3'])
        expect((await post(other, line({ bankReference }), 'finance2')).status, bankReference).toBe(409);
      expect(await received(other)).toBe('0.00');
    });

    test('another line that looks the same is taken once it is said to be another', async () => {
      const id = await offered();
      const first = caseSchema.parse((await post(id, line(), 'finance')).body);
      expect((await post(id, line({ differsFrom: 1 }), 'finance')).status).toBe(409);
      const other = line({ differsFrom: first.version });
      const both = await Promise.all([post(id, other, 'finance'), post(id, other, 'finance2')]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(await received(id)).toBe('200.00');
    });

    test('under the bank’s own reference in no second case either, in turn or at the same moment', async () => {
      const [id, other] = [await offered(), await offered()];
      const named = line({ bankReference: '2025031000123' });
      expect((await post(id, named, 'finance')).status).toBe(200);
      const elsewhere = await post(other, { ...named, amount: '120.00' }, 'finance2');
      expect([elsewhere.status, codeOf(elsewhere)]).toEqual([
        409,
        expect.stringContaining('already-received'),
      ]);
      const apart = line({ bankReference: '2025031000124' });
      const both = await Promise.all([post(id, apart, 'finance'), post(other, apart, 'finance2')]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect((await Promise.all([received(id), received(other)])).map(Number).reduce((a, b) => a + b)).toBe(
        200,
      );
    });
  });
});
