import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../../src/law/deemed-receipt.ts';
import {
  act,
  anApplication,
  bothAgree,
  building,
  buildingUnpaid,
  completed,
  connected,
  costing,
  designReceived,
  factsOf,
  forceMajeure,
  forceMajeureEnded,
  given,
  givenUnder,
  joinedProject,
  notReady,
  offerIssued,
  oldSupplyCut,
  paid,
  paidContract,
  ready,
  resumed,
  signedContract,
  suspended,
  terminated,
  until,
  when,
  withSettings,
  worksCompleted,
  worksStarted,
} from '../../builders/index.ts';

/** Ledger 2.2, rows 32 to 45: works, suspension, readiness, connection and fulfilment. */

describe('row 32 (II.2.2, II.2.3): the works start', () => {
  test('after the full share, and after the withdrawal period (OQ-LC-6)', () => {
    const contract = given(paidContract('2025-03-10'));
    expect(when(contract, worksStarted('2025-03-24'))).toRefuse('works.within-withdrawal-period', {
      clause: 'II.15',
      allowedFrom: '2025-03-25',
    });
    const story = when(contract, worksStarted('2025-03-25'));
    expect(story).toStand({ works: 'building' });
    expect(factsOf(story).worksStartedOn).toBe('2025-03-25');
  });

  test('not at 6049.99 of 6050.00, unless Part I says otherwise', () => {
    const nearly = given(signedContract('2025-03-10'), paid('2025-03-12', '6049.99'));
    expect(when(nearly, worksStarted('2025-04-01'))).toRefuse('works.share-not-paid', { clause: 'II.2.2' });
    const agreed = given(signedContract('2025-03-10', { worksBeforeFullPayment: true }));
    expect(when(agreed, worksStarted('2025-04-01'))).toStand({ works: 'building', payment: 'due' });
  });

  test('not dated before the payment or the contract', () => {
    const story = given(signedContract('2025-03-10'), paid('2025-04-02'));
    expect(when(story, worksStarted('2025-04-03', '2025-04-01'))).toRefuse('too-early.on', {
      clause: 'II.2.2',
      allowedFrom: '2025-04-02',
    });
    expect(when(story, worksStarted('2025-04-03', '2025-04-04'))).toRefuse('invalid.on');
    expect(when(story, worksStarted('2025-04-03', '2025-04-02'))).toStand({ works: 'building' });
  });

  test('T-19: at once where the customer asked in writing, or by setting', () => {
    expect(
      given(paidContract('2025-03-10', { worksInWithdrawalPeriod: true }), worksStarted('2025-03-11')),
    ).toStand({ works: 'building' });
    const law = withSettings({ 'works.inWithdrawalPeriod': 'allowed' });
    expect(givenUnder(law, paidContract('2025-03-10'), worksStarted('2025-03-11'))).toStand({
      works: 'building',
    });
  });

  test('II.2.3: a design that the operator organises is made first', () => {
    const quote = costing('5000.00', { operatorOrganisesDesign: true });
    const story = given(paidContract('2025-03-10', { quote }), worksStarted('2025-03-25'));
    expect(story).toStand({ works: 'designing' });
    expect(when(story, worksCompleted('2025-04-01'))).toRefuse('case.not-possible-now');
    expect(when(story, designReceived('2025-04-01'))).toStand({ works: 'building' });
  });
});

