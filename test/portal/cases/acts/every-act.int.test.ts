import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../../db/connect.ts';
import { ACTS_WITH_FORM } from '../../../../src/portal/cases/acts/form-of-act.ts';
import { ROWS } from '../../../acts/index.ts';
import type { ActRow } from '../../../acts/row.ts';
import { type Client, clientOf } from '../../../journeys/client.ts';
import { instantOf, type Teller } from '../../../journeys/story.ts';
import { timeline } from '../../../journeys/timeline.ts';
import { openFreshEmbedded } from '../../../support/database.ts';
import { type RunningPortal, runPortal, type Visitor } from '../../running-portal.ts';
import { formAt, problemAt } from './form.ts';

/** Every act by its form: filled in wrongly and rightly, checked, confirmed, clicked twice, and found in
 *  the history. All rows run at once on one clock, each in a case of its own. */

type Told = { readonly ok: true } | { readonly ok: false; readonly reason: unknown };

let db: Database;
let portal: RunningPortal;
let client: Client;
const visitors = new Map<string, Promise<Visitor>>();
const told = new Map<ActRow, Promise<Told>>();

const as = (name: string): Promise<Visitor> => {
  const visitor = visitors.get(name) ?? portal.signedIn(name);
  visitors.set(name, visitor);
  return visitor;
};

/** From 2026 on annulments are made by hand. */
async function annulByHand(): Promise<void> {
  const { body } = await client.call('admin', 'POST', '/law/proposals', {
    body: {
      kind: 'setting',
      name: 'annulment.mode',
      value: 'propose',
      since: '2026-01-01',
      source: 'valdes lēmums',
    },
  });
  const path = `/law/proposals/${(body as { id: string }).id}`;
  const { status } = await client.call('admin2', 'POST', path, { body: { decision: 'approve' } });
  expect(status).toBe(200);
}

async function tell(row: ActRow, at: Teller): Promise<void> {
  const { type, second } = row;
  const { id } = await row.begin(at);
  const visitor = await as(row.as);
  const path = `/cases/${id}/acts/${type}`;
  const before = await client.history('service', id);

  const asked = await visitor.get(path);
  expect(asked.status, asked.text).toBe(200);
  const shown = formAt(asked.html, path);

  const wrong = await visitor.post(path, { ...shown, ...row.wrong.fields });
  expect(wrong.status, wrong.text).toBe(422);
  expect(problemAt(wrong.html, row.wrong.at), wrong.text).not.toBe('');
  expect(wrong.html).toContain(`href="#f-${row.wrong.at.replaceAll('.', '-')}"`);

  if (row.refused) {
    const sent = { ...shown, ...row.refused.fields, step: 'confirm' };
    const refused = await visitor.post(path, sent);
    expect(refused.status, refused.text).toBe(409);
    expect(refused.html).toContain('error-summary');
    expect(refused.text).toContain(row.refused.clause);
  }

  const confirm = await visitor.post(path, { ...shown, ...row.fields });
  expect(confirm.status, confirm.text).toBe(200);
  expect(confirm.text).toContain(row.tells ?? '');
  expect(await client.history('service', id), 'nothing has happened yet').toHaveLength(before.length);
  const sent = { ...formAt(confirm.html, path), step: 'confirm' };
  const done = await visitor.post(path, sent);
  const where = `/cases/${id}?${second ? 'waits' : 'acted'}=${type}`;
  expect(done.location, done.text).toBe(where);
  expect((await visitor.post(path, sent)).location, 'a second click').toBe(where);
  expect((await visitor.get(where)).status).toBe(200);

  if (second) await decide(row, id, second);
  const happened = (await client.history('service', id)).slice(before.length);
  expect(happened.filter((one) => one.type === type)).toMatchObject([
    { actor: row.as, data: row.records ?? {} },
  ]);
}

/** The first person cannot, the second one must say why and then applies it; the case names both. */
async function decide({ type, as: first }: ActRow, id: string, second: string): Promise<void> {
  expect((await client.history('service', id)).at(-1)?.type, 'nothing has happened yet').not.toBe(type);
  const approval = (await client.approvals(second)).find((one) => one.caseId === id)!;
  const path = `/approvals/${approval.id}`;
  const own = await (await as(first)).get('/approvals');
  expect(formAt(own.html, path), 'who asked can only take it back').toMatchObject({ decision: 'decline' });
  const forced = await (await as(first)).post(path, { decision: 'apply', reasons: 'pats' });
  expect(forced.status, forced.text).toBe(403);

  const other = await as(second);
  const page = await other.get('/approvals');
  const sent = { ...formAt(page.html, path), decision: 'apply' };
  const bare = await other.post(path, { ...sent, reasons: '' });
  expect(bare.status).toBe(422);
  const applied = await other.post(path, { ...sent, reasons: 'Pārbaudīts' });
  expect(applied.location, applied.text).toBe('/approvals?decided=applied');
  const shown = await other.get(`/cases/${id}`);
  expect(shown.text).toMatch(new RegExp(`Apstiprināja: \\S+ \\S+ \\(${second}\\)`));
}

beforeAll(async () => {
  db = await openFreshEmbedded();
  portal = await runPortal(db, { clockFrom: instantOf('2024-12-01').toString() });
  client = clientOf(portal.address);
  await annulByHand();
  const time = timeline((to) => client.moveTo(to));
  const at: Teller = Object.assign((localTime: string) => time.until(instantOf(localTime)), { client });
  for (const row of ROWS) {
    const outcome = time
      .run(() => tell(row, at))
      .then(
        (): Told => ({ ok: true }),
        (reason: unknown): Told => ({ ok: false, reason }),
      );
    told.set(row, outcome);
  }
}, 60_000);

afterAll(async () => {
  await portal.stop();
  await db.close();
});

describe('every act by its form', () => {
  test('is in the table', () => {
    const without = ACTS_WITH_FORM.filter((type) => ROWS.every((row) => row.type !== type));
    const missing = without.map((type) => `Add a row for '${type}' to a file of test/acts.`);
    expect(missing, missing.join(' ')).toEqual([]);
    expect(ROWS.filter(({ type }) => !ACTS_WITH_FORM.includes(type))).toEqual([]);
  });

  test('a customer is asked for no price: it is the operator who computes one', async () => {
    const row = ROWS.find((one) => one.type === 'contract.amended' && one.as === 'customer')!;
    await told.get(row);
    const customer = await as('customer');
    const { items } = await client.list('customer');
    const running = items.find(({ actions }) => actions.some((one) => one.type === 'contract.amended'))!;
    const page = await customer.get(`/cases/${running.id}/acts/contract.amended`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('name="quote.');
  }, 120_000);

  test.each(ROWS.map((row) => [`${row.type} by ${row.as}`, row] as const))(
    '%s',
    async (_name, row) => {
      const outcome = await told.get(row)!;
      if (!outcome.ok) throw outcome.reason;
    },
    120_000,
  );
});
