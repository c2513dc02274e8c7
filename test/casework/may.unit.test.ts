import { describe, expect, test } from 'vitest';
import type { Caller } from '../../src/casework/caller.ts';
import { may, type View } from '../../src/casework/may/may.ts';
import type { Subject } from '../../src/casework/may/relation.ts';
import { actOf, EVENT_DATA, type EventType } from '../../workflows/events.ts';
import type { Authority } from '../../workflows/facts.ts';
import { ROLES, type Role } from '../../workflows/roles.ts';
import { NEW_CASE } from '../../workflows/step.ts';

/** Every act and every view × every kind of session, generated from the acts: who may, and what is missing else (D-19 to
 *  D-21). */

const ACTS = Object.keys(EVENT_DATA) as EventType[];
const VIEWS: readonly View[] = ['case', 'history', 'letters', 'files', 'money', 'authorities', 'data'];
const PARTY = '01019010000';
const AGENT = '40000000001';
const NOW = { at: Temporal.Instant.from('2025-03-10T08:00:00Z'), timeZone: 'Europe/Riga' };

const natural = (accountId: string, partyCode: string | null, level: Caller['level'] = '2'): Caller => ({
  accountId,
  username: accountId,
  roles: ['customer'],
  level,
  method: level === 'P' ? 'portal-password' : 'portal-eid',
  kind: 'natural',
  partyCode,
});
const staff = (role: Role): Caller => ({
  ...natural(role, null, '0'),
  roles: [role],
  method: 'none',
  kind: 'staff',
});

const authority = (more: Partial<Authority> = {}): Authority => ({
  principal: PARTY,
  agent: AGENT,
  scope: ['everything'],
  from: '2025-03-01',
  until: null,
  receivedAt: '2025-03-01T08:00:00Z',
  revokedAt: null,
  ...more,
});
const theCase = (...authorities: Authority[]): Subject => ({
  ownerAccount: 'filer',
  partyCode: PARTY,
  snapshot: { ...NEW_CASE, facts: { ...NEW_CASE.facts, receivedOn: '2025-03-02', authorities } },
});

const agent = natural('agent', AGENT);
const isCustomers = (type: EventType): boolean => Object.hasOwn(actOf(type).by, 'customer');
const answer = (session: Caller, asked: Parameters<typeof may>[1], subject: Subject): string => {
  const given = may(session, asked, subject, NOW);
  return 'as' in given ? given.as : `${given.missing} ${given.clause ?? ''}`.trim();
};

describe.each(ACTS)('%s', (act) => {
  const doing = (session: Caller, subject = theCase()) => answer(session, { act }, subject);
  /** What is so where the act is open to customers at all. */
  const orRole = (expected: string): string => (isCustomers(act) ? expected : 'role');

  test('the party may what is the customer’s', () => {
    expect(doing(natural('anna', PARTY))).toBe(orRole('party'));
  });

  test('the same code, only typed, may nothing; nor may an account without a proof of who it is', () => {
    expect(doing(natural('typed', null, 'P'))).toBe(orRole('level II.5.4.3'));
    const company: Caller = { ...natural('shell', null, 'P'), kind: 'legal' };
    expect(doing(company)).toBe(orRole('representation II.5.4.3'));
  });

  test('a proven person of another code, and one of none, is nobody to the case', () => {
    for (const stranger of [natural('eva', '02029220000'), natural('nobody', null)])
      expect(doing(stranger)).toBe(orRole('proof II.5.1'));
  });

  test('the filer completes the application, and does nothing else', () => {
    const own = ['application.drafted', 'application.submitted', 'application.completed'].includes(act);
    expect(doing(natural('filer', '02029220000'))).toBe(orRole(own ? 'filer' : 'proof II.5.1'));
  });

  test('an agent may within its authority, never give one, and nothing once it has ended', () => {
    const within = actOf(act).needsExpressScope ? 'authority II.5.3' : 'agent';
    expect(doing(agent, theCase(authority()))).toBe(
      orRole(act === 'authority.filed' ? 'authority II.6.2' : within),
    );
    expect(doing(agent, theCase(authority({ scope: [act] })))).toBe(
      orRole(act === 'authority.filed' ? 'authority II.6.2' : 'agent'),
    );
    const other = ACTS.find((one) => one !== act)!;
    expect(doing(agent, theCase(authority({ scope: [other] })))).toBe(
      orRole(act === 'authority.filed' ? 'authority II.6.2' : 'authority II.5.3'),
    );
    for (const ended of [
      { revokedAt: '2025-03-10T07:59:59Z' },
      { until: '2025-03-09' },
      { from: '2025-03-11' },
      { principal: '02029220000' },
      { agent: 'agent' },
    ])
      expect(doing(agent, theCase(authority(ended))), JSON.stringify(ended)).toBe(orRole('proof II.5.1'));
  });

  test('a sub-user may what its right names, where the customer is proven to be the party', () => {
    const right = actOf(act).subUsers;
    const acting = (partyCode: string | null): Caller => ({
      ...natural('eva', '02029220000'),
      actingFor: { accountId: 'anna', partyCode, rights: ['see', 'pay', 'write', 'request'] },
    });
    expect(doing(acting(PARTY))).toBe(orRole(right === null ? 'authority II.5.3' : 'sub-user'));
    expect(doing(acting(null))).toBe(orRole(right === null ? 'authority II.5.3' : 'proof II.5.1'));
  });

  test.each(ROLES.filter((role) => role !== 'customer'))('%s may what the act says', (role) => {
    expect(doing(staff(role))).toBe(Object.hasOwn(actOf(act).by, role) ? 'staff' : 'role');
  });
});

describe.each(VIEWS)('seeing: %s', (view) => {
  const seeing = (session: Caller, subject = theCase()) => answer(session, { view }, subject);

  test('is open to the party, to whoever acts for it, and to staff', () => {
    expect(seeing(natural('anna', PARTY))).toBe('party');
    expect(seeing(agent, theCase(authority({ scope: ['view-and-pay'] })))).toBe('agent');
    expect(seeing(staff('service'))).toBe('staff');
  });

  test('is closed to strangers, to a code that was only typed, and to an agent that was revoked', () => {
    const revoked = theCase(authority({ revokedAt: '2025-03-09' }));
    for (const [session, subject] of [
      [natural('eva', '02029220000'), theCase()],
      [natural('typed', null, 'P'), theCase()],
      [agent, revoked],
    ] as const)
      expect(seeing(session, subject)).toBe('proof II.5.1');
  });

  test('the filer sees how the case stands', () => {
    const open = view === 'case' || view === 'history';
    expect(seeing(natural('filer', '02029220000'))).toBe(open ? 'filer' : 'proof II.5.1');
  });
});