describe('rows 33 and 34 (II.13.1): suspension', () => {
  const works = given(building('2025-03-10', { termOn: '2025-09-30' }));

  test.each([
    ['design-flaws', 'N-SUSP-1', 'II.13.1.1'],
    ['preparatory-works', 'N-SUSP-2', 'II.13.1.2'],
    ['adverse-conditions', 'N-SUSP-3', 'II.13.1.3'],
    ['digging-ban', 'N-SUSP-4', 'II.13.1.4'],
  ] as const)(
    'row 33: %s suspends with its own letter, and the term stands still',
    (reason, letter, clause) => {
      const story = when(works, suspended('2025-06-01', reason));
      expect(story).toReach('suspended');
      expect(story).toStand({ works: 'suspended' });
      expect(story).toHaveSent(letter, { on: '2025-06-01', times: 1 });
      expect(story.happened.at(-1)?.clause).toBe(clause);
      expect(story).toHaveDeadline('term', { lastDay: '2025-09-30', state: 'frozen' });
      expect(when(story, until('2026-01-01'))).toReach('suspended');
    },
  );

  test('row 34: resumed: the term moves by the days, by letter and without an amendment (II.12.3)', () => {
    const story = when(works, suspended('2025-06-01', 'design-flaws'), resumed('2025-06-21', 'design-flaws'));
    expect(story).toReach('in-force');
    expect(story).toStand({ works: 'building' });
    expect(story).toHaveSent('N-RESUME', { on: '2025-06-21', times: 1 });
    expect(story).toHaveDeadline('term', { lastDay: '2025-10-20', state: 'running' });
    expect(factsOf(story).amendedOn).toBeNull();
  });

  test('row 34: with another reason open the works stay suspended', () => {
    const both = when(
      works,
      suspended('2025-06-01', 'design-flaws'),
      suspended('2025-06-11', 'preparatory-works'),
    );
    const half = when(both, resumed('2025-06-21', 'design-flaws'));
    expect(half).toReach('suspended');
    expect(half).toHaveSent('N-RESUME', { times: 0 });
    const story = when(half, resumed('2025-07-01', 'preparatory-works'));
    expect(story).toReach('in-force');
    expect(story).toHaveDeadline('term', { lastDay: '2025-10-30' });
  });

  test('row 34: works that were designing go on designing', () => {
    const quote = costing('5000.00', { operatorOrganisesDesign: true });
    const story = given(
      paidContract('2025-03-10', { quote }),
      worksStarted('2025-03-25'),
      suspended('2025-04-01', 'digging-ban'),
    );
    expect(when(story, resumed('2025-04-10', 'digging-ban'))).toStand({ works: 'designing' });
  });

  test('OQ-SUS-2: not before its notice, not in the future; a remedy date lies after it', () => {
    expect(when(works, suspended('2025-06-05', 'design-flaws', { from: '2025-06-04' }))).toRefuse(
      'too-early.from',
      { allowedFrom: '2025-06-05' },
    );
    expect(when(works, suspended('2025-06-05', 'digging-ban', { from: '2025-06-06' }))).toRefuse(
      'invalid.from',
    );
    expect(when(works, suspended('2025-06-05', 'design-flaws', { remedyBy: '2025-06-05' }))).toRefuse(
      'invalid.remedyBy',
      { clause: 'II.13.1.1' },
    );
  });

  test('II.13.1.3 alone may be invoked by the customer', () => {
    const asCustomer = { role: 'customer' };
    expect(when(works, suspended('2025-06-05', 'adverse-conditions', {}, asCustomer))).toReach('suspended');
    expect(when(works, suspended('2025-06-05', 'digging-ban', {}, asCustomer))).toRefuse(
      'suspension.operator-only',
      { kind: 'forbidden' },
    );
  });

  test('T-33: conditions noticed late are a breach of the notice', () => {
    const late = when(works, suspended('2025-06-10', 'adverse-conditions', { from: '2025-06-04' }));
    expect(late).toHaveDeadline('conditions-notice', {
      lastDay: '2025-06-09',
      state: 'missed',
      clause: 'II.13.1.3',
    });
    expect(late).toBeFlagged('conditions-notice-breach');
    const inTime = when(works, suspended('2025-06-09', 'adverse-conditions', { from: '2025-06-04' }));
    expect(inTime).toHaveDeadline('conditions-notice', { state: 'met' });
  });

  test('T-35: preparatory works of the technical requirements count, unless set otherwise', () => {
    const fence = suspended('2025-06-05', 'preparatory-works', { source: 'TP' });
    expect(when(works, fence)).toReach('suspended');
    const strict = givenUnder(withSettings({ 'prepWorks.sources': 'TR,design' }), building('2025-03-10'));
    expect(when(strict, fence)).toRefuse('invalid.source', { clause: 'II.13.1.2' });
  });

  test('a reason is open once, and only an open one ends', () => {
    const story = when(works, suspended('2025-06-01', 'digging-ban'));
    expect(when(story, suspended('2025-06-02', 'digging-ban'))).toRefuse('suspension.already-open');
    expect(when(story, resumed('2025-06-02', 'design-flaws'))).toRefuse('suspension.not-open');
    expect(when(story, resumed('2025-06-02', 'digging-ban', '2025-05-31'))).toRefuse('too-early.on');
  });

  test('works that have not started or are complete are not suspended; suspended works are not completed', () => {
    expect(when(given(paidContract('2025-03-10')), suspended('2025-06-01', 'digging-ban'))).toRefuse(
      'case.not-possible-now',
    );
    expect(
      when(given(completed('2025-03-10', '2025-06-01')), suspended('2025-06-02', 'digging-ban')),
    ).toRefuse('case.not-possible-now');
    expect(when(works, suspended('2025-06-01', 'digging-ban'), worksCompleted('2025-06-02'))).toRefuse(
      'case.not-possible-now',
    );
  });
});

