import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { type Alarm, runBreakGlass } from '../../src/commands/break-glass/break-glass.ts';
import { SADALES_TIKLS } from '../../src/law/operator.ts';
import { breakGlassMail } from '../../src/portal/administration/break-glass-mail.ts';
import { type RunningPortal, runPortal } from '../portal/running-portal.ts';
import { openFreshEmbedded } from '../support/database.ts';

/** Nobody gets in at the server quietly (D-22, ADR 0119). */
const PASSWORD = 'correct horse battery';
const REASON = 'Abi administratori ir slimi, rīt jāizsniedz piedāvājumi.';

let db: Database;
let portal: RunningPortal;
beforeAll(async () => {
  db = await openFreshEmbedded();
  portal = await runPortal(db);
}, 60_000);
afterAll(async () => {
  await portal.stop();
  await db.close();
});

async function run(args: readonly string[]) {
  const output = new PassThrough();
  const raised: Alarm[] = [];
  const code = await runBreakGlass(args, db, { input: Readable.from([`${PASSWORD}\n`]), output }, (alarm) => {
    raised.push(alarm);
    return Promise.resolve(0);
  });
  output.end();
  return { code, said: String(await output.setEncoding('utf8').toArray()), raised };
}

test('without a reason nobody is let in', async () => {
  for (const args of [['maija'], ['maija', '--reason', 'steidzami'], ['', '--reason', REASON]]) {
    const { code, raised } = await run(args);
    expect([code, raised]).toEqual([1, []]);
  }
  expect((await run(['customer', '--reason', REASON])).code).toBe(1);
});

test('who is let in is seen on the page of accounts by every administrator, with the reason', async () => {
  const { code, said, raised } = await run(['maija', '--reason', REASON]);
  expect([code, raised]).toMatchObject([0, [{ username: 'maija', reason: REASON }]]);
  expect(said).not.toContain(PASSWORD);
  const visitor = portal.visitor();
  await visitor.get('/sign-in');
  expect((await visitor.post('/sign-in', { username: 'maija', password: PASSWORD })).status).toBe(303);
  // The password that was typed at the server opens nothing but the choice of another.
  expect((await visitor.get('/admin/users')).location).toContain('/own-password');
  const admin = await portal.signedIn('admin');
  expect((await admin.get('/admin/users')).text).toMatch(
    new RegExp(`Avārijas piekļuve: maija.*${REASON.replaceAll('.', '\\.')}`),
  );
});

test('every other administrator and data protection is to be told, with the reason', async () => {
  await run(['oskars', '--reason', REASON]);
  const { raised } = await run(['maija', '--reason', REASON]);
  expect(raised[0]!.told.map(({ username }) => username)).toEqual(['oskars']);
  const mail = breakGlassMail(
    { email: 'oskars@piemers.example', language: 'lv' },
    raised[0]!,
    'https://portals.example',
    SADALES_TIKLS,
  );
  expect(mail).toMatchObject({ to: 'oskars@piemers.example' });
  expect(mail.text).toContain(REASON);
  expect(mail.text).toContain('maija');
});
