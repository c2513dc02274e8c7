import { describe, expect, test } from 'vitest';
import {
  anApplication,
  applicationWithdrawn,
  contractorDetermined,
  designReceived,
  drafted,
  evaluating,
  factsOf,
  given,
  identified,
  issued,
  offerIssued,
  ownerChanged,
  paid,
  returned,
  routed,
  submitted,
  supplied,
  until,
  when,
} from '../../builders/index.ts';

/** From the draft to the offer. */

describe('II.11.1: a draft is filed', () => {
  test('it is received, confirmed, and the twenty days run from receipt', () => {
    const story = given(drafted('2025-03-01'), submitted('2025-03-03'));
    expect(story).toReach('received');
    expect(story).toHaveSent('N-RECEIPT', { on: '2025-03-03', times: 1 });
    expect(story).toHaveDeadline('offer', {
      lastDay: '2025-03-23',
      state: 'running',
      clause: 'II.11.1.1',
      awaits: 'operator',
    });
  });

  test('not without an object: address or cadastre number', () => {
    const draft = given(drafted('2025-03-01'));
    expect(when(draft, submitted('2025-03-03', { ...anApplication(), object: {} }))).toRefuse(
      'application.incomplete',
      {
        clause: 'II.def.object',
        field: 'object.address',
        kind: 'invalid',
      },
    );
    const byCadastre = submitted('2025-03-03', {
      ...anApplication(),
      object: { cadastreNumber: '8044 001 0001' },
    });
    expect(when(draft, byCadastre)).toReach('received');
  });

  test('not without the technical parameters', () => {
    const lacking = {
      customer: { kind: 'natural', name: 'Anna' },
      object: { address: 'Bērzu iela 2' },
    } as const;
    expect(when(given(), submitted('2025-03-03', lacking))).toRefuse('application.incomplete', {
      clause: 'II.def.technical-parameters',
    });
  });

  test('what the draft holds need not be sent again', () => {
    expect(given(drafted('2025-03-01', anApplication()), submitted('2025-03-03', {}))).toReach('received');
  });

  test('a draft that is given up ends without a letter', () => {
    const story = given(drafted('2025-03-01'), applicationWithdrawn('2025-03-02'));
    expect(story).toHaveEnded({ reason: 'withdrawn', clause: null, by: 'customer', on: '2025-03-02' });
    expect(story).toHaveSent('N-CONF', { times: 0 });
  });
});

describe('II.5.2: something is missing', () => {
  test('the customer is asked by a list and it is the customer’s turn; the clock runs on', () => {
    const story = given(submitted('2025-03-01'), returned('2025-03-04', 'deed', 'plan'));
    expect(story).toReach('incomplete');
    expect(story).toHaveSent('N-MISSING', { times: 1 });
    expect(factsOf(story).missing).toEqual(['deed', 'plan']);
    expect(story).toHaveDeadline('offer', { lastDay: '2025-03-21', state: 'running' });
  });

  test('what was missing is handed over: received again, with the day noted', () => {
    const story = given(submitted('2025-03-01'), returned('2025-03-04', 'deed'), supplied('2025-03-08'));
    expect(story).toReach('received');
    expect(factsOf(story)).toMatchObject({ missing: [], suppliedOn: '2025-03-08', receivedOn: '2025-03-01' });
  });

  test('a breach of the twenty days is an event and a flag, also while the customer is asked', () => {
    const story = given(submitted('2025-03-01'), returned('2025-03-04', 'deed'), until('2025-03-22'));
    expect(story).toHaveDeadline('offer', { lastDay: '2025-03-21', state: 'missed' });
    expect(story).toBeFlagged('offer-breach');
  });

  test.each(['awaiting-design', 'awaiting-contractor', 'evaluating'])(
    'it may be found out in %s too',
    (status) => {
      const needs = {
        designNeeded: status === 'awaiting-design',
        contractorNeeded: status === 'awaiting-contractor',
      };
      const story = given(submitted('2025-03-01'), routed('2025-03-02', needs));
      expect(story).toReach(status);
      expect(when(story, returned('2025-03-03', 'deed'))).toReach('incomplete');
    },
  );
});

