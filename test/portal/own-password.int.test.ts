import { afterAll, beforeAll, expect, test } from 'vitest';
import { notesOnAccount } from '../../db/account-log.ts';
import { changeAccount, findAccount } from '../../db/accounts.ts';
import { markedOneTime, unmarked } from '../../src/identity/one-time.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type RunningPortal, runPortal, type Visitor } from './running-portal.ts';

const OWN = 'zaļš dārzs pie upes';

describeOnBothDatabases('a one-time password', (database) => {
  let portal: RunningPortal;
  let administrator: Visitor;
  let second: Visitor;
  beforeAll(async () => {
    portal = await runPortal(database());
    administrator = await portal.signedIn('admin');
    second = await portal.signedIn('admin2');
  }, 60_000);
  afterAll(() => portal.stop());

  const call = (token: string | undefined, method: string, path: string, body?: unknown) =>
    fetch(`${portal.address}/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  async function engineer() {
    const username = `e${crypto.randomUUID().slice(0, 8)}`;
    await administrator.get('/admin/users/new');
    const asked = await administrator.post('/admin/users/new', {
      username,
      name: 'Ieva Rudzīte',
      language: 'lv',
      roles: 'engineer',
    });
    expect(asked.location).toBe('/approvals?done=accountActAsked');
    const { html } = await second.get('/approvals');
    const act = html.match(new RegExp(`approval-([0-9a-f-]{36})">[^\n]*${username}`))![1]!;
    const shown = await second.post(`/approvals/${act}`, { decision: 'apply', reasons: 'jauns kolēģis' });
    expect(shown.status).toBe(200);
    const password = shown.html.match(/<code>([^<]+)<\/code>/)![1]!;
    const id = shown.html.match(/\/admin\/users\/([0-9a-f-]{36})/)![1]!;
    return { username, password, id, shown };
  }

  async function arrived(username: string, password: string, next = '') {
    const visitor = portal.visitor();
    await visitor.get('/sign-in');
    const answer = await visitor.post('/sign-in', { username, password, next });
    return { visitor, answer };
  }

  test('the administrator reads until when it opens and what comes first', async () => {
    const { shown } = await engineer();
    expect(shown.text).toMatch(
      /Parole der līdz .+ Pierakstoties ar to, darbinieks vispirms izvēlas savu paroli/,
    );
  });

  test('every page leads to the choice of an own one, and no form does anything before', async () => {
    const { username, password } = await engineer();
    const { visitor, answer } = await arrived(username, password, '/cases?work=mine');
    expect(answer.location).toBe('/cases?work=mine');
    for (const path of ['/', '/cases', '/my-data', '/approvals', '/process', '/nowhere'])
      expect([path, (await visitor.get(path)).location]).toEqual([
        path,
        path === '/' ? '/own-password' : `/own-password?next=${encodeURIComponent(path)}`,
      ]);
    const page = await visitor.get('/own-password?next=%2Fcases');
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('href="/cases"');
    expect((await visitor.get('/own-password?lang=en')).text).toContain('Choose a password of your own');
    const elsewhere = await visitor.post('/context', { context: 'demo-customer' });
    expect([elsewhere.status, elsewhere.location]).toEqual([303, '/own-password']);
  });

  test('an own password opens everything, and the one-time one nothing any more', async () => {
    const { username, password, id } = await engineer();
    const { visitor } = await arrived(username, password);
    await visitor.get('/own-password?next=%2Fapprovals');
    const choose = (fields: Record<string, string>) =>
      visitor.post('/own-password', {
        goOn: '/approvals',
        current: password,
        next: OWN,
        again: OWN,
        ...fields,
      });
    expect((await choose({ again: 'cita parole pavisam' })).status).toBe(422);
    expect((await choose({ current: 'ne tā' })).status).toBe(422);
    expect((await choose({ next: 'īsa', again: 'īsa' })).status).toBe(422);
    const same = await choose({ next: password, again: password });
    expect([same.status, same.text]).toEqual([422, expect.stringContaining('Jābūt citai nekā līdzšinējā')]);
    expect((await visitor.get('/cases')).location).toContain('/own-password');
    const chosen = await choose({});
    expect([chosen.status, chosen.location]).toEqual([303, '/approvals?done=passwordChosen']);
    const after = await visitor.get('/approvals?done=passwordChosen');
    expect([after.status, after.text]).toEqual([200, expect.stringContaining('Parole ir izvēlēta')]);
    expect((await visitor.get('/own-password')).location).toBe('/my-data/password');
    expect((await arrived(username, password)).answer.status).toBe(422);
    expect((await (await arrived(username, OWN)).visitor.get('/cases')).status).toBe(200);
    expect((await notesOnAccount(database(), id, 5))[0]).toMatchObject({
      what: 'password.changed',
      actor: username,
    });
  });

  test('the API refuses all else with 403 and says where an own one is chosen', async () => {
    const { username, password } = await engineer();
    const session = await (await call(undefined, 'POST', '/sessions', { username, password })).json();
    expect(session).toMatchObject({ username, choosesPassword: true });
    const { token } = session as { token: string };
    for (const [method, path, body] of [
      ['GET', '/cases', undefined],
      ['GET', '/me', undefined],
      ['POST', '/cases', {}],
      ['GET', '/cases/00000000-0000-4000-8000-000000000000', undefined],
    ] as const) {
      const refused = await call(token, method, path, body);
      expect([refused.status, await refused.json()]).toEqual([
        403,
        expect.objectContaining({
          type: 'urn:pieslegums:problem:password.one-time',
          detail: expect.stringContaining('/api/v1/me/password'),
        }),
      ]);
    }
    expect(await (await call(token, 'GET', '/sessions')).json()).toMatchObject({ choosesPassword: true });
    expect((await call(token, 'POST', '/me/password', { current: password })).status).toBe(422);
    expect((await call(token, 'POST', '/me/password', { current: password, next: password })).status).toBe(
      422,
    );
    expect((await call(token, 'POST', '/me/password', { current: password, next: OWN })).status).toBe(204);
    expect((await call(token, 'GET', '/cases')).status).toBe(200);
    expect(await (await call(token, 'GET', '/sessions')).json()).not.toHaveProperty('choosesPassword');
    expect((await call(undefined, 'POST', '/me/password', { current: OWN, next: password })).status).toBe(
      401,
    );
  });

  test('it opens for the days of the setting; afterwards the form and the API say why', async () => {
    const { username, password, id } = await engineer();
    const { passwordHash } = (await findAccount(database(), id))!;
    const ended = Temporal.Now.instant().subtract({ seconds: 1 });
    await changeAccount(database(), id, { passwordHash: markedOneTime(unmarked(passwordHash!), ended) });
    const { answer } = await arrived(username, password);
    expect([answer.status, answer.text]).toEqual([
      422,
      expect.stringContaining('Vienreizējās paroles termiņš ir beidzies'),
    ]);
    const refused = await call(undefined, 'POST', '/sessions', { username, password });
    expect([refused.status, await refused.json()]).toEqual([
      401,
      expect.objectContaining({ type: 'urn:pieslegums:problem:session.one-time-password-expired' }),
    ]);
    expect((await arrived(username, 'ne šī parole')).answer.text).toContain('nav pareiza');
  });
});
