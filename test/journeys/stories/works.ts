import { expect } from 'vitest';
import {
  apply,
  BY_CUSTOMER,
  BY_OPERATOR,
  building,
  completed,
  offer,
  payment,
  READY,
  SHARE,
  signed,
} from '../builders.ts';
import { story } from '../story.ts';

/** Works, their suspension, force majeure and the term (II.2, II.13, II.17, II.4.5). */

const FLAWS = { reason: 'design-flaws', flaws: ['Kabeļa šķērsgriezums nav norādīts'] };
const PREPARATION = { reason: 'preparatory-works', works: 'Pārvietot žogu', source: 'TP' };
const FROST = { reason: 'adverse-conditions', conditions: 'Sals 60 cm dziļumā' };
const BAN = {
  reason: 'digging-ban',
  municipality: 'Siguldas novads',
  regulation: 'Saistošie noteikumi Nr. 12',
};

export const WORKS_STORIES = [
  story('II.2.2: works start after the last cent, and after the withdrawal period (T-19)', async (at) => {
    const one = await signed(at);
    await at('2025-03-20');
    await one.by('finance', 'payment.received', payment('2025-03-20', '6049.99'));
    expect(one.view.regions?.payment).toBe('partial');
    await one.refused('engineer', 'works.started', { on: '2025-03-20' }, { clause: 'II.2.2' });
    await one.by('finance', 'payment.received', payment('2025-03-20', '0.01'));
    await one.refused(
      'engineer',
      'works.started',
      { on: '2025-03-20' },
      { clause: 'II.15', allowedFrom: '2025-03-29' },
    );
    await one.refused('service', 'works.started', { on: '2025-03-20' }, { status: 403 });
    await at('2025-03-29');
    await one.refused('engineer', 'works.started', { on: '2025-03-30' }, { status: 422, field: 'on' });
    await one.refused('engineer', 'works.started', { on: '2025-03-13' }, { allowedFrom: '2025-03-14' });
    await one.refused('engineer', 'works.completed', { on: '2025-03-29', channel: 'portal' }, {});
    await one.by('engineer', 'works.started', { on: '2025-03-29' });
    expect(one.view).toMatchObject({
      regions: { works: 'building', withdrawal: 'closed' },
      awaits: 'operator',
    });
    await one.refused('engineer', 'works.started', { on: '2025-03-29' }, {});
  }),

  story('II.2.3: the operator’s design is made before the building', async (at) => {
    const one = await apply(at, { on: '2025-01-10' });
    await one.by('engineer', 'application.routed', {
      designNeeded: true,
      designBy: 'operator',
      contractorNeeded: false,
    });
    await one.by('engineer', 'design.received', { on: '2025-01-10' });
    await at('2025-01-20');
    await one.by('engineer', 'offer.issued', offer());
    await one.by('customer', 'contract.signed', BY_CUSTOMER);
    await one.by('engineer', 'contract.signed', BY_OPERATOR);
    await one.by('finance', 'payment.received', payment('2025-01-20'));
    await at('2025-02-10');
    await one.by('engineer', 'works.started', { on: '2025-02-10' });
    expect(one.view.regions?.works).toBe('building');
  }),

  story('II.13.1.1: a flawed design stops the works and moves the term by twenty days (L41)', async (at) => {
    const one = await building(at);
    await at('2025-06-01');
    await one.refused(
      'customer',
      'works.suspended',
      { ...FLAWS, from: '2025-06-01', remedyBy: '2025-06-30' },
      { status: 403 },
    );
    await one.refused(
      'engineer',
      'works.suspended',
      { ...FLAWS, from: '2025-05-31', remedyBy: '2025-06-30' },
      { clause: 'II.13.1.1' },
    );
    await one.refused(
      'engineer',
      'works.suspended',
      { ...FLAWS, from: '2025-06-01' },
      { status: 422, field: 'remedyBy' },
    );
    await one.refused(
      'engineer',
      'works.suspended',
      { ...FLAWS, from: '2025-06-01', remedyBy: '2025-06-01' },
      { status: 422, field: 'remedyBy' },
    );
    await one.by('engineer', 'works.suspended', { ...FLAWS, from: '2025-06-01', remedyBy: '2025-06-30' });
    expect(one.view).toMatchObject({
      status: 'suspended',
      awaits: 'customer',
      regions: { works: 'suspended' },
    });
    expect(one.deadline('term')?.state).toBe('frozen');
    expect(one.deadline('remedy')).toMatchObject({
      lastDay: '2025-06-30',
      clause: 'II.13.1.1',
      state: 'running',
    });
    await one.refused(
      'engineer',
      'works.suspended',
      { ...FLAWS, from: '2025-06-01', remedyBy: '2025-06-30' },
      {},
    );
    await one.refused('engineer', 'works.completed', { on: '2025-06-01', channel: 'portal' }, {});
    await at('2025-06-21');
    await one.refused('engineer', 'works.resumed', { reason: 'digging-ban', on: '2025-06-21' }, {});
    await one.by('engineer', 'works.resumed', { reason: 'design-flaws', on: '2025-06-21' });
    expect(one.view).toMatchObject({
      status: 'in-force',
      dates: { termOn: '2025-10-20' },
      regions: { works: 'building' },
    });
    expect(one.deadline('term')).toMatchObject({ lastDay: '2025-10-20', state: 'running' });
    expect(one.deadline('remedy')?.state).toBe('met');
    const letters = await one.noticeIds();
    expect(letters.slice(-2)).toEqual(['N-SUSP-1', 'N-RESUME']);
    expect(
      (await one.told()).some((line) => line.includes('amended')),
      'II.12.3: no amendment',
    ).toBe(false);
  }),

  story('II.13.1.2: preparatory works resume on the day of their proof (L44)', async (at) => {
    const one = await building(at, { offer: { termOn: '2025-10-31' } });
    await at('2025-06-29');
    await one.by('engineer', 'works.suspended', {
      ...PREPARATION,
      from: '2025-06-29',
      remedyBy: '2025-08-01',
    });
    expect(one.deadline('remedy')?.clause).toBe('II.13.1.2');
    expect((await one.noticeIds()).at(-1)).toBe('N-SUSP-2');
    await at('2025-07-09');
    await one.refused(
      'engineer',
      'works.resumed',
      { reason: 'preparatory-works', on: '2025-07-10' },
      { status: 422, field: 'on' },
    );
    await one.by('engineer', 'works.resumed', { reason: 'preparatory-works', on: '2025-07-09' });
    expect(one.view.dates.termOn).toBe('2025-11-10');
  }),

  story('II.13.1.3: either party reports conditions; more than five days move the term (L45)', async (at) => {
    const one = await building(at);
    await at('2025-04-14');
    await one.by('customer', 'works.suspended', { ...FROST, from: '2025-04-10', likelyEndOn: '2025-04-25' });
    expect(one.view.status).toBe('suspended');
    expect(one.deadline('conditions-notice')).toMatchObject({
      lastDay: '2025-04-15',
      clause: 'II.13.1.3',
      state: 'met',
    });
    expect((await one.noticeIds()).at(-1)).toBe('N-SUSP-3');
    await at('2025-04-20');
    await one.by('engineer', 'works.resumed', { reason: 'adverse-conditions', on: '2025-04-20' });
    expect(one.view.dates.termOn).toBe('2025-10-10');
  }),

  story('II.13.1.3: five days or fewer move nothing', async (at) => {
    const one = await building(at);
    await at('2025-04-10');
    await one.by('engineer', 'works.suspended', { ...FROST, from: '2025-04-10', likelyEndOn: '2025-04-15' });
    await at('2025-04-15');
    await one.by('customer', 'works.resumed', { reason: 'adverse-conditions', on: '2025-04-15' });
    expect(one.view).toMatchObject({ status: 'in-force', dates: { termOn: '2025-09-30' } });
  }),

  story('II.13.1.3: a late notice counts from the notice, not from the frost (T-34)', async (at) => {
    const one = await building(at);
    await at('2025-04-20');
    await one.by('engineer', 'works.suspended', { ...FROST, from: '2025-04-10', likelyEndOn: '2025-05-01' });
    expect(one.deadline('conditions-notice')).toMatchObject({ lastDay: '2025-04-15', state: 'missed' });
    await at('2025-04-30');
    await one.by('engineer', 'works.resumed', { reason: 'adverse-conditions', on: '2025-04-30' });
    expect(one.view.dates.termOn).toBe('2025-10-10');
  }),

  story('II.13.1: overlapping reasons count once, and works resume with the last (T-28)', async (at) => {
    const one = await building(at);
    await at('2025-06-01');
    await one.by('engineer', 'works.suspended', { ...FLAWS, from: '2025-06-01', remedyBy: '2025-07-31' });
    await at('2025-06-11');
    await one.by('engineer', 'works.suspended', { ...BAN, from: '2025-06-11', likelyEndOn: '2025-07-01' });
    expect((await one.noticeIds()).at(-1)).toBe('N-SUSP-4');
    await at('2025-06-21');
    await one.by('engineer', 'works.resumed', { reason: 'design-flaws', on: '2025-06-21' });
    expect(one.view).toMatchObject({ status: 'suspended', awaits: 'operator' });
    await at('2025-07-01');
    await one.by('engineer', 'works.resumed', { reason: 'digging-ban', on: '2025-07-01' });
    expect(one.view, '30 days, not 40').toMatchObject({
      status: 'in-force',
      dates: { termOn: '2025-10-30' },
    });
    expect((await one.noticeIds()).filter((id) => id === 'N-RESUME')).toHaveLength(1);
  }),

  story(
    'II.13.1: the term does not pass while works are suspended (T-29); due dates go on (T-36)',
    async (at) => {
      const one = await building(at);
      await at('2025-09-20');
      await one.by('engineer', 'works.suspended', { ...BAN, from: '2025-09-20' });
      await at('2025-10-15');
      expect(await one.now()).toMatchObject({ status: 'suspended' });
      expect(one.deadline('term')?.state).toBe('frozen');
      await one.by('engineer', 'works.resumed', { reason: 'digging-ban', on: '2025-10-15' });
      expect(one.deadline('term')).toMatchObject({ lastDay: '2025-10-25', state: 'running' });
    },
  ),

  story('II.13.2: flaws not cured by their date end the contract without refund (L47)', async (at) => {
    const one = await building(at);
    await at('2025-06-01');
    const unremedied = { reason: 'unremedied', facts: 'Projekts nav labots.', reasons: '13.2. punkts' };
    await one.refused('service', 'contract.terminated', unremedied, { clause: 'II.13.2' });
    await one.by('engineer', 'works.suspended', { ...FLAWS, from: '2025-06-01', remedyBy: '2025-06-20' });
    await one.refused('service', 'contract.terminated', unremedied, {
      clause: 'II.13.2',
      allowedFrom: '2025-06-21',
    });
    await at('2025-06-21');
    await one.now();
    expect(one.deadline('remedy')).toMatchObject({ state: 'missed', overdue: true });
    await one.approved('service', 'finance', 'contract.terminated', unremedied);
    expect(one.view).toMatchObject({
      status: 'terminated',
      ending: { reason: 'unremedied', clause: 'II.13.2', by: 'operator' },
      money: { received: SHARE, refundDue: '0.00', outstanding: '0.00' },
    });
    await one.refused(
      'finance',
      'refund.decided',
      { refund: '100.00', retained: '5950.00', reasons: 'x' },
      { clause: 'II.13.2' },
    );
  }),

  story('II.14.5: the customer leaves while the works are suspended (L71)', async (at) => {
    const one = await building(at);
    await at('2025-06-10');
    await one.by('engineer', 'works.suspended', { ...BAN, from: '2025-06-10' });
    await at('2025-06-15');
    await one.by('customer', 'contract.withdrawn', { form: 'portal' });
    expect(one.view).toMatchObject({
      status: 'terminated',
      ending: { reason: 'customerExit', clause: 'II.14.5', by: 'customer' },
      dates: { endedOn: '2025-06-15' },
      awaits: 'operator',
    });
  }),

  story(
    'II.17.2: force majeure is notified within five days, and a late contractor is none (L69)',
    async (at) => {
      const one = await building(at);
      await at('2025-06-05');
      const storm = { startedOn: '2025-06-01', event: 'Vētra izgāzusi balstus', likelyEndOn: '2025-06-20' };
      await one.refused('engineer', 'force-majeure.ended', { on: '2025-06-05' }, { clause: 'II.17.2' });
      await one.refused(
        'engineer',
        'force-majeure.notified',
        { ...storm, startedOn: '2025-06-06' },
        { status: 422, field: 'startedOn' },
      );
      await one.refused(
        'engineer',
        'force-majeure.notified',
        { ...storm, event: 'Būvnieka kavējums' },
        { clause: 'II.17.1' },
      );
      await one.refused(
        'engineer',
        'force-majeure.notified',
        { ...storm, startedOn: '2025-03-13' },
        { clause: 'II.17.1' },
      );
      await one.by('engineer', 'force-majeure.notified', storm);
      expect(one.deadline('force-majeure-notice')).toMatchObject({ lastDay: '2025-06-06', state: 'met' });
      expect(one.deadline('force-majeure-end')).toMatchObject({
        earliestDay: '2025-07-02',
        clause: 'II.14.2.3',
        state: 'running',
      });
      expect((await one.noticeIds()).at(-1)).toBe('N-FM');
      await at('2025-06-18');
      await one.by('customer', 'force-majeure.ended', { on: '2025-06-18' });
      expect(one.deadline('force-majeure-end')?.state).toBe('void');
      await one.refused(
        'engineer',
        'force-majeure.notified',
        { ...storm, startedOn: '2025-06-10' },
        { clause: 'II.17.2', code: 'force-majeure.notified-late' },
      );
      await at('2025-07-10');
      expect(await one.now(), 'no automatic extension (OQ-SUS-4)').toMatchObject({
        status: 'in-force',
        dates: { termOn: '2025-09-30' },
      });
    },
  ),

  story(
    'II.14.2.3: more than a month of force majeure ends a contract whose works had started (L68)',
    async (at) => {
      const one = await building(at);
      await at('2025-06-03');
      await one.by('customer', 'force-majeure.notified', {
        startedOn: '2025-06-01',
        event: 'Plūdi',
        likelyEndOn: '2025-08-01',
      });
      await at('2025-07-01T23:59');
      expect(await one.status()).toBe('in-force');
      await at('2025-07-02T00:00');
      expect(await one.now()).toMatchObject({
        status: 'terminated',
        ending: { reason: 'forceMajeure', clause: 'II.14.2.3', by: 'clause' },
        dates: { endedOn: '2025-07-02', connectedOn: null },
        awaits: 'operator',
      });
      await one.refused(
        'finance',
        'refund.decided',
        { refund: '6000.00', retained: '0.00', reasons: 'x' },
        { status: 422, field: 'refund' },
      );
      await one.by('finance', 'refund.decided', {
        refund: '6000.00',
        retained: '50.00',
        reasons: 'Pierādītie izdevumi.',
      });
      expect(one.view.money.refundDue).toBe('6000.00');
    },
  ),

  story('II.14.2.3: a new term agreed by both keeps the contract through force majeure', async (at) => {
    const one = await building(at);
    await at('2025-06-03');
    await one.by('engineer', 'force-majeure.notified', {
      startedOn: '2025-06-01',
      event: 'Plūdi',
      likelyEndOn: '2025-08-01',
    });
    await one.by('engineer', 'term.extended', { termOn: '2025-12-31' });
    expect(one.view.dates.termOn, 'one consent alone moves nothing').toBe('2025-09-30');
    await one.by('customer', 'term.extended', { termOn: '2025-12-31', agreement: 'Piekrītu.' });
    expect(one.view.dates.termOn).toBe('2025-12-31');
    await at('2025-07-03');
    expect(await one.status()).toBe('in-force');
  }),

  story('II.14.2.3: force majeure before the works ends nothing', async (at) => {
    const one = await signed(at, { offer: { paymentDueOn: '2025-08-29' } });
    await at('2025-06-02');
    await one.by('engineer', 'force-majeure.notified', {
      startedOn: '2025-06-01',
      event: 'Plūdi',
      likelyEndOn: '2025-08-01',
    });
    await at('2025-07-10');
    expect(await one.status()).toBe('in-force');
    expect(one.deadline('force-majeure-end')?.state).toBe('void');
  }),

  story(
    'II.4.5, II.4.6: completed and not ready by the term, the operator ends it from the next day (L52)',
    async (at) => {
      const one = await completed(at);
      const notReady = { reason: 'notReady', facts: 'Gatavība nav apliecināta.', reasons: '4.6. punkts' };
      await at('2025-09-30T23:00');
      expect((await one.now()).awaits).toBe('customer');
      await one.refused('service', 'contract.terminated', notReady, {
        clause: 'II.4.6',
        allowedFrom: '2025-10-01',
      });
      await at('2025-10-01');
      await one.now();
      expect(one.deadline('term')).toMatchObject({ lastDay: '2025-09-30', state: 'missed', overdue: true });
      expect((await at.client.find('service', one.id)).flags).toContainEqual({
        name: 'not-ready-by-term',
        on: '2025-10-01',
      });
      await one.refused('customer', 'readiness.confirmed', READY, { clause: 'II.4.5' });
      expect(one.view.status, 'a right, never a silent timer').toBe('in-force');
      await one.approved('service', 'service2', 'contract.terminated', notReady);
      expect(one.view).toMatchObject({
        status: 'terminated',
        ending: { reason: 'notReady', clause: 'II.4.6', by: 'operator' },
        dates: { operatorFulfilledOn: '2025-08-10', connectedOn: null, endedOn: '2025-10-01' },
      });
      expect((await one.noticeIds()).at(-1)).toBe('N-END');
    },
  ),

  story('II.4.6: a term extended by both sides lets the customer be ready later (L53)', async (at) => {
    const one = await completed(at);
    await at('2025-10-05');
    await one.refused(
      'customer',
      'term.extended',
      { termOn: '2025-10-05' },
      { status: 422, field: 'termOn' },
    );
    await one.by('customer', 'term.extended', { termOn: '2025-11-30' });
    await one.by('engineer', 'term.extended', { termOn: '2025-12-01' });
    expect(one.view.dates.termOn, 'two different days agree on nothing').toBe('2025-09-30');
    await one.by('customer', 'term.extended', { termOn: '2025-12-01' });
    expect(one.view.dates.termOn).toBe('2025-12-01');
    expect(one.deadline('term')).toMatchObject({ lastDay: '2025-12-01', state: 'running' });
    await at('2025-11-20');
    await one.by('customer', 'readiness.confirmed', READY);
    expect(one.view.status).toBe('fulfilled');
  }),

  story('II.4.6: agreed use of system services takes the term’s edge off (L54)', async (at) => {
    const one = await completed(at);
    await at('2025-10-05');
    await one.by('service', 'usage.agreed', { agreement: 'Lieto sistēmas pakalpojumu līdz gatavībai.' });
    await one.by('customer', 'usage.agreed', { agreement: 'Piekrītu.' });
    expect(one.deadline('term')?.state).toBe('void');
    await one.refused('service', 'contract.terminated', { reason: 'notReady', facts: 'x', reasons: 'x' }, {});
    await at('2025-12-10');
    await one.by('customer', 'readiness.confirmed', READY);
    expect(one.view.status).toBe('fulfilled');
  }),

  story(
    'II.4.5: while the operator itself has not completed, the customer’s silence ends nothing (L57, T-21)',
    async (at) => {
      const one = await building(at);
      await at('2025-10-01');
      await one.now();
      expect(one.deadline('term')).toMatchObject({ state: 'missed', awaits: 'operator', overdue: true });
      expect((await at.client.find('service', one.id)).flags).toContainEqual({
        name: 'term-missed-by-operator',
        on: '2025-10-01',
      });
      const notReady = { reason: 'notReady', facts: 'x', reasons: 'x' };
      await one.refused('service', 'contract.terminated', notReady, { clause: 'II.4.5' });
      await at('2025-10-20');
      await one.by('engineer', 'works.completed', { on: '2025-10-20', channel: 'portal' });
      await one.by('customer', 'readiness.confirmed', READY);
      expect(one.view.status).toBe('fulfilled');
    },
  ),
];
