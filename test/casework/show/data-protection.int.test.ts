import { beforeAll, expect, test } from 'vitest';
import { readsOf } from '../../../db/accounts.ts';
import { person, timeFrom } from '../../administration/office.ts';
import { type House, offered, openHouse } from '../../delivery/house.ts';
import { describeOnBothDatabases } from '../../support/database.ts';

describeOnBothDatabases('what data protection reads of a case (ADR 0092)', (database) => {
  let house: House;
  let id: string;

  beforeAll(async () => {
    house = await openHouse(database(), timeFrom('2025-03-10'));
    ({ id } = await offered(house, { channel: 'portal' }));
  });
  const readBy = async () => (await readsOf(database(), id)).map(({ account, what }) => `${account} ${what}`);
  const told = async () =>
    new Map(
      (await house.casework.history(person('privacy'), id)).map(({ type, data }) => [type, data] as const),
    );

  test('nothing of what was applied for or offered, and that is no reading of personal data', async () => {
    for (const [type, data] of await told()) expect(data, type).toEqual({});
    expect(await readBy()).toEqual([]);
  });

  test('the request that it decides on, which is noted as read', async () => {
    const request = { right: 'access', text: 'Ko par mani zināt?' } as const;
    await house.act('customer', id, 'data-request.filed', request);
    const history = await told();
    expect(history.get('data-request.filed')).toEqual(request);
    expect(history.get('application.submitted')).toEqual({});
    expect(await readBy()).toEqual(['privacy history']);
    await house.act('privacy', id, 'data-request.answered', {
      right: 'access',
      outcome: 'granted',
      text: 'Datu kopija ir portālā.',
    });
    expect(await house.letter(id, 'N-GDPR')).toMatchObject({
      channel: 'portal',
      deliveredState: 'delivered',
    });
  });
});