describe('row 35 (II.13.2): the remedy date passes', () => {
  const story = given(
    building('2025-03-10'),
    suspended('2025-06-01', 'design-flaws', { remedyBy: '2025-07-01' }),
  );

  test('it is noted for staff; nothing ends by itself', () => {
    expect(story).toHaveDeadline('remedy', {
      lastDay: '2025-07-01',
      awaits: 'customer',
      clause: 'II.13.1.1',
      state: 'running',
    });
    const missed = when(story, until('2025-12-01'));
    expect(missed).toReach('suspended');
    expect(missed).toHaveDeadline('remedy', { state: 'missed' });
    expect(missed).toBeFlagged('remedy-missed');
  });

  test('a person ends it from the day after, and the paid share is kept', () => {
    expect(when(story, terminated('2025-07-01', 'unremedied'))).toRefuse('ending.remedy-runs', {
      clause: 'II.13.2',
      allowedFrom: '2025-07-02',
    });
    const ended = when(story, terminated('2025-07-02', 'unremedied'));
    expect(ended).toHaveEnded({ reason: 'unremedied', clause: 'II.13.2', by: 'operator', on: '2025-07-02' });
    expect(ended).toHaveMoney({ refundDue: '0.00', received: '6050.00' });
    expect(factsOf(ended).refund).toMatchObject({ due: '0.00', retained: '6050.00' });
    expect(
      when(ended, act('2025-07-03', 'refund.decided', { refund: '1.00', retained: '6049.00', reasons: 'x' })),
    ).toRefuse('refund.excluded');
  });

  test('what was paid above the share goes back all the same', () => {
    const overpaid = given(
      building('2025-03-10'),
      paid('2025-04-01', '100.00'),
      suspended('2025-06-01', 'design-flaws', { remedyBy: '2025-07-01' }),
    );
    expect(when(overpaid, terminated('2025-07-02', 'unremedied'))).toHaveMoney({ refundDue: '100.00' });
  });

  test('not for the grounds without a remedy date (II.13.1.3, II.13.1.4)', () => {
    for (const reason of ['adverse-conditions', 'digging-ban'] as const) {
      const other = given(building('2025-03-10'), suspended('2025-06-01', reason));
      expect(when(other, terminated('2025-12-01', 'unremedied'))).toRefuse('ending.no-remedy-date', {
        clause: 'II.13.2',
      });
    }
  });

  test('the earliest of several remedy dates is shown', () => {
    const two = when(story, suspended('2025-06-02', 'preparatory-works', { remedyBy: '2025-06-20' }));
    expect(two).toHaveDeadline('remedy', { lastDay: '2025-06-20', clause: 'II.13.1.2' });
    expect(when(two, resumed('2025-06-19', 'preparatory-works'))).toHaveDeadline('remedy', {
      lastDay: '2025-07-01',
      state: 'running',
    });
  });
});

