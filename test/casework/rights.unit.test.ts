import { describe, expect, test } from 'vitest';
import type { Caller } from '../../src/casework/caller.ts';
import { CLOCK_CALLER } from '../../src/casework/caller.ts';
import { mayPost, refusalToPost, rolesFor } from '../../src/casework/rights.ts';
import { EVENT_DATA, type EventType } from '../../workflows/events.ts';
import type { Role } from '../../workflows/roles.ts';
import { WHO } from '../acts/index.ts';

const customer = (level: Caller['level']): Caller => ({
  accountId: 'a-customer',
  username: 'anna',
  roles: ['customer'],
  level,
  method: level === 'P' ? 'portal-password' : 'portal-eid',
  kind: 'natural',
  partyCode: '010190-12345',
});
const staff = (...roles: Role[]): Caller => ({
  accountId: `a-${roles.join('-')}`,
  username: roles.join('-'),
  roles,
  level: '0',
  method: 'none',
  kind: 'staff',
  partyCode: null,
});

describe('who may make what happen', () => {
  test('every event has somebody who may post it', () => {
    const missing = Object.keys(EVENT_DATA)
      .filter((type) => !Object.hasOwn(WHO, type))
      .map((type) => `Say who may do '${type}' in a file of test/acts.`);
    expect(missing, missing.join(' ')).toEqual([]);
    expect(Object.keys(WHO).sort()).toEqual(Object.keys(EVENT_DATA).sort());
    for (const type of Object.keys(EVENT_DATA) as EventType[])
      expect(rolesFor(type).length).toBeGreaterThan(0);
  });

  test.each(Object.entries(WHO))('%s is posted by: %s', (type, who) => {
    expect([...rolesFor(type as EventType)].sort().join(' ')).toBe(who);
  });

  const postedBy = (role: Role) =>
    (Object.keys(EVENT_DATA) as EventType[]).filter((type) => mayPost(staff(role), type));

  test('an administrator posts nothing to a case', () => {
    expect(postedBy('admin')).toEqual([]);
  });

  test('ADR 0092: data protection decides on requests and tells of disclosures, and posts nothing else', () => {
    expect(postedBy('privacy')).toEqual([
      'data-request.answered',
      'data-request.prolonged',
      'disclosure.notified',
    ]);
  });

  test('deadline.passed comes from the clock alone', () => {
    expect(mayPost(CLOCK_CALLER, 'deadline.passed')).toBe(true);
    expect(mayPost(staff('service', 'engineer', 'finance', 'admin'), 'deadline.passed')).toBe(false);
  });

  test('L65, II.5.4.3: a natural person signed in by password reads and does nothing', () => {
    for (const type of Object.keys(EVENT_DATA) as EventType[]) {
      const refusal = refusalToPost(customer('P'), type);
      expect(refusal?.kind).toBe('forbidden');
      if (rolesFor(type).includes('customer')) expect(refusal?.clause).toBe('II.5.4.3');
    }
  });

  test('II.5.4.1: a call identifies for information only', () => {
    expect(refusalToPost(customer('1'), 'offer.objected')?.clause).toBe('II.5.4.1');
  });

  test.each(['2', '3', '4'] as const)('a customer of level %s may act', (level) => {
    expect(mayPost(customer(level), 'offer.objected')).toBe(true);
  });

  test('II.7.6: the engineer signs for the operator, the customer for itself', () => {
    const portal = { form: 'portal' };
    expect(mayPost(customer('2'), 'contract.signed', { party: 'customer', ...portal })).toBe(true);
    expect(mayPost(customer('2'), 'contract.signed', { party: 'operator', ...portal })).toBe(false);
    expect(mayPost(staff('engineer'), 'contract.signed', { party: 'operator', ...portal })).toBe(true);
    expect(mayPost(staff('engineer'), 'contract.signed', { party: 'customer', ...portal })).toBe(false);
    expect(mayPost(staff('service'), 'contract.signed', { party: 'operator', ...portal })).toBe(false);
  });

  test('II.7.6.1: service registers a signed paper or container, never a signature in the portal', () => {
    const customers = { party: 'customer' };
    expect(
      mayPost(staff('service'), 'contract.signed', { ...customers, form: 'handwritten-identifiable' }),
    ).toBe(true);
    expect(mayPost(staff('service'), 'contract.signed', { ...customers, form: 'esign-timestamped' })).toBe(
      true,
    );
    expect(mayPost(staff('service'), 'contract.signed', { ...customers, form: 'portal' })).toBe(false);
  });

  test.each(['works.suspended', 'works.resumed'] as const)(
    'II.13.1.3: %s by a customer is about adverse conditions',
    (type) => {
      expect(mayPost(customer('2'), type, { reason: 'adverse-conditions' })).toBe(true);
      for (const reason of ['design-flaws', 'preparatory-works', 'digging-ban']) {
        expect(mayPost(customer('2'), type, { reason })).toBe(false);
        expect(mayPost(staff('engineer'), type, { reason })).toBe(true);
      }
    },
  );

  test('somebody of two roles has the rights of both', () => {
    expect(mayPost(staff('service', 'finance'), 'payment.received')).toBe(true);
    expect(mayPost(staff('service'), 'payment.received')).toBe(false);
  });
});
