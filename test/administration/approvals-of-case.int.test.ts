import { beforeAll, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../support/database.ts';
import { type Office, offered, openOffice, person, refusalOf, signed, timeFrom } from './office.ts';

const OPTIONS = { language: 'en' } as const;
const YES = { decision: 'apply', reasons: 'checked' } as const;
const MISLED = { reason: 'misled', facts: 'another owner', reasons: 'II.14.3.1' };

describeOnBothDatabases('acts that a second person decides', (database) => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice(database(), timeFrom('2025-03-10'));
  });

  const asked = async (who: string, id: string, type: string, data: Record<string, unknown>) => {
    const outcome = await office.casework.post(person(who), id, { type, data }, OPTIONS);
    return outcome.kind === 'awaits-approval'
      ? outcome.approvalId
      : expect.unreachable('it was done at once');
  };
  const approvals = (id: string, who = 'service') => office.casework.approvalsOf(person(who), id);

  test('the case names both persons, at the very instant of its history', async () => {
    const { id } = await offered(office, { paymentDueOn: '2025-04-30' });
    await signed(office, id);
    const approvalId = await asked('service', id, 'contract.terminated', MISLED);
    expect(await approvals(id)).toMatchObject([{ id: approvalId, state: 'pending', decidedBy: null }]);
    await office.casework.decide(person('service2'), approvalId, YES, OPTIONS);
    const entry = (await office.historyOf(id)).at(-1)!;
    expect(await approvals(id)).toMatchObject([
      {
        event: { type: 'contract.terminated', facts: 'another owner' },
        askedBy: 'service',
        state: 'applied',
        decidedBy: 'service2',
        decidedAt: entry.at,
        reasons: 'checked',
      },
    ]);
    expect([entry.type, entry.actor]).toEqual(['contract.terminated', 'service']);
  });

  test('II.8.1: those who work on no cases learn of the act and not of its content', async () => {
    const { id } = await offered(office, { paymentDueOn: '2025-04-30' });
    await signed(office, id);
    await asked('service', id, 'contract.terminated', MISLED);
    expect((await approvals(id, 'privacy'))[0]?.event).toEqual({ type: 'contract.terminated' });
    expect((await refusalOf(approvals(id, 'customer'))).kind).toBe('forbidden');
    expect((await refusalOf(approvals(id, 'company'))).kind).toBe('not-found');
    expect((await refusalOf(approvals(crypto.randomUUID()))).kind).toBe('not-found');
  });

  test('what waits when the customer ends the contract is void, and nobody can apply it', async () => {
    const { id } = await offered(office, { paymentDueOn: '2025-04-30' });
    await signed(office, id);
    const approvalId = await asked('service', id, 'contract.terminated', MISLED);
    await office.act('customer', id, 'contract.withdrawn', { form: 'portal' });
    expect(await approvals(id)).toMatchObject([{ state: 'void', decidedBy: 'customer' }]);
    expect((await office.casework.approvals(person('service2'))).map((one) => one.id)).not.toContain(
      approvalId,
    );
    const refusal = await refusalOf(office.casework.decide(person('service2'), approvalId, YES, OPTIONS));
    expect(refusal.code).toBe('approval.decided');
  });

  test('what waits when the clock ends a contract is void, in the same transaction', async () => {
    const { id } = await offered(office, { paymentDueOn: '2025-04-30' });
    await signed(office, id);
    await asked('service', id, 'contract.terminated', MISLED);
    await office.moveTo('2025-05-05');
    expect((await office.find(id)).status).toBe('terminated');
    expect(await approvals(id)).toMatchObject([{ state: 'void', decidedBy: 'clock' }]);
  });
});