describe('II.11.1: routing', () => {
  test('neither design nor contractor: evaluating, twenty days from receipt (II.11.1.1)', () => {
    const story = given(submitted('2024-02-10'), routed('2024-02-12'));
    expect(story).toReach('evaluating');
    expect(story).toHaveDeadline('offer', { lastDay: '2024-03-01', clause: 'II.11.1.1' });
  });

  test('design needed: no offer clock until it is received, then thirty days (II.11.1.2)', () => {
    const waiting = given(
      submitted('2024-09-01'),
      routed('2024-09-02', { designNeeded: true }),
      until('2024-12-31'),
    );
    expect(waiting).toReach('awaiting-design');
    expect(waiting).toHaveSent('N-TECH', { times: 1 });
    expect(waiting).not.toHaveDeadline('offer');
    const story = when(waiting, designReceived('2025-01-30'));
    expect(story).toReach('evaluating');
    expect(story).toHaveDeadline('offer', { lastDay: '2025-03-01', clause: 'II.11.1.2' });
  });

  test('II.1.8: technical requirements are not issued with a validity that is over', () => {
    const issuedWith = (requirementsValidUntil: string) =>
      when(
        given(submitted('2025-01-10')),
        routed('2025-01-12', { requirementsNumber: 'TP-1', requirementsValidUntil }),
      );
    expect(issuedWith('2025-01-11')).toRefuse('too-early.requirementsValidUntil', {
      clause: 'II.1.8',
      allowedFrom: '2025-01-12',
    });
    expect(issuedWith('2025-01-12')).toReach('evaluating');
  });

  test('contractor needed: thirty days from its determination, the chooser recorded', () => {
    const waiting = given(submitted('2025-01-10'), routed('2025-01-12', { contractorNeeded: true }));
    expect(waiting).toReach('awaiting-contractor');
    const story = when(waiting, contractorDetermined('2025-02-01', 'customer'));
    expect(story).toReach('evaluating');
    expect(story).toHaveDeadline('offer', { lastDay: '2025-03-03' });
    expect(factsOf(story).contractor).toEqual({ on: '2025-02-01', chosenBy: 'customer' });
  });

  test('both needed: design, then contractor, thirty days from the later (OQ-LC-3)', () => {
    const waiting = given(
      submitted('2025-01-10'),
      routed('2025-01-12', { designNeeded: true, contractorNeeded: true }),
    );
    const half = when(waiting, designReceived('2025-02-01'));
    expect(half).toReach('awaiting-contractor');
    expect(when(half, contractorDetermined('2025-02-20'))).toHaveDeadline('offer', { lastDay: '2025-03-22' });
    const otherHalf = when(waiting, contractorDetermined('2025-02-01'));
    expect(otherHalf).toReach('awaiting-design');
    expect(when(otherHalf, designReceived('2025-02-20'))).toReach('evaluating');
  });

  test('who makes the design and who chooses the contractor is required where they are needed', () => {
    const story = given(submitted('2025-01-10'));
    expect(() => when(story, routed('2025-01-12', { designNeeded: true, designBy: undefined }))).toThrow(
      /who makes the design/,
    );
  });

  test('a day in the future or before receipt is refused', () => {
    const waiting = given(submitted('2025-01-10'), routed('2025-01-12', { designNeeded: true }));
    expect(when(waiting, designReceived('2025-02-01', '2025-02-02'))).toRefuse('invalid.on', {
      kind: 'invalid',
    });
    expect(when(waiting, designReceived('2025-02-01', '2025-01-09'))).toRefuse('too-early.on', {
      allowedFrom: '2025-01-10',
    });
  });

  test('T-12c: a need for a design found on day 18 stops one clock and starts the other; after day 20 the breach stays recorded', () => {
    const simple = given(submitted('2025-03-01'), routed('2025-03-02'));
    const rerouted = when(
      simple,
      routed('2025-03-19', { designNeeded: true, reasons: 'a road is crossed' }),
      until('2025-03-25'),
    );
    expect(rerouted).toReach('awaiting-design');
    expect(rerouted).not.toHaveDeadline('offer');
    expect(rerouted).not.toBeFlagged('offer-breach');
    const late = when(simple, routed('2025-03-25', { designNeeded: true }), designReceived('2025-04-01'));
    expect(late).toBeFlagged('offer-breach');
    expect(late).toHaveDeadline('offer', { lastDay: '2025-05-01', state: 'running' });
  });

  test('D-TEMP: a temporary connection is outside the workflow', () => {
    const story = given(submitted('2025-03-01', anApplication({ connection: { temporary: true } })));
    expect(when(story, routed('2025-03-02'))).toRefuse('connection.temporary', {
      clause: 'II.def.temporary-connection',
    });
  });
});

