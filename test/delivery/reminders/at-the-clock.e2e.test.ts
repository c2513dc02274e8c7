import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Product, startProduct } from '../../browser/product.ts';
import { application, offer, SIMPLE_ROUTE } from '../../journeys/builders.ts';
import { type Relay, startRelay } from '../relay.ts';

/** The real process: POST /clock sends what falls due on the way, in order. */
let relay: Relay;
let product: Product;

beforeAll(async () => {
  relay = await startRelay();
  product = await startProduct({
    clockStart: '2025-03-10T08:00:00Z',
    environment: { SMTP_URL: relay.url },
  });
}, 120_000);
afterAll(async () => {
  await product.stop();
  await relay.stop();
});

test('PO-09: a moved clock sends the reminder before the letters of the end of the window', async () => {
  const { id } = (await product.call('POST', '/cases', 'customer', application())).body as { id: string };
  const event = (type: string, data: object) =>
    product.call('POST', `/cases/${id}/events`, 'engineer', { type, ...data });
  await event('application.routed', SIMPLE_ROUTE);
  expect((await event('offer.issued', offer({ channel: 'email' }))).status).toBe(200);
  const wanted = {
    deadlines: ['objection-window'],
    daysBefore: 2,
    email: 'atgadini@piemers.example',
    language: 'lv',
  };
  expect(await product.call('PUT', `/cases/${id}/reminders`, 'customer', wanted)).toMatchObject({
    status: 200,
    body: { sends: true, planned: [{ lastDay: '2025-04-09', on: '2025-04-07' }] },
  });
  await product.moveClock({ now: '2025-04-30T08:00:00Z' });
  const subjects = relay.arrived.map(({ mail }) =>
    mail.subject?.replaceAll('\u00a0', ' ').replace(/ \(.*/, ''),
  );
  const reminder = subjects.findIndex((one) => one?.startsWith('Atgādinājums: iebildumu termiņš'));
  const warning = subjects.findIndex((one) => one?.startsWith('Brīdinājums'));
  expect(reminder).toBeGreaterThan(-1);
  expect(warning).toBeGreaterThan(reminder);
  expect(relay.arrived[reminder]!.to).toEqual(['atgadini@piemers.example']);
  const { body } = await product.call('GET', `/cases/${id}/reminders`, 'customer');
  expect(body).toMatchObject({
    planned: [],
    past: [{ deadline: 'objection-window', sentAt: '2025-04-07T05:00:00Z', waits: false }],
  });
}, 120_000);