describe('rows 36 and 37 (II.17, II.14.2.3): force majeure', () => {
  const works = given(building('2025-03-10', { termOn: '2025-09-30' }));

  test('row 36: notified within five days; the term does not move by it (OQ-SUS-4)', () => {
    const story = when(works, forceMajeure('2025-06-06', '2025-06-01'));
    expect(story).toHaveSent('N-FM', { times: 1 });
    expect(story).toHaveDeadline('force-majeure-notice', {
      lastDay: '2025-06-06',
      state: 'met',
      clause: 'II.17.2',
    });
    expect(story).toHaveDeadline('force-majeure-end', {
      earliestDay: '2025-07-02',
      state: 'running',
      clause: 'II.14.2.3',
    });
    expect(when(story, forceMajeureEnded('2025-06-20'))).toHaveDeadline('term', { lastDay: '2025-09-30' });
    expect(when(works, forceMajeure('2025-06-07', '2025-06-01'))).toRefuse('force-majeure.notified-late', {
      clause: 'II.17.2',
    });
  });

  test('row 36: it moves the term only where set so', () => {
    const story = givenUnder(
      withSettings({ 'forceMajeure.extendsTerm': true }),
      building('2025-03-10', { termOn: '2025-09-30' }),
      forceMajeure('2025-06-01'),
      forceMajeureEnded('2025-06-11'),
    );
    expect(story).toHaveDeadline('term', { lastDay: '2025-10-10' });
  });

  test('row 36: an event after conclusion, not the non-performance of others', () => {
    const fresh = given(paidContract('2025-03-10'));
    expect(when(fresh, forceMajeure('2025-03-12', '2025-03-09'))).toRefuse('too-early.startedOn', {
      clause: 'II.17.1',
    });
    expect(
      when(works, forceMajeure('2025-06-01', '2025-06-01', { event: 'the contractor did not come' })),
    ).toRefuse('force-majeure.other-persons', { clause: 'II.17.1' });
    expect(when(works, forceMajeure('2025-06-01', '2025-06-01', { likelyEndOn: '2025-05-31' }))).toRefuse(
      'invalid.likelyEndOn',
    );
  });

  test('row 37: longer than a month with works started: deemed ended by the clause', () => {
    const story = when(works, forceMajeure('2025-06-01'), until('2025-07-02T00:00'));
    expect(story).toHaveEnded({
      reason: 'forceMajeure',
      clause: 'II.14.2.3',
      by: 'clause',
      on: '2025-07-02',
    });
    expect(story).toHaveSent('N-END', { times: 1 });
  });

  test('row 37: not when it has ended, a new term is agreed or no works had started', () => {
    expect(
      when(works, forceMajeure('2025-06-01'), forceMajeureEnded('2025-06-30'), until('2025-09-01')),
    ).toReach('in-force');
    const agreed = bothAgree('2025-06-20', 'term.extended', { termOn: '2026-01-31', agreement: 'later' });
    expect(when(works, forceMajeure('2025-06-01'), agreed, until('2025-09-01'))).toReach('in-force');
    expect(given(paidContract('2025-05-01'), forceMajeure('2025-06-01'), until('2025-09-01'))).toReach(
      'in-force',
    );
  });

  test('row 37: a second notice while the first still runs does not begin the month anew', () => {
    const story = when(works, forceMajeure('2025-06-01'), forceMajeure('2025-06-20', '2025-06-18'));
    expect(story).toHaveDeadline('force-majeure-end', { earliestDay: '2025-07-02' });
    const over = when(
      works,
      forceMajeure('2025-06-01'),
      forceMajeureEnded('2025-06-10'),
      forceMajeure('2025-06-20', '2025-06-18'),
    );
    expect(over).toHaveDeadline('force-majeure-end', { earliestDay: '2025-07-19' });
  });

  test('row 37: works begun after the month do not end before they began', () => {
    const story = given(paidContract('2025-05-01'), forceMajeure('2025-06-01'), worksStarted('2025-09-01'));
    expect(story).toHaveEnded({ reason: 'forceMajeure', on: '2025-09-01' });
  });
});