describe('II.11.1: the offer', () => {
  test('Part I and advance invoice go out in one act; the window opens', () => {
    const story = given(offerIssued('2025-03-10'));
    expect(story).toReach('offered');
    expect(story).toHaveSent('N-OFFER', { on: '2025-03-10', times: 1 });
    expect(story).toHaveSent('N-ADVINV', { on: '2025-03-10', times: 1 });
    expect(story.happened.at(-1)?.effects).toContainEqual({ type: 'issueInvoice', kind: 'advance' });
    expect(story).toHaveDeadline('objection-window', {
      lastDay: '2025-04-09',
      state: 'running',
      awaits: 'customer',
      clause: 'II.11.2',
    });
    expect(story).toHaveDeadline('offer', { state: 'met' });
    expect(factsOf(story).offer).toMatchObject({ termsVersion: '2018-01-01', advanceGross: '6050.00' });
  });

  test('II.5.1: identification comes before', () => {
    const story = given(submitted('2025-03-01'), routed('2025-03-02'));
    expect(when(story, issued('2025-03-10'))).toRefuse('customer.not-identified', { clause: 'II.5.1' });
    const called = when(story, identified('2025-03-03', 'phone'));
    expect(when(called, issued('2025-03-10'))).toRefuse('customer.not-identified');
    expect(when(story, identified('2025-03-03'), issued('2025-03-10'))).toReach('offered');
  });

  test('II.5.4: a later call does not undo an identification that counts', () => {
    const story = given(
      submitted('2025-03-01'),
      identified('2025-03-01'),
      routed('2025-03-02'),
      identified('2025-03-05', 'phone'),
    );
    expect(when(story, issued('2025-03-10'))).toReach('offered');
  });

  test('term and due date lie ahead', () => {
    const story = given(evaluating('2025-03-01'));
    expect(when(story, issued('2025-03-10', { termOn: '2025-03-10' }))).toRefuse('invalid.termOn', {
      clause: 'II.2.6',
      field: 'termOn',
    });
    expect(when(story, issued('2025-03-10', { paymentDueOn: '2025-03-09' }))).toRefuse(
      'invalid.paymentDueOn',
      { clause: 'II.10.2' },
    );
    expect(when(story, issued('2025-03-10', { paymentDueOn: '2025-03-10' }))).toReach('offered');
  });

  test('an advance above the share is refused', () => {
    expect(when(given(evaluating('2025-03-01')), issued('2025-03-10', { advanceGross: '6050.01' }))).toRefuse(
      'invalid.advanceGross',
    );
  });

  test('a breach of the time for the offer does not hinder the offer', () => {
    const late = given(evaluating('2025-03-01'), issued('2025-04-01'));
    expect(late).toReach('offered');
    expect(late).toHaveDeadline('offer', { lastDay: '2025-03-21', state: 'missed' });
  });
});

describe('before the contract', () => {
  test.each([
    ['received', submitted('2025-03-01')],
    ['evaluating', evaluating('2025-03-01')],
    ['offered', offerIssued('2025-03-01')],
  ] as const)('an application is withdrawn from %s, confirmed in writing', (status, begun) => {
    const before = given(begun);
    expect(before).toReach(status);
    const story = when(before, applicationWithdrawn('2025-03-05'));
    expect(story).toReach('withdrawn');
    expect(story).toHaveEnded({ reason: 'withdrawn', clause: null, by: 'customer', on: '2025-03-05' });
    expect(story).toHaveSent('N-CONF', { times: 1 });
  });

  test('what was paid before is owed back', () => {
    const story = given(
      offerIssued('2025-03-01'),
      paid('2025-03-03', '100.00'),
      applicationWithdrawn('2025-03-05'),
    );
    expect(story).toHaveMoney({ refundDue: '100.00', outstanding: '0.00' });
  });

  test('II.4.3: the object is sold: the new applicant is to be identified, and its application is received now', () => {
    const story = given(offerIssued('2025-03-01'), ownerChanged('2025-03-20'));
    expect(story).toReach('incomplete');
    expect(factsOf(story)).toMatchObject({ offer: null, identification: null, receivedOn: '2025-03-20' });
    expect(story).toHaveDeadline('offer', { lastDay: '2025-04-09', state: 'running' });
    const evaluated = when(story, supplied('2025-03-22'), routed('2025-03-22'));
    expect(when(evaluated, issued('2025-03-25'))).toRefuse('customer.not-identified');
    expect(when(evaluated, identified('2025-03-25'), issued('2025-03-25'))).toReach('offered');
  });

  test('II.4.3: after a design no clock runs from before the new applicant', () => {
    const story = given(
      submitted('2025-01-10'),
      routed('2025-01-12', { designNeeded: true }),
      designReceived('2025-02-01'),
      ownerChanged('2025-03-20'),
    );
    expect(story).toHaveDeadline('offer', { lastDay: '2025-04-19', state: 'running' });
  });

  test('II.4.3: not on a day to come', () => {
    expect(when(given(offerIssued('2025-03-01')), ownerChanged('2025-03-20', { on: '2025-03-21' }))).toRefuse(
      'invalid.on',
    );
  });
});
