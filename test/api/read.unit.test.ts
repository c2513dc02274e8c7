import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readEvent } from '../../src/api/post-event.ts';
import { read } from '../../src/http/read.ts';
import { Refusal } from '../../src/law/refusal.ts';
import { applicationSchema } from '../../workflows/application.ts';

function refused(reading: () => unknown): Refusal {
  try {
    reading();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('A refusal was expected, found none.');
}
const fieldsOf = (reading: () => unknown): Record<string, string> =>
  Object.fromEntries(refused(reading).errors.map(({ field, message }) => [field, message.en]));

describe('what comes in', () => {
  test('missing, unknown and wrongly formed fields are named with their path', () => {
    const body = {
      customer: { kind: 'natural', email: 'nobody', nickname: 'x' },
      object: {},
      connection: { phases: 2, ampere: 25, volt: '400' },
      purpose: 'party',
    };
    expect(fieldsOf(() => read(applicationSchema, body))).toEqual({
      'customer.name': 'is required',
      'customer.email': 'must be an e-mail address',
      'customer.nickname': 'is not a known field',
      'connection.phases': expect.any(String),
      'connection.ampere': expect.any(String),
      purpose: 'must be one of: new, load-increase, load-decrease, separate-meter, restore',
    });
  });

  test('messages stand in Latvian too', () => {
    const [error] = refused(() => read(z.strictObject({ name: z.string() }), {})).errors;
    expect(error?.message).toEqual({ lv: 'ir jānorāda', en: 'is required' });
  });

  test.each([[null], ['text'], [7], [[]], [undefined]])('a body that is %j is no object', (body) => {
    expect(refused(() => read(applicationSchema, body)).kind).toBe('invalid');
  });

  test('text that no database keeps is refused: NUL and half a surrogate pair, in values and in names', () => {
    const schema = z.looseObject({ name: z.string() });
    expect(Object.keys(fieldsOf(() => read(schema, { name: 'a\0b' })))).toEqual(['name']);
    expect(Object.keys(fieldsOf(() => read(schema, { name: 'ok', list: [{ deep: '\ud800' }] })))).toEqual([
      'list.0.deep',
    ]);
    expect(refused(() => read(schema, { name: 'ok', 'a\0': 1 })).kind).toBe('invalid');
    expect(read(schema, { name: '🔌' })).toEqual({ name: '🔌' });
  });

  test('nesting of any depth is refused without exhausting the stack', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as unknown;
    expect(refused(() => read(applicationSchema, deep)).kind).toBe('invalid');
  });

  test('a thousand wrong fields are answered with fifty', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}`, 1]));
    expect(refused(() => read(applicationSchema, many)).errors).toHaveLength(50);
  });
});

describe('an event', () => {
  test('comes flat and leaves as type and payload', () => {
    expect(readEvent({ type: 'works.started', on: '2025-03-10' })).toEqual({
      type: 'works.started',
      data: { on: '2025-03-10' },
    });
    expect(readEvent({ type: 'application.submitted' })).toEqual({ type: 'application.submitted', data: {} });
  });

  test.each([
    [{}, 'type'],
    [{ type: 'contract.exploded' }, 'type'],
    [{ type: 'toString' }, 'type'],
    [{ type: '__proto__' }, 'type'],
    [{ type: 'application.drafted' }, 'type'],
    [{ type: 'works.started', on: '2025-02-30' }, 'on'],
    [{ type: 'works.started', on: '10.03.2025' }, 'on'],
    [{ type: 'works.started', on: '2025-03-10', note: 'x' }, 'note'],
    [{ type: 'payment.received', amount: '10.005', receivedOn: '2025-03-10' }, 'amount'],
    [{ type: 'payment.received', amount: '-10.00', receivedOn: '2025-03-10' }, 'amount'],
    [{ type: 'payment.received', amount: '0.00', receivedOn: '2025-03-10' }, 'amount'],
    [{ type: 'payment.received', amount: 10, receivedOn: '2025-03-10' }, 'amount'],
    [{ type: 'application.returned', missing: [] }, 'missing'],
    [{ type: 'works.suspended', from: '2025-03-10' }, 'reason'],
    [
      { type: 'works.suspended', reason: 'digging-ban', from: '2025-03-10', municipality: 'Rīga' },
      'regulation',
    ],
    [
      { type: 'contract.signed', party: 'customer', form: 'portal', signedAt: '2025-03-10T10:00:00' },
      'signedAt',
    ],
    [{ type: 'application.routed', designNeeded: true, contractorNeeded: false }, 'designBy'],
    [{ type: 'application.completed', customer: { name: '' } }, 'customer.name'],
  ])('%j is refused for its %s', (body, field) => {
    expect(Object.keys(fieldsOf(() => readEvent(body)))).toEqual([field]);
  });

  test('of several possible forms the one that was meant tells what is wrong', () => {
    const trading = (tradingContract: unknown) => () =>
      readEvent({
        type: 'readiness.confirmed',
        installationsBuilt: true,
        preparedForVoltage: true,
        tradingContract,
      });
    expect(Object.keys(fieldsOf(trading({ number: 7 })))).toEqual(['tradingContract.number']);
    expect(fieldsOf(trading(7))).toEqual({ tradingContract: 'has none of the forms that are possible here' });
  });
});