describe('row 38 (II.2.6 to II.2.8): completion', () => {
  test.each(CHANNELS)('by %s: dated by its notice, with the invitation and the final invoice', (channel) => {
    const story = given(building('2025-03-10'), worksCompleted('2025-08-10', { on: '2025-08-01', channel }));
    expect(story).toStand({ works: 'completed' });
    expect(factsOf(story)).toMatchObject({
      completedOn: '2025-08-10',
      finalInvoice: { issuedOn: '2025-08-10', amountGross: '0.00' },
    });
    expect(story).toHaveSent('N-COMPL', { times: 1 });
    expect(story).toHaveSent('N-FINALINV', { times: 1 });
    expect(story.happened.at(-1)?.effects).toContainEqual({ type: 'issueInvoice', kind: 'final' });
  });

  test('the final invoice asks for the rest and is due on its own day', () => {
    const story = given(
      buildingUnpaid('2025-03-10', { advanceGross: '1050.00' }),
      paid('2025-03-20', '1050.00'),
      worksCompleted('2025-08-10'),
    );
    expect(factsOf(story).finalInvoice).toEqual({
      issuedOn: '2025-08-10',
      dueOn: '2025-08-30',
      amountGross: '5000.00',
    });
    expect(story).toHaveDeadline('payment-due', { lastDay: '2025-08-30', state: 'running' });
    expect(when(story, until('2025-08-31'))).toStand({ payment: 'overdue' });
    expect(when(story, until('2025-12-01')), 'finished works: nothing ends by itself').toReach('in-force');
  });

  test('not dated before the works began or in the future', () => {
    const works = given(building('2025-03-10'));
    expect(when(works, worksCompleted('2025-08-10', { on: '2025-03-24' }))).toRefuse('too-early.on', {
      clause: 'II.2.7',
    });
    expect(when(works, worksCompleted('2025-08-10', { on: '2025-08-11' }))).toRefuse('invalid.on');
  });

  test('T-25: with less than fourteen days to the term the operator is told to offer an extension', () => {
    expect(given(building('2025-03-10', { termOn: '2025-09-30' }), worksCompleted('2025-09-17'))).toBeFlagged(
      'offer-to-extend-term',
    );
    expect(
      given(building('2025-03-10', { termOn: '2025-09-30' }), worksCompleted('2025-09-16')),
    ).not.toBeFlagged('offer-to-extend-term');
    const strict = givenUnder(
      withSettings({ 'readiness.minDays': 0 }),
      building('2025-03-10', { termOn: '2025-09-30' }),
      worksCompleted('2025-09-29'),
    );
    expect(strict).not.toBeFlagged('offer-to-extend-term');
  });
});

describe('rows 39 and 40 (II.4.1, II.4.5): readiness', () => {
  const done = given(completed('2025-03-10', '2025-08-10', { termOn: '2025-09-30' }));

  test('row 39: both declarations, up to the term: ten days to connect', () => {
    const story = when(done, ready('2025-08-20'));
    expect(story).toStand({ readiness: 'confirmed' });
    expect(story).toHaveDeadline('connection', {
      lastDay: '2025-08-30',
      clause: 'II.4.1',
      awaits: 'operator',
      state: 'running',
    });
    expect(story).toHaveDeadline('term', { state: 'met' });
    expect(when(done, ready('2025-08-20', { installationsBuilt: false }))).toRefuse(
      'invalid.installationsBuilt',
      { clause: 'II.def.readiness' },
    );
    expect(when(done, ready('2025-08-20', { preparedForVoltage: false }))).toRefuse(
      'invalid.preparedForVoltage',
    );
  });

  test('row 39: on the last day; not after it', () => {
    expect(when(done, ready('2025-09-30T23:59'))).toStand({ readiness: 'confirmed' });
    expect(when(done, ready('2025-10-01T00:00'))).toRefuse('readiness.after-term', { clause: 'II.4.5' });
  });

  test('row 39: in the portal it is handed over now; a paper counts from the day that service registers', () => {
    expect(when(done, ready('2025-10-02', { on: '2025-09-30' }, { role: 'customer' }))).toRefuse(
      'readiness.after-term',
    );
    expect(when(done, ready('2025-10-02', { on: '2025-09-30' }, { role: 'service' }))).toStand({
      readiness: 'confirmed',
    });
    expect(when(done, ready('2025-09-02', { on: '2025-09-03' }))).toRefuse('invalid.on');
  });

  test('row 39: a breach of the ten days is an event', () => {
    const story = when(done, ready('2025-08-20'), until('2025-08-31'));
    expect(story).toHaveDeadline('connection', { state: 'missed' });
    expect(story).toBeFlagged('connection-breach');
  });

  test('row 40: disproved by a site check; confirmed again up to the term, ten days anew (T-24)', () => {
    const story = when(done, ready('2025-08-20'), notReady('2025-08-25'));
    expect(story).toStand({ readiness: 'disproved' });
    expect(story).toHaveSent('N-NOTREADY', { times: 1 });
    expect(story).not.toHaveDeadline('connection');
    expect(when(story, ready('2025-09-05'))).toHaveDeadline('connection', { lastDay: '2025-09-15' });
    expect(when(story, ready('2025-10-01'))).toRefuse('readiness.after-term');
  });

  test('row 40: disproved after the term: as 4.5', () => {
    const story = when(done, ready('2025-09-25'), notReady('2025-10-02'));
    expect(story).toHaveDeadline('term', { state: 'missed' });
    expect(story).toBeFlagged('not-ready-by-term');
    expect(when(story, terminated('2025-10-02', 'notReady'))).toHaveEnded({
      reason: 'notReady',
      clause: 'II.4.6',
    });
  });
});

