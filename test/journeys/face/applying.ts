import { describe, expect, test } from 'vitest';
import { caseSchema } from '../../../src/api/schemas.ts';
import { application } from '../builders.ts';
import { problemOf } from '../client.ts';
import { type Face, fields } from './face.ts';

export function describeApplying({ call }: Face): void {
  describe('applying', () => {
    test('201 with the address of the case and its version', async () => {
      const answer = await call('customer', 'POST', '/cases', application());
      const view = caseSchema.parse(answer.body);
      expect(answer.status).toBe(201);
      expect(answer.headers.get('Location')).toBe(`/api/v1/cases/${view.id}`);
      expect(answer.headers.get('ETag')).toBe(`"${view.version}"`);
      expect(Object.keys(view)).toEqual(
        expect.arrayContaining([
          'id',
          'number',
          'version',
          'status',
          'regions',
          'awaits',
          'deadlines',
          'actions',
          'dates',
          'ending',
          'fee',
          'money',
          'supplyMode',
          'termsVersion',
        ]),
      );
      expect(view).toMatchObject({
        status: 'received',
        regions: null,
        ending: null,
        supplyMode: null,
        money: { customerShareGross: '0.00', received: '0.00', outstanding: '0.00', refundDue: '0.00' },
      });
    });

    test.each(['new', 'load-increase', 'load-decrease', 'separate-meter', 'restore'])(
      'the purpose %s',
      async (purpose) => {
        expect((await call('customer', 'POST', '/cases', { ...application(), purpose })).status).toBe(201);
      },
    );

    test.each(['natural', 'legal', 'operator'])('a customer of the kind %s', async (kind) => {
      expect((await call('service', 'POST', '/cases', application({ customer: { kind } }))).status).toBe(201);
    });

    test('an object is known by its address or its cadastre number', async () => {
      const { object: _, ...rest } = application();
      expect(
        (await call('customer', 'POST', '/cases', { ...rest, object: { cadastreNumber: '80150010002' } }))
          .status,
      ).toBe(201);
      const without = await call('customer', 'POST', '/cases', { ...rest, object: {} });
      expect(without.status).toBe(422);
      expect(fields(without)).toContain('object.address');
      expect(problemOf(without).clause).toBe('II.def.object');
    });

    test.each([
      [{ customer: { kind: 'person' } }, 'customer.kind'],
      [{ customer: { name: '' } }, 'customer.name'],
      [{ customer: { email: 'anna' } }, 'customer.email'],
      [{ customer: { personalCode: '123' } }, 'customer.personalCode'],
      [{ customer: { household: 'yes' } }, 'customer.household'],
      [{ customer: { shoeSize: 40 } }, 'customer.shoeSize'],
      [{ object: { address: 7 } }, 'object.address'],
      [{ connection: { phases: 2 } }, 'connection.phases'],
      [{ connection: { ampere: 25 } }, 'connection.ampere'],
      [{ connection: { ampere: '-25' } }, 'connection.ampere'],
      [{ connection: { volt: '400V' } }, 'connection.volt'],
      [{ connection: { temporary: 'no' } }, 'connection.temporary'],
    ])('422: %j', async (wrong, field) => {
      const answer = await call('customer', 'POST', '/cases', application(wrong as never));
      expect(answer.status).toBe(422);
      expect(fields(answer)).toContain(field);
    });
  });
}
