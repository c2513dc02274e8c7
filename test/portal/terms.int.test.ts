import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { DELIVERED_TERMS } from '../../src/law/terms/delivered.ts';
import { type Client, clientOf } from '../journeys/client.ts';
import { instantOf } from '../journeys/story.ts';
import { openFreshEmbedded } from '../support/database.ts';
import { type RunningPortal, runPortal } from './running-portal.ts';

/** Part II and its amendments as anybody reads them (II.1.5, N-GTC). */

let db: Database;
let portal: RunningPortal;
let client: Client;

const AMENDED = {
  kind: 'terms',
  version: '2025-05-01',
  publishedOn: '2025-03-10',
  effectiveOn: '2025-05-01',
  ground: 'authority',
  source: 'SPRK lēmums Nr. 1/9',
  parameters: { ...DELIVERED_TERMS.parameters, objectionDays: 45 },
};

const proposed = async (proposal: object) =>
  await client.call('admin', 'POST', '/law/proposals', { body: proposal });

beforeAll(async () => {
  db = await openFreshEmbedded();
  portal = await runPortal(db, { clockFrom: instantOf('2025-03-10').toString() });
  client = clientOf(portal.address);
}, 60_000);
afterAll(async () => {
  await portal.stop();
  await db.close();
});

const page = async (language = 'lv') => {
  const { status, text, html } = await portal.visitor().get('/terms', { 'Accept-Language': language });
  expect(status).toBe(200);
  return { text, html };
};

test('the version in force stands there before anything was amended', async () => {
  const { text } = await page();
  expect(text).toContain(`Redakcija ${DELIVERED_TERMS.version} Stāvoklis Spēkā tagad`);
  expect(text).toContain('Pirmā redakcija šajā portālā.');
  expect(text).not.toContain('vēl nav spēkā');
});

test('II.1.5: with fewer than 30 complete days between there is no amendment to announce', async () => {
  const { status, body } = await proposed({ ...AMENDED, effectiveOn: '2025-04-09' });
  expect(status).toBe(409);
  expect(body).toMatchObject({ clause: 'II.1.5', allowedFrom: '2025-04-10' });
});

test('an amendment is announced with its ground, its effective day and what it changes', async () => {
  const { body } = await proposed(AMENDED);
  expect((await page()).text).not.toContain('vēl nav spēkā');
  const { id } = body as { id: string };
  const approved = await client.call('admin2', 'POST', `/law/proposals/${id}`, {
    body: { decision: 'approve' },
  });
  expect(approved.status).toBe(200);
  const { text, html } = await page();
  expect(text).toContain(
    'Redakcija 2025-05-01 Stāvoklis Izziņota, vēl nav spēkā Izziņota 2025. gada 10. marts',
  );
  expect(text).toContain('Spēkā no 2025. gada 1. maijs');
  expect(text).toContain('Grozījumu pamats Iestādes norādījums');
  expect(text.replaceAll('\u00a0', ' ')).toContain('11.2. punkts 30 dienas 45 dienas');
  expect(html.match(/<tbody/g)).toHaveLength(1);
  expect(html.indexOf('2025-05-01')).toBeLessThan(html.indexOf('Spēkā tagad'));
  const english = (await page('en')).text;
  expect(english).toContain('Announced, not in force yet');
  expect(english).toContain('Until now From then on');
});

test('II.1.1: its text is read by anybody, once the operator has stored it', async () => {
  const address = `${portal.address}/terms/2025-05-01`;
  expect((await fetch(address)).status).toBe(404);
  const { token } = (await (
    await fetch(`${portal.address}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password: 'demo' }),
    })
  ).json()) as { token: string };
  const stored = await fetch(`${portal.address}/api/v1/law/terms/2025-05-01/document?name=II-dala.pdf`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/pdf', Authorization: `Bearer ${token}` },
    body: '%PDF-1.7 II daļa',
  });
  expect(stored.status).toBe(201);
  expect((await page()).html).toContain('href="/terms/2025-05-01"');
  const read = await fetch(address);
  expect([read.status, read.headers.get('Content-Type'), await read.text()]).toEqual([
    200,
    'application/pdf',
    '%PDF-1.7 II daļa',
  ]);
});

test('on its day the amendment is in force, and the version before it is not', async () => {
  await client.moveTo(instantOf('2025-05-01'));
  const { text } = await page();
  expect(text).toContain('Redakcija 2025-05-01 Stāvoklis Spēkā tagad');
  expect(text).toContain(
    `Redakcija ${DELIVERED_TERMS.version} Stāvoklis Vairs nav spēkā jauniem piedāvājumiem`,
  );
});