describe('row 41 (II.4): the connection', () => {
  const ready20 = given(
    completed('2025-03-10', '2025-08-10'),
    ready('2025-08-20', { tradingContract: 'T-1' }),
  );

  test('connected with a trading contract: fulfilled, settled, closed', () => {
    const story = when(ready20, connected('2025-08-25', { meter: '123' }));
    expect(story).toReach('closed');
    expect(story).toHaveSent('N-CONN', { times: 1 });
    expect(factsOf(story).connected).toMatchObject({ on: '2025-08-25', supplyMode: 'trading' });
  });

  test('needs readiness and completion, and is dated after both', () => {
    expect(when(given(completed('2025-03-10', '2025-08-10')), connected('2025-08-25'))).toRefuse(
      'connection.not-ready',
      { clause: 'II.4.1' },
    );
    expect(when(given(building('2025-03-10'), ready('2025-08-01')), connected('2025-08-25'))).toRefuse(
      'connection.not-completed',
      { clause: 'II.2.6' },
    );
    const early = given(building('2025-03-10'), ready('2025-08-01'), worksCompleted('2025-08-10'));
    expect(when(early, connected('2025-08-25', { on: '2025-08-05' }))).toRefuse('too-early.on', {
      allowedFrom: '2025-08-10',
    });
    expect(when(ready20, connected('2025-08-25', { on: '2025-08-19' }))).toRefuse('too-early.on', {
      allowedFrom: '2025-08-20',
    });
  });

  test('T-26: withheld while the share is unpaid, for all by default, for common projects alone by setting', () => {
    const unpaidThen = [
      paidContract('2025-03-10', { worksInWithdrawalPeriod: true }),
      worksStarted('2025-03-11'),
      bothAgree('2025-04-01', 'contract.amended', { agreement: 'more', quote: costing('6000.00') }),
      worksCompleted('2025-08-10'),
      ready('2025-08-20'),
    ];
    expect(when(given(...unpaidThen), connected('2025-08-25'))).toRefuse('connection.share-not-paid', {
      clause: 'II.2.2',
    });
    const law = withSettings({ 'connection.withholdWhileUnpaid': 'commonProjectOnly' });
    expect(when(givenUnder(law, ...unpaidThen), connected('2025-08-25'))).toStand({ link: 'connected' });
  });

  test('II.2.2: where Part I let the works go ahead, the connection is made', () => {
    const story = given(
      buildingUnpaid('2025-03-10'),
      worksCompleted('2025-08-10'),
      ready('2025-08-20'),
      connected('2025-08-25'),
    );
    expect(story).toReach('in-force');
    expect(story).toStand({ link: 'connected', payment: 'overdue' });
    expect(when(story, paid('2025-09-01'))).toReach('closed');
  });

  test('II.4.4: a member of a common project who has not paid is left unconnected until it has', () => {
    const story = given(
      buildingUnpaid('2025-03-10'),
      joinedProject('2025-03-11'),
      worksCompleted('2025-08-10'),
      ready('2025-08-20'),
    );
    expect(story).toStand({ link: 'refused' });
    expect(when(story, connected('2025-08-25'))).toRefuse('connection.share-not-paid', { clause: 'II.4.4' });
    const settled = when(story, paid('2025-08-25'));
    expect(settled).toStand({ link: 'not-connected' });
    expect(when(settled, connected('2025-08-26'))).toReach('closed');
  });

  test('II.4.2: thirty days, the load first, then the old entry', () => {
    const application = anApplication({ connection: { replacesOldInstallation: true } });
    const story = given(completed('2025-03-10', '2025-08-10', { application }), ready('2025-08-20'));
    expect(story).toHaveDeadline('connection', { lastDay: '2025-09-19', clause: 'II.4.2' });
    expect(when(story, oldSupplyCut('2025-08-25'))).toRefuse('case.not-possible-now');
    const before = when(story, connected('2025-08-25', { loadSwitched: false }));
    expect(before).toReach('fulfilled');
    expect(when(before, oldSupplyCut('2025-08-26'))).toRefuse('old-supply.load-not-switched', {
      clause: 'II.4.2',
    });
    const switched = when(before, connected('2025-08-28', { loadSwitched: true }));
    expect(switched).toReach('closed');
    const cut = when(switched, oldSupplyCut('2025-08-29'));
    expect(cut).toReach('closed');
    expect(cut).toHaveSent('N-CUTOLD', { times: 1 });
  });

  test('II.4.2: nothing to cut where nothing is replaced, and nobody connects twice', () => {
    expect(when(ready20, connected('2025-08-25'), oldSupplyCut('2025-08-26'))).toRefuse('old-supply.none');
    const unpaid = given(
      buildingUnpaid('2025-03-10'),
      worksCompleted('2025-08-10'),
      ready('2025-08-20'),
      connected('2025-08-25'),
    );
    expect(when(unpaid, connected('2025-08-26'))).toRefuse('connection.already-made', { clause: 'II.4.1' });
  });
});

