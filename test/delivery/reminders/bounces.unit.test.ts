import { expect, test } from 'vitest';
import { tellsOfNoNotice } from '../../../src/delivery/bounces/match.ts';

const report = (envelopeId: string | null, ...messageIds: string[]) => ({
  failed: true,
  envelopeId,
  messageIds,
  reason: '5.1.1 no such user',
});
const UUID = '11111111-2222-4333-8444-555555555555';

test('II.16.4.3: a reminder that came back is known by its envelope or message id, and is no failed notice', () => {
  expect(tellsOfNoNotice(report(`reminder-${UUID}`))).toBe(true);
  expect(tellsOfNoNotice(report(null, `<reminder-${UUID}@sadalestikls.lv>`))).toBe(true);
  expect(tellsOfNoNotice(report(`${UUID}-3-0`, `<${UUID}-3-0@sadalestikls.lv>`))).toBe(false);
});
