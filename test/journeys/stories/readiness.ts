import { expect } from 'vitest';
import { building, COMPANY, completed, payment, quote, READY, SHARE, signed } from '../builders.ts';
import { story } from '../story.ts';

/** From completion to the connected object (II.2.6, II.4). */

export const READINESS_STORIES = [
  story(
    'II.11.5 to II.14.2.1: straight through, from application to a closed, connected contract',
    async (at) => {
      const one = await building(at);
      await at('2025-08-10');
      await one.refused(
        'engineer',
        'works.completed',
        { on: '2025-08-11', channel: 'portal' },
        { status: 422, field: 'on' },
      );
      await one.by('engineer', 'works.completed', { on: '2025-08-01', channel: 'portal' });
      expect(one.view, 'II.2.7: the day of the notice, not of the last spade (L48)').toMatchObject({
        regions: { works: 'completed', payment: 'paid' },
        dates: { completedOn: '2025-08-10', operatorFulfilledOn: '2025-08-10', customerFulfilledOn: null },
        awaits: 'customer',
      });
      expect((await one.noticeIds()).slice(-2)).toEqual(['N-COMPL', 'N-FINALINV']);
      await at('2025-08-20');
      await one.refused('engineer', 'connection.made', { on: '2025-08-20' }, { clause: 'II.4.1' });
      await one.refused(
        'customer',
        'readiness.confirmed',
        { installationsBuilt: true, preparedForVoltage: false },
        { status: 422, field: 'preparedForVoltage' },
      );
      await one.refused(
        'customer',
        'readiness.confirmed',
        { installationsBuilt: true },
        { status: 422, field: 'preparedForVoltage' },
      );
      await one.refused(
        'customer',
        'readiness.confirmed',
        { ...READY, on: '2025-08-21' },
        { status: 422, field: 'on' },
      );
      await one.by('customer', 'readiness.confirmed', {
        ...READY,
        tradingContract: { number: 'ET-123', trader: 'SIA "Tirgotājs"' },
      });
      expect(one.view).toMatchObject({
        status: 'fulfilled',
        awaits: 'operator',
        regions: { readiness: 'confirmed', link: 'not-connected' },
        dates: { readinessOn: '2025-08-20', customerFulfilledOn: '2025-08-20' },
        supplyMode: null,
      });
      expect(one.deadline('connection')).toMatchObject({
        lastDay: '2025-08-30',
        clause: 'II.4.1',
        state: 'running',
      });
      expect(one.deadline('term')?.state).toBe('met');
      await at('2025-08-25');
      await one.refused('engineer', 'connection.made', { on: '2025-08-26' }, { status: 422, field: 'on' });
      await one.refused('engineer', 'connection.made', { on: '2025-08-19' }, { allowedFrom: '2025-08-20' });
      await one.by('engineer', 'connection.made', { on: '2025-08-25' });
      expect(one.view).toMatchObject({
        status: 'closed',
        awaits: 'nobody',
        supplyMode: 'trading',
        ending: { reason: 'fulfilled', clause: 'II.14.2.1', by: 'clause' },
        dates: { connectedOn: '2025-08-25', endedOn: '2025-08-25' },
        regions: {
          payment: 'paid',
          works: 'completed',
          readiness: 'confirmed',
          link: 'connected',
          withdrawal: 'closed',
        },
        money: { customerShareGross: SHARE, received: SHARE, outstanding: '0.00', refundDue: '0.00' },
        termsVersion: '2018-01-01',
      });
      expect(one.deadline('connection')?.state).toBe('met');
      expect(await one.noticeIds()).toEqual([
        'N-RECEIPT',
        'N-OFFER',
        'N-ADVINV',
        'N-INFORCE',
        'N-COMPL',
        'N-FINALINV',
        'N-CONN',
      ]);
      await one.refused('customer', 'contract.withdrawn', { form: 'portal' }, {});
      await one.refused('service', 'contract.terminated', { reason: 'misled', facts: 'x', reasons: 'x' }, {});
    },
  ),

  story(
    'II.4.7: without a trading contract the object is connected as last guaranteed supply (L59)',
    async (at) => {
      const one = await completed(at);
      await at('2025-08-20');
      await one.by('service', 'readiness.confirmed', { ...READY, on: '2025-08-19' });
      expect(one.view.dates.readinessOn).toBe('2025-08-19');
      await one.by('engineer', 'connection.made', { on: '2025-08-20' });
      expect(one.view).toMatchObject({ status: 'closed', supplyMode: 'PGP' });
    },
  ),

  story(
    'II.4.1: readiness before completion waits; the ten days run from the later day (L56, T-23)',
    async (at) => {
      const one = await building(at);
      await at('2025-08-01');
      await one.by('customer', 'readiness.confirmed', READY);
      expect(one.view).toMatchObject({ status: 'in-force', awaits: 'operator' });
      expect(one.deadline('connection')).toBeUndefined();
      await one.refused('engineer', 'connection.made', { on: '2025-08-01' }, { clause: 'II.2.6' });
      await at('2025-08-10');
      await one.by('engineer', 'works.completed', { on: '2025-08-10', channel: 'portal' });
      expect(one.view.status).toBe('fulfilled');
      expect(one.deadline('connection')?.lastDay).toBe('2025-08-20');
      await at('2025-08-21T00:00');
      await one.now();
      expect(one.deadline('connection')).toMatchObject({ state: 'missed', overdue: true });
      await one.by('engineer', 'connection.made', { on: '2025-08-21' });
      expect(one.deadline('connection')?.state).toBe('missed');
      expect(one.view.status).toBe('closed');
    },
  ),

  story('II.4.5: readiness that proves false is confirmed again up to the term (L58, T-24)', async (at) => {
    const one = await completed(at);
    await at('2025-08-20');
    await one.by('customer', 'readiness.confirmed', READY);
    await at('2025-08-25');
    await one.refused('customer', 'readiness.disproved', { findings: 'x' }, { status: 403 });
    await one.by('engineer', 'readiness.disproved', { findings: 'Nav uzstādīts ievadaizsardzības aparāts.' });
    expect(one.view).toMatchObject({
      status: 'in-force',
      awaits: 'customer',
      regions: { readiness: 'disproved' },
      dates: { readinessOn: null },
    });
    expect((await one.noticeIds()).at(-1)).toBe('N-NOTREADY');
    await one.refused('engineer', 'connection.made', { on: '2025-08-25' }, { clause: 'II.4.1' });
    await at('2025-09-30T22:00');
    await one.by('customer', 'readiness.confirmed', READY);
    expect(one.deadline('connection')?.lastDay).toBe('2025-10-10');
    await at('2025-10-02');
    await one.by('engineer', 'readiness.disproved', { findings: 'Nekas nav mainījies.' });
    await one.refused('customer', 'readiness.confirmed', READY, { clause: 'II.4.5' });
    await one.approved('service', 'finance', 'contract.terminated', {
      reason: 'notInstalled',
      facts: 'Pārbaude 2. oktobrī.',
      reasons: '14.3.7. punkts',
    });
    expect(one.view).toMatchObject({
      status: 'terminated',
      ending: { reason: 'notInstalled', clause: 'II.14.3.7' },
    });
  }),

  story('II.4.2: where old installations are replaced, switch within 30 days, then cut (L50)', async (at) => {
    const one = await completed(at, { connection: { replacesOldInstallation: true } });
    await at('2025-08-20');
    await one.by('customer', 'readiness.confirmed', READY);
    expect(one.deadline('connection')).toMatchObject({ lastDay: '2025-09-19', clause: 'II.4.2' });
    await one.refused('engineer', 'old-supply.cut', { on: '2025-08-20' }, {});
    await at('2025-09-01');
    await one.by('engineer', 'connection.made', { on: '2025-09-01', loadSwitched: true });
    expect(one.view.status).toBe('closed');
    await one.refused(
      'engineer',
      'old-supply.cut',
      { on: '2025-08-31' },
      { clause: 'II.4.2', allowedFrom: '2025-09-01' },
    );
    await one.refused('engineer', 'old-supply.cut', { on: '2025-09-02' }, { status: 422, field: 'on' });
    await one.by('engineer', 'old-supply.cut', { on: '2025-09-01' });
    expect((await one.history()).at(-1)).toMatchObject({
      type: 'old-supply.cut',
      clause: 'II.4.2',
      status: 'closed',
    });
  }),

  story('II.4.2: nothing is cut before the load is switched', async (at) => {
    const one = await completed(at, { connection: { replacesOldInstallation: true } });
    await at('2025-08-20');
    await one.by('customer', 'readiness.confirmed', READY);
    await one.by('engineer', 'connection.made', { on: '2025-08-20', loadSwitched: false });
    await one.refused('engineer', 'old-supply.cut', { on: '2025-08-20' }, { clause: 'II.4.2' });
  }),

  story('II.4.2: a case without old installations has nothing to cut', async (at) => {
    const one = await completed(at);
    await at('2025-08-20');
    await one.by('customer', 'readiness.confirmed', READY);
    await one.by('engineer', 'connection.made', { on: '2025-08-20' });
    await one.refused('engineer', 'old-supply.cut', { on: '2025-08-20' }, { clause: 'II.4.2' });
  }),

  story(
    'II.4.4: a member of a common project who has not paid stays unconnected until paid (L70)',
    async (at) => {
      const unpaid = { paymentDueOn: '2025-06-02', worksBeforeFullPayment: true };
      const one = await signed(at, { offer: unpaid });
      await one.refused(
        'customer',
        'project.joined',
        { projectId: 'KP-7', shareNet: '5000.00' },
        { status: 403 },
      );
      await one.by('engineer', 'project.joined', { projectId: 'KP-7', shareNet: '5000.00' });
      expect(one.view.projectId).toBe('KP-7');
      await at('2025-04-01');
      await one.by('engineer', 'works.started', { on: '2025-04-01' });
      await at('2025-05-20');
      await one.by('engineer', 'works.completed', { on: '2025-05-20', channel: 'portal' });
      await one.by('customer', 'readiness.confirmed', READY);
      expect(one.view).toMatchObject({ status: 'in-force', regions: { link: 'refused' } });
      await one.refused('engineer', 'connection.made', { on: '2025-05-20' }, { clause: 'II.4.4' });
      await at('2025-05-26');
      await one.by('finance', 'payment.received', payment('2025-05-26'));
      expect(one.view).toMatchObject({ status: 'fulfilled', regions: { link: 'not-connected' } });
      await one.by('engineer', 'connection.made', { on: '2025-05-26' });
      expect(one.view.status).toBe('closed');
    },
  ),

  story('II.14.3.3: the operator leaves a common project whose members did not pay together', async (at) => {
    const due = { paymentDueOn: '2025-04-30', worksBeforeFullPayment: true };
    const paying = await signed(at, { offer: due });
    const owing = await signed(at, {
      on: '2025-03-14',
      offerOn: '2025-03-14',
      as: 'company',
      customer: COMPANY,
      offer: due,
    });
    const project = { projectId: 'KP-8', shareNet: '5000.00' };
    await paying.by('engineer', 'project.joined', project);
    await owing.by('engineer', 'project.joined', project);
    await at('2025-04-01');
    await owing.by('engineer', 'works.started', { on: '2025-04-01' });
    await paying.by('finance', 'payment.received', payment('2025-04-01'));
    const commonProject = {
      reason: 'commonProject',
      facts: 'Kopprojekta daļas nav samaksātas.',
      reasons: '14.3.3. punkts',
    };
    await paying.refused('service', 'contract.terminated', commonProject, {
      clause: 'II.14.3.3',
      allowedFrom: '2025-05-01',
    });
    await at('2025-05-02');
    await paying.approved('service', 'finance', 'contract.terminated', commonProject);
    expect(paying.view).toMatchObject({
      status: 'terminated',
      ending: { reason: 'commonProject', clause: 'II.14.3.3' },
    });
    await owing.by('finance', 'payment.received', payment('2025-05-02'));
    await owing.refused('service', 'contract.terminated', commonProject, { clause: 'II.14.3.3' });
  }),

  story(
    'II.2.2 by analogy: a share raised by amendment withholds the connection until paid (T-26)',
    async (at) => {
      const one = await building(at);
      await at('2025-05-05');
      const amended = { agreement: 'Garāks kabelis.', quote: { ...quote, costs: { loadUnit: '12000.00' } } };
      await one.by('engineer', 'contract.amended', { ...amended, paymentDueOn: '2025-12-01' });
      await one.by('customer', 'contract.amended', { agreement: 'Piekrītu.' });
      await at('2025-08-10');
      await one.by('engineer', 'works.completed', { on: '2025-08-10', channel: 'portal' });
      await one.by('customer', 'readiness.confirmed', READY);
      expect(one.view).toMatchObject({
        status: 'in-force',
        awaits: 'customer',
        money: { outstanding: '1210.00' },
      });
      await one.refused('engineer', 'connection.made', { on: '2025-08-10' }, { clause: 'II.2.2' });
      await one.by('finance', 'payment.received', payment('2025-08-10', '1210.00'));
      await one.by('engineer', 'connection.made', { on: '2025-08-10' });
      expect(one.view.status).toBe('closed');
    },
  ),
];
