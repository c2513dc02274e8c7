import { describe, expect, test } from 'vitest';
import {
  anApplication,
  bothAgree,
  building,
  buildingUnpaid,
  completed,
  connected,
  costing,
  factsOf,
  given,
  givenUnder,
  joinedProject,
  oldSupplyCut,
  paid,
  paidContract,
  ready,
  when,
  withSettings,
  worksCompleted,
  worksStarted,
} from '../../../builders/index.ts';

describe('II.4: the connection', () => {
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
