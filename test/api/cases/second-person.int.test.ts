import { describe, expect, test } from 'vitest';
import { approvalsSchema, caseSchema } from '../../../src/api/schemas.ts';
import { offer, payment } from '../../journeys/builders.ts';
import { describeOnBothDatabases } from '../../support/database.ts';
import { type Answer, TESTS_BEGIN } from '../running-api.ts';
import { casesOver, routed } from './cases-over.ts';

describeOnBothDatabases('cases over HTTP', (database) => {
  const { call, post, opened } = casesOver(database);

  describe('acts that need a second person', () => {
    const offered = { type: 'offer.issued', ...offer() };
    const paid = { type: 'payment.received', ...payment(TESTS_BEGIN.slice(0, 10)) };
    const terminated = {
      type: 'contract.terminated',
      reason: 'misled',
      facts: 'Dokumenti neatbilst.',
      reasons: '14.3.1',
    };

    async function inForce(): Promise<string> {
      const { id } = await opened();
      await post(id, routed, 'engineer');
      expect((await post(id, offered, 'engineer')).status).toBe(200);
      expect(await post(id, paid, 'finance')).toMatchObject({ status: 200, body: { status: 'in-force' } });
      return id;
    }

    const decided = (approvalId: string, as: string, body: object): Promise<Answer> =>
      call('post', `/approvals/${approvalId}`, { as, body });

    async function asked(id: string): Promise<string> {
      const answer = await post(id, terminated, 'service');
      expect(answer.status, JSON.stringify(answer.body)).toBe(202);
      return (answer.body as { approvalId: string }).approvalId;
    }

    test('202: the first person’s act changes nothing; another person of the role applies it', async () => {
      const id = await inForce();
      const approvalId = await asked(id);
      expect((await call('get', `/cases/${id}`)).body).toMatchObject({ status: 'in-force' });
      const waiting = approvalsSchema.parse((await call('get', '/approvals', { as: 'service2' })).body).items;
      expect(waiting.find((one) => one.id === approvalId)).toMatchObject({
        caseId: id,
        state: 'pending',
        askedBy: 'service',
      });

      expect((await decided(approvalId, 'customer', { decision: 'apply' })).status).toBe(404);
      expect((await decided(approvalId, 'service', { decision: 'apply' })).status).toBe(403);
      expect((await decided(approvalId, 'customer', { decision: 'perhaps' })).status).toBe(404);
      expect((await decided(approvalId, 'service2', { decision: 'perhaps' })).status).toBe(422);
      expect((await decided(approvalId, 'service2', {})).status).toBe(422);

      const applied = await decided(approvalId, 'service2', { decision: 'approve', reasons: 'Pareizi' });
      expect(applied.status, JSON.stringify(applied.body)).toBe(200);
      expect(caseSchema.parse(applied.body)).toMatchObject({
        status: 'terminated',
        ending: { reason: 'misled' },
      });
      expect((await decided(approvalId, 'service2', { decision: 'apply' })).status).toBe(409);
    });

    test('declined: the case stays as it is', async () => {
      const id = await inForce();
      const approvalId = await asked(id);
      const declined = await decided(approvalId, 'finance', { decision: 'decline', reasons: 'Par agru' });
      expect(declined).toMatchObject({ status: 200, body: { approvalId, state: 'declined' } });
      expect((await call('get', `/cases/${id}`)).body).toMatchObject({ status: 'in-force' });
    });

    test('II.14.4: no money goes back by one person, who decided on it or not', async () => {
      const id = await inForce();
      expect((await post(id, terminated, 'service')).status).toBe(202);
      const ended = await post(id, { type: 'contract.withdrawn', form: 'portal' }, 'customer');
      expect(ended.status, JSON.stringify(ended.body)).toBe(200);
      const { refundDue } = caseSchema.parse(ended.body).money;
      const back = { type: 'refund.decided', refund: refundDue, retained: '0.00', reasons: 'Atteikums' };
      expect((await post(id, back, 'finance')).status).toBe(200);

      const pays = { type: 'refund.paid', on: TESTS_BEGIN.slice(0, 10), amount: refundDue };
      const owedStill = async () =>
        caseSchema.parse((await call('get', `/cases/${id}`)).body).money.refundDue;
      for (const first of ['finance', 'finance2']) {
        const answer = await post(id, pays, first);
        expect(answer.status, JSON.stringify(answer.body)).toBe(202);
        const { approvalId } = answer.body as { approvalId: string };
        expect((await decided(approvalId, first, { decision: 'apply' })).status).toBe(403);
        expect(await owedStill()).toBe(refundDue);
        const second = first === 'finance' ? 'finance2' : 'finance';
        if (first === 'finance2')
          expect((await decided(approvalId, second, { decision: 'apply' })).status).toBe(200);
        else await decided(approvalId, second, { decision: 'decline', reasons: 'Vispirms pārbaudīt' });
      }
      expect(await owedStill()).toBe('0.00');
    });

    test('D-22: who asked takes it back, and nobody applies it afterwards', async () => {
      const id = await inForce();
      const approvalId = await asked(id);
      expect((await decided(approvalId, 'service', { decision: 'decline' })).status).toBe(200);
      expect((await decided(approvalId, 'service2', { decision: 'apply' })).status).toBe(409);
      expect((await call('get', `/cases/${id}`)).body).toMatchObject({ status: 'in-force' });
    });

    test('403: a customer asks for no approvals; 404: one that is not there', async () => {
      expect((await call('get', '/approvals', { as: 'customer' })).status).toBe(403);
      for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
        expect((await decided(id, 'service2', { decision: 'apply' })).status).toBe(404);
      }
    });
  });
});
