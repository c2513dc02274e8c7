import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { smtpMailer } from '../../../src/delivery/mail.ts';
import { type Relay, startRelay } from '../../delivery/relay.ts';
import { openFreshEmbedded } from '../../support/database.ts';
import { type RunningPortal, runPortal, type Shown, type Visitor } from '../running-portal.ts';

const PUBLIC = 'https://portals.example';

describe('four eyes over people, by forms (D-22)', () => {
  let db: Database;
  let relay: Relay;
  let portal: RunningPortal;
  let admin: Visitor;
  let admin2: Visitor;

  beforeAll(async () => {
    db = await openFreshEmbedded();
    relay = await startRelay();
    const mailer = smtpMailer(relay.url, null);
    portal = await runPortal(db, { services: { mailer, publicUrl: PUBLIC } });
    [admin, admin2] = [await portal.signedIn('admin'), await portal.signedIn('admin2')];
  }, 60_000);
  afterAll(async () => {
    await portal.stop();
    await relay.stop();
    await db.close();
  });

  const actOn = async (username: string): Promise<string> => {
    const { html } = await admin2.get('/approvals');
    return html.match(new RegExp(`approval-([0-9a-f-]{36})">[^\\n]*${username}`))![1]!;
  };

  async function asked(username: string): Promise<Shown> {
    await admin.get('/admin/users/new');
    return admin.post('/admin/users/new', {
      username,
      name: 'Rasa Vanaga',
      email: `${username}@piemers.example`,
      language: 'lv',
      roles: 'service',
    });
  }

  test('the way in goes to the mailbox of the account, and no administrator sees a password', async () => {
    expect((await asked('rasa')).location).toBe('/approvals?done=accountActAsked');
    expect((await admin.get('/admin/users?q=rasa')).text).toContain('Neviens konts neatbilst');
    const act = await actOn('rasa');
    const page = (await admin2.get('/approvals')).text;
    expect(page).toMatch(/Atvērt darbinieka kontu.*rasa@piemers\.example.*klientu/i);
    const shown = await admin2.post(`/approvals/${act}`, { decision: 'apply', reasons: 'jauna kolēģe' });
    expect(shown.text).toContain('Uz rasa@piemers.example ir nosūtīta vienreizēja saite');
    expect(shown.html).not.toContain('<code>');
    const mail = relay.arrived.findLast(({ to }) => to.includes('rasa@piemers.example'))!.mail;
    const link = mail.text!.match(/https:\/\/portals\.example(\/\S+)/)![1]!;
    expect(shown.html + (await admin.get('/approvals')).html).not.toContain(link);

    const rasa = portal.visitor();
    await rasa.get(link);
    const own = 'zaļš dārzs pie upes';
    const token = new URL(link, PUBLIC).searchParams.get('token')!;
    expect((await rasa.post('/password-reset', { token, next: own, again: own })).status).toBe(303);
    await rasa.get('/sign-in');
    expect((await rasa.post('/sign-in', { username: 'rasa', password: own })).status).toBe(303);
    expect((await rasa.get('/cases')).status).toBe(200);
  });

  test('who asked finds no way to approve, and takes it back by one button', async () => {
    await asked('ilona');
    const act = await actOn('ilona');
    const { html, text } = await admin.get('/approvals');
    expect(text).toContain('Atsaukt pieprasījumu');
    expect(html).not.toContain('value="apply"');
    const forced = await admin.post(`/approvals/${act}`, { decision: 'apply', reasons: 'es pats' });
    expect(forced.status).not.toBe(303);
    const back = await admin.post(`/approvals/${act}`, { decision: 'decline' });
    expect(back.location).toBe('/approvals?decided=takenBack');
    expect((await admin.get('/approvals?decided=takenBack')).text).toContain('Pieprasījums ir atsaukts');
    expect((await admin2.post(`/approvals/${act}`, { decision: 'apply', reasons: 'x' })).status).not.toBe(
      200,
    );
    expect((await admin.get('/admin/users?q=ilona')).text).toContain('Neviens konts neatbilst');
  });

  test('the page of the account tells what waits', async () => {
    await admin.get('/admin/users/demo-engineer');
    await admin.post('/admin/users/demo-engineer', { act: 'roles', roles: 'finance' });
    const { text } = await admin2.get('/admin/users/demo-engineer');
    expect(text).toMatch(/Mainīt lomas.*Ierosināja Edgars Siliņš \(admin\)/);
  });
});