describe('rows 42 and 43 (II.4.5, II.4.6): the term passes', () => {
  const done = given(completed('2025-03-10', '2025-08-10', { termOn: '2025-09-30' }));

  test('row 42: it is noted; the operator ends it by notice from the day after (OQ-LC-5)', () => {
    const passed = when(done, until('2025-10-01'));
    expect(passed).toReach('in-force');
    expect(passed).toHaveDeadline('term', { state: 'missed', awaits: 'customer' });
    expect(passed).toBeFlagged('not-ready-by-term');
    expect(when(done, terminated('2025-09-30', 'notReady'))).toRefuse('ending.term-runs', {
      clause: 'II.4.6',
      allowedFrom: '2025-10-01',
    });
    expect(when(passed, terminated('2025-10-03', 'notReady'))).toHaveEnded({
      reason: 'notReady',
      clause: 'II.4.6',
      by: 'operator',
      on: '2025-10-03',
    });
    expect(when(passed, terminated('2025-10-03', 'notInstalled'))).toHaveEnded({
      reason: 'notInstalled',
      clause: 'II.14.3.7',
    });
  });

  test('row 42: by the clause where the operator has chosen so', () => {
    const story = givenUnder(
      withSettings({ 'notReady.end': 'automatic' }),
      completed('2025-03-10', '2025-08-10', { termOn: '2025-09-30' }),
      until('2025-10-02'),
    );
    expect(story).toHaveEnded({ reason: 'notReady', clause: 'II.4.6', by: 'clause', on: '2025-10-01' });
  });

  test('row 43: both agree on a later term, before or after it has passed', () => {
    for (const on of ['2025-09-20', '2025-10-05']) {
      const story = when(done, bothAgree(on, 'term.extended', { termOn: '2025-12-31', agreement: 'later' }));
      expect(story).toHaveDeadline('term', { lastDay: '2025-12-31', state: 'running' });
      expect(story).not.toBeFlagged('not-ready-by-term');
      expect(when(story, terminated('2025-10-06', 'notReady'))).toRefuse('ending.term-runs', {
        allowedFrom: '2026-01-01',
      });
      expect(when(story, ready('2025-12-31'))).toStand({ readiness: 'confirmed' });
    }
  });

  test('row 43: both agree on using system services: the term binds no more', () => {
    const story = when(done, bothAgree('2025-10-05', 'usage.agreed', { agreement: 'until ready' }));
    expect(story).toHaveDeadline('term', { state: 'void' });
    expect(when(story, terminated('2025-11-01', 'notReady'))).toRefuse('ending.usage-agreed');
    expect(when(story, ready('2026-03-01'))).toStand({ readiness: 'confirmed' });
  });

  test('row 43: never earlier, never into the past, also where one side leaves the day to the other', () => {
    const propose = (on: string, termOn: string) =>
      act(on, 'usage.agreed', { agreement: 'x', termOn }, { role: 'customer' });
    expect(when(done, propose('2025-09-20', '2025-09-29'))).toRefuse('invalid.termOn', { clause: 'II.12.1' });
    const proposed = given(
      building('2025-03-10', { termOn: '2025-09-30' }),
      propose('2025-06-01', '2025-10-05'),
      suspended('2025-06-02', 'digging-ban'),
      resumed('2025-07-02', 'digging-ban'),
    );
    const consents = act('2025-07-03', 'usage.agreed', { agreement: 'x' }, { role: 'service' });
    expect(when(proposed, consents)).toRefuse('invalid.termOn');
  });

  test('T-21: an operator that completes after the term cannot hold it against the customer', () => {
    const late = given(building('2025-03-10', { termOn: '2025-09-30' }), until('2025-10-05'));
    expect(late).toBeFlagged('term-missed-by-operator');
    const story = when(late, worksCompleted('2025-10-10'), until('2025-10-20'));
    expect(story).toBeFlagged('offer-to-extend-term');
    expect(story).not.toBeFlagged('not-ready-by-term');
    expect(when(story, terminated('2025-11-01', 'notReady'))).toRefuse('ending.operator-not-completed', {
      clause: 'II.4.5',
    });
    expect(when(story, ready('2025-11-01'))).toStand({ readiness: 'confirmed' });
    const disproved = when(story, ready('2025-11-01'), notReady('2025-11-02'));
    expect(disproved).not.toBeFlagged('not-ready-by-term');
    expect(when(disproved, terminated('2025-11-03', 'notReady'))).toRefuse('ending.operator-not-completed');
    const extended = when(
      story,
      bothAgree('2025-11-01', 'term.extended', { termOn: '2025-12-01', agreement: 'later' }),
    );
    expect(when(extended, terminated('2025-12-02', 'notReady'))).toHaveEnded({ reason: 'notReady' });
  });
});

