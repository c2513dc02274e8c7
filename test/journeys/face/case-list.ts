import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../../workflows/status.ts';
import type { Face } from './face.ts';

export function describeCaseList({ call }: Face): void {
  describe('the list of cases', () => {
    test.each([
      'status=lost',
      'status=received,lost',
      'awaits=everybody',
      'overdue=perhaps',
      'limit=0',
      'limit=201',
      'limit=-5',
      'limit=ten',
      'limit=1e2',
      'limit=1&limit=2',
      'cursor=nonsense',
      `cursor=${Buffer.from('2025-02-30 00000000-0000-4000-8000-000000000000').toString('base64url')}`,
      `cursor=${'x'.repeat(600)}`,
      'q=%00',
      'sort=name',
      'status[]=received',
    ])('422: ?%s', async (query) => {
      expect((await call('service', 'GET', `/cases?${query}`)).status).toBe(422);
    });

    test('every status may be asked for, alone and with others', async () => {
      for (const status of STATUSES)
        expect((await call('service', 'GET', `/cases?status=${status}`)).status).toBe(200);
      expect(
        (
          await call(
            'service',
            'GET',
            `/cases?status=${STATUSES.join(',')}&awaits=nobody&overdue=0&limit=200&q=`,
          )
        ).status,
      ).toBe(200);
    });
  });
}
