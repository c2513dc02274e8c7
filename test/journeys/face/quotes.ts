import { describe, expect, test } from 'vitest';
import { caseSchema, quoteAnswerSchema } from '../../../src/api/schemas.ts';
import { offer, quote, SIMPLE_ROUTE } from '../builders.ts';
import { type Face, fields } from './face.ts';

export function describeQuotes({ call, event, opened }: Face): void {
  describe('a quote', () => {
    const REQUEST = {
      concludedOn: '2022-03-01',
      regime: 'auto',
      connection: {
        ampere: '50',
        entryDevices: ['25', '25'],
        volt: '400',
        distanceM: '20',
        customerChoseContractor: false,
      },
      technicalRules: { issuedOn: '2021-06-30', validUntil: '2022-02-28' },
      costs: {
        design: '0.00',
        construction: '9000.00',
        loadUnit: '3000.00',
        attributable: '600.00',
        actual: '2000.00',
      },
      operatorOrganisesDesign: false,
      supplyInterruptedOrLoadReduced: false,
      deferral: {
        months: 12,
        annualRate: '0.05',
        guaranteesProvided: true,
        termsInContract: true,
        monthsFromSystemServiceContract: 12,
      },
      vatRate: '0.21',
      edition: 'verified',
    };
    const price = (body: unknown) => call(null, 'POST', '/fees/quotes', body);

    test('the example of the face', async () => {
      const { status, body } = await price(REQUEST);
      expect(status, JSON.stringify(body)).toBe(200);
      expect(quoteAnswerSchema.parse(body)).toMatchObject({
        regimeApplied: '1/8',
        worksBasis: 'loadUnit',
        connectionFeeNet: '3000.00',
        operatorShareNet: '1500.00',
        customerShareNet: '1500.00',
        vatRate: '0.21',
        vat: '315.00',
        customerGross: '1815.00',
        deferral: { eligible: false },
        financing: { base: '0.00', cost: '0.00', method: 'simple', schedule: [] },
      });
      const { deferral } = quoteAnswerSchema.parse(body);
      expect(deferral?.conditions.map(({ name, met }) => [name, met])).toEqual([
        ['connection-size', false],
        ['length', true],
        ['guarantees', true],
        ['terms-in-contract', true],
      ]);
    });

    test.each([
      [{ ...REQUEST, colour: 'red' }, 'colour'],
      [{ ...REQUEST, vatRate: '21' }, 'vatRate'],
      [{ ...REQUEST, regime: '1/9' }, 'regime'],
      [
        { ...REQUEST, connection: { ...REQUEST.connection, entryDevices: ['25', '24'] } },
        'connection.entryDevices',
      ],
      [{ ...REQUEST, connection: { ...REQUEST.connection, volt: '110001' } }, 'connection.volt'],
      [{ ...REQUEST, costs: { loadUnit: '3000.000' } }, 'costs.loadUnit'],
      [{ ...REQUEST, costs: { loadUnit: '-1.00' } }, 'costs.loadUnit'],
      [{ ...REQUEST, concludedOn: '2022-02-30' }, 'concludedOn'],
    ])('422: %#', async (body, field) => {
      const answer = await price(body);
      expect(answer.status).toBe(422);
      expect(fields(answer)).toContain(field);
    });

    test('without a load-unit cost or price in force it is refused, and says which figure is missing', async () => {
      const { costs: _, deferral: __, technicalRules: ___, ...bare } = REQUEST;
      const answer = await price({ ...bare, concludedOn: '2018-06-01' });
      expect([409, 422]).toContain(answer.status);
      expect(JSON.stringify(answer.body)).toMatch(/load-unit-price|loadUnit/);
      expect((await price({ ...bare, loadUnitPrice: '60.00' })).body).toMatchObject({
        connectionFeeNet: '3000.00',
      });
    });

    test('an offer rests on the same price', async () => {
      const { body } = await price({ ...quote, concludedOn: '2025-06-28' });
      const { id } = await opened();
      await event('engineer', id, 'application.routed', SIMPLE_ROUTE);
      const answer = await event(
        'engineer',
        id,
        'offer.issued',
        offer({ paymentDueOn: '2025-12-30', termOn: '2026-06-30' }),
      );
      const { fee } = caseSchema.parse(answer.body);
      const { customerGross, lines, regimeApplied } = quoteAnswerSchema.parse(body);
      expect(fee).toMatchObject({ customerGross, lines, regimeApplied });
    });
  });
}
