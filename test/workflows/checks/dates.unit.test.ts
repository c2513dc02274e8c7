import { describe, expect, test } from 'vitest';
import { isoDay } from '../../../workflows/data.ts';
import {
  act,
  anApplication,
  bothAgree,
  building,
  completed,
  connected,
  forceMajeure,
  forceMajeureEnded,
  given,
  givenUnder,
  oldSupplyCut,
  paid,
  paidContract,
  ready,
  signedContract,
  suspended,
  when,
  withSettings,
  worksStarted,
} from '../../builders/index.ts';

/** Days that an act may bear, each with the refusal of the day beside it. */

describe('a date of an application or an act', () => {
  test.each([
    ['1899-12-31', false],
    ['1900-01-01', true],
    ['2199-12-31', true],
    ['2200-01-01', false],
  ])('%s: %s', (on, accepted) => {
    expect(isoDay.safeParse(on).success).toBe(accepted);
  });

  test('one that is too early names its field and the first day that can be', () => {
    const refused = when(
      given(completed('2025-03-10', '2025-08-10')),
      ready('2025-08-20', { on: '2025-03-09' }),
    );
    expect(refused).toRefuse('too-early.on', { field: 'on', allowedFrom: '2025-03-10', clause: 'II.4.1' });
  });
});

describe('II.2.2: the day on which the works started', () => {
  const beforePayment = given(
    signedContract('2025-03-10', { worksBeforeFullPayment: true, worksInWithdrawalPeriod: true }),
    paid('2025-03-20'),
  );

  test('where Part I lets them go ahead, also a day before the share was paid', () => {
    expect(when(beforePayment, worksStarted('2025-03-25', '2025-03-15'))).toStand({ works: 'building' });
  });

  test('but not before the contract came into force', () => {
    expect(when(beforePayment, worksStarted('2025-03-25', '2025-03-09'))).toRefuse('too-early.on', {
      allowedFrom: '2025-03-10',
    });
  });

  test('else not before the share was paid', () => {
    const story = given(signedContract('2025-03-10', { worksInWithdrawalPeriod: true }), paid('2025-03-20'));
    expect(when(story, worksStarted('2025-03-25', '2025-03-19'))).toRefuse('too-early.on', {
      allowedFrom: '2025-03-20',
    });
    expect(when(story, worksStarted('2025-03-25', '2025-03-20'))).toStand({ works: 'building' });
  });
});

describe('II.13.1: a suspension', () => {
  const works = given(building('2025-03-10'));

  test('that is likely to end before it begins is refused', () => {
    const ending = (likelyEndOn: string) =>
      act('2025-05-01', 'works.suspended', {
        reason: 'digging-ban',
        from: '2025-05-01',
        likelyEndOn,
        municipality: 'Ādažu novads',
        regulation: 'Saistošie noteikumi Nr. 5',
      });
    expect(when(works, ending('2025-04-30'))).toRefuse('invalid.likelyEndOn', { clause: 'II.13.1.4' });
    expect(when(works, ending('2025-05-01'))).toReach('suspended');
  });

  test('T-35: where preparatory works stand in technical rules or design alone, the project is no source', () => {
    const law = withSettings({ 'prepWorks.sources': 'TR,design' });
    const story = givenUnder(law, building('2025-03-10'));
    const from = (source: 'TR' | 'design' | 'TP') =>
      when(story, suspended('2025-05-01', 'preparatory-works', { source }));
    expect(from('TP')).toRefuse('invalid.source', { clause: 'II.13.1.2' });
    expect(from('TR')).toReach('suspended');
    expect(from('design')).toReach('suspended');
    expect(when(story, suspended('2025-05-01', 'digging-ban'))).toReach('suspended');
    expect(when(works, suspended('2025-05-01', 'preparatory-works', { source: 'TP' }))).toReach('suspended');
  });
});

describe('II.17.2: the end of force majeure', () => {
  const stopped = given(building('2025-03-10'), forceMajeure('2025-04-05', '2025-04-03'));

  test('is recorded where it was notified and has not ended yet', () => {
    expect(when(given(building('2025-03-10')), forceMajeureEnded('2025-04-10'))).toRefuse(
      'force-majeure.none',
      { clause: 'II.17.2' },
    );
    expect(when(stopped, forceMajeureEnded('2025-04-10'), forceMajeureEnded('2025-04-11'))).toRefuse(
      'force-majeure.none',
    );
  });

  test('lies neither in the future nor before its start', () => {
    const ended = (on: string) => act('2025-04-10', 'force-majeure.ended', { on }, { role: 'engineer' });
    expect(when(stopped, ended('2025-04-11'))).toRefuse('invalid.on');
    expect(when(stopped, ended('2025-04-02'))).toRefuse('too-early.on', { allowedFrom: '2025-04-03' });
    expect(when(stopped, ended('2025-04-03'))).not.toRefuse('too-early.on');
  });
});

describe('II.12.1: a due date in an amendment', () => {
  const contract = given(paidContract('2025-03-10'));

  test('may be the day of consent and not the day before', () => {
    const agreed = (paymentDueOn: string) =>
      when(contract, bothAgree('2025-05-01', 'contract.amended', { agreement: 'later', paymentDueOn }));
    expect(agreed('2025-04-30')).toRefuse('invalid.paymentDueOn', { clause: 'II.12.1' });
    expect(agreed('2025-05-01')).toReach('in-force');
  });

  test('that the other side named is judged on the day on which this side consents', () => {
    const customer = act(
      '2025-05-01',
      'contract.amended',
      { agreement: 'later', paymentDueOn: '2025-05-05' },
      { role: 'customer' },
    );
    const operator = (on: string) =>
      act(on, 'contract.amended', { agreement: 'agreed' }, { role: 'service' });
    expect(when(contract, customer, operator('2025-05-06'))).toRefuse('invalid.paymentDueOn');
    expect(when(contract, customer, operator('2025-05-05'))).toReach('in-force');
  });
});

describe('II.4.2: the old entry', () => {
  const application = anApplication({ connection: { replacesOldInstallation: true } });
  const switched = given(
    completed('2025-03-10', '2025-08-10', { application }),
    ready('2025-08-20'),
    connected('2025-08-25', { loadSwitched: false }),
    connected('2025-08-28', { loadSwitched: true }),
  );

  test('is cut on a day that has come, and not before the connection was made', () => {
    const cut = (on: string) => act('2025-08-30', 'old-supply.cut', { on });
    expect(when(switched, cut('2025-08-31'))).toRefuse('invalid.on');
    expect(when(switched, cut('2025-08-24'))).toRefuse('too-early.on');
    expect(when(switched, oldSupplyCut('2025-08-30')).refusal).toBeNull();
  });

  test('the load is switched over once: an act that does not say so is no second connection', () => {
    const made = given(
      completed('2025-03-10', '2025-08-10', { application }),
      ready('2025-08-20'),
      connected('2025-08-25', { loadSwitched: false }),
    );
    expect(when(made, connected('2025-08-26', { loadSwitched: false }))).toRefuse('connection.already-made');
    expect(when(made, connected('2025-08-26'))).toReach('closed');
  });
});