describe('rows 44 and 45 (II.14.6, II.14.2.1): fulfilled and closed', () => {
  test('row 44: the last of completion notice, payment and readiness fulfils; the connection may be pending', () => {
    const byReadiness = given(completed('2025-03-10', '2025-08-10'), ready('2025-08-20'));
    expect(byReadiness).toReach('fulfilled');
    const byPayment = given(buildingUnpaid('2025-03-10'), worksCompleted('2025-08-10'), ready('2025-08-20'));
    expect(byPayment).toReach('in-force');
    expect(when(byPayment, paid('2025-09-01'))).toReach('fulfilled');
    const byCompletion = given(building('2025-03-10'), ready('2025-08-01'));
    expect(when(byCompletion, worksCompleted('2025-08-10'))).toReach('fulfilled');
  });

  test('row 44: readiness disproved takes it back', () => {
    expect(given(completed('2025-03-10', '2025-08-10'), ready('2025-08-20'), notReady('2025-08-21'))).toReach(
      'in-force',
    );
  });

  test('row 45: closed by the connection; later money goes back, the rest is correspondence', () => {
    const story = given(completed('2025-03-10', '2025-08-10'), ready('2025-08-20'), connected('2025-08-25'));
    expect(story).toHaveEnded({ reason: 'fulfilled', clause: 'II.14.2.1', by: 'clause', on: '2025-08-25' });
    expect(when(story, paid('2025-09-01', '10.00'))).toHaveMoney({ refundDue: '10.00' });
    expect(when(story, terminated('2025-09-01', 'misled'))).toRefuse('case.not-possible-now');
    expect(when(story, offerIssued('2025-09-01'))).toRefuse('case.not-possible-now');
  });
});
