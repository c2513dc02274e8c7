import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contextsSchema } from '../../src/api/money-schemas.ts';
import { smtpMailer } from '../../src/delivery/mail.ts';
import { type Office, openOffice } from '../payments/office.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type RunningPortal, runPortal, TESTS_BEGIN, type Visitor } from './running-portal.ts';

const hidden = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';

describeOnBothDatabases('people around a customer, in the portal', (database) => {
  let portal: RunningPortal;
  let office: Office;
  let customer: Visitor;
  let caseId: string;

  beforeAll(async () => {
    portal = await runPortal(database());
    office = await openOffice(database(), TESTS_BEGIN.slice(0, 10));
    customer = await portal.signedIn('customer');
    caseId = (await office.offered()).id;
  });
  afterAll(() => portal.stop());

  const INVITED = { name: 'Jānis Ozols', email: 'janis@piemers.example' };

  /** Invites by the pages and tells the path of the link. */
  async function invite(rights: Record<string, string> = {}, by = customer): Promise<string> {
    await by.get('/people');
    const confirm = await by.post('/people', { ...INVITED, ...rights });
    expect(confirm.text).toContain('Kas notiks, ja apstiprināsiet');
    const done = await by.post('/people', {
      ...INVITED,
      ...rights,
      step: 'confirm',
      token: hidden(confirm.html, 'token'),
    });
    const link = done.html.match(/http:\/\/[^<]+(\/invitations\/[\w-]{43})</)?.[1];
    expect(link, done.text).toBeDefined();
    return link!;
  }

  async function takenUp(link: string, as = 'company'): Promise<Visitor> {
    const visitor = await portal.signedIn(as);
    const page = await visitor.get(link);
    expect(page.text).toContain('Anna Ozoliņa dod Jums piekļuvi savām lietām.');
    const { location } = await visitor.post(link, {});
    expect(location).toBe('/cases?done=invitationTaken');
    return visitor;
  }

  async function revokeAll(): Promise<void> {
    const page = await customer.get('/people');
    for (const [, path] of page.html.matchAll(/href="(\/people\/[\w-]+\/revoke)"/g)) {
      await customer.get(path!);
      expect((await customer.post(path!, {})).location).toBe('/people?done=accessRevoked');
    }
  }

  test('an invitation is checked, told what follows, and its link shown once', async () => {
    await customer.get('/people');
    const wrong = await customer.post('/people', { name: '', email: 'nav adrese' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#f-email"');
    const link = await invite({ rights: 'pay' });
    expect((await customer.get('/people')).html).not.toContain(link.split('/').at(-1));
    const stranger = await portal.visitor().get(link);
    expect(stranger.html.replaceAll('&#x3D;', '=')).toContain(`/sign-in?next=${encodeURIComponent(link)}`);
    expect((await portal.visitor().get('/invitations/nav-tada')).status).toBe(404);
    await revokeAll();
    expect((await portal.visitor().get(link)).status).toBe(404);
  });

  test('a sub-user sees and pays, is offered no act that is not theirs, and the head says in whose name', async () => {
    const member = await takenUp(await invite({ rights: 'pay' }));
    const list = await member.get('/cases');
    expect(list.text).toContain('Rīkojaties klienta vārdā: Anna Ozoliņa');
    expect(list.html).toContain(`/cases/${caseId}`);
    const page = await member.get(`/cases/${caseId}`);
    expect(page.status).toBe(200);
    expect(page.html).not.toMatch(/acts\/(contract\.signed|offer\.objected|application\.withdrawn)/);
    expect((await member.get('/invoices')).status).toBe(200);
    for (const path of ['/people', `/cases/${caseId}/representatives`])
      expect((await member.get(path)).status, path).toBe(403);
    const signing = await member.post(`/cases/${caseId}/acts/contract.signed`, {
      step: 'confirm',
      form: 'portal',
      idempotencyKey: 'x',
    });
    expect(signing.status).toBe(403);
    await revokeAll();
    expect((await member.get(`/cases/${caseId}`)).status).toBe(404);
    expect((await member.get('/cases')).html).not.toContain(caseId);
  });

  test('a form that was opened in one name does nothing in the other', async () => {
    const member = await takenUp(await invite({ rights: 'request' }));
    await member.get('/cases');
    const annas = member.token();
    await member.post('/context', { context: 'demo-company' });
    expect((await member.get('/cases')).text).not.toContain('Rīkojaties klienta vārdā');
    const late = await member.postBare(
      '/people',
      new URLSearchParams({ _csrf: annas, ...INVITED, step: 'confirm' }),
    );
    expect(late.status).toBe(403);
    expect(late.text).toContain('Šī veidlapa vairs nav derīga');
    await revokeAll();
  });

  test('an application that a sub-user prepares is kept for the customer, who files it', async () => {
    const member = await takenUp(await invite({ rights: 'request' }));
    const form = await member.get('/apply');
    expect(form.html).toContain('value="Anna Ozoliņa"');
    const drafted = await member.post('/apply', {
      'customer.kind': 'natural',
      'customer.name': 'Anna Ozoliņa',
      'customer.email': 'anna@piemers.example',
    });
    const id = drafted.location!.split('/')[2]!;
    expect((await member.get(`/apply/${id}/check`)).location).toBe(`/cases/${id}?done=draftKept`);
    expect((await member.post(`/apply/${id}/check`, {})).status).toBe(403);
    expect((await customer.get('/cases')).html).toContain(id);
    await revokeAll();
    expect((await member.get('/cases')).html).not.toContain(id);
  });

  test('contexts do not leak: every page of a case is 404 from the own name', async () => {
    const member = await takenUp(await invite({ rights: 'pay' }));
    await member.get('/cases');
    await member.post('/context', { context: 'demo-company' });
    for (const path of ['', '/invoices', '/representatives'])
      expect((await member.get(`/cases/${caseId}${path}`)).status, path).toBe(404);
    await member.get('/cases');
    expect((await member.post('/context', { context: 'demo-finance' })).status).toBe(404);
    await revokeAll();
  });

  test('the API lists contexts and goes on in another one with the same session', async () => {
    const member = await takenUp(await invite());
    const call = async (method: string, path: string, body?: object) => {
      const response = await fetch(`${portal.address}/api/v1${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${member.cookies.get('sesija')}`,
          'Content-Type': 'application/json',
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: response.status, body: (await response.json()) as unknown };
    };
    const { items } = contextsSchema.parse((await call('GET', '/contexts')).body);
    expect(items).toEqual([
      { id: 'demo-company', name: 'SIA "Paraugs"', rights: null, current: false },
      { id: 'demo-customer', name: 'Anna Ozoliņa', rights: ['see'], current: true },
    ]);
    expect((await call('GET', `/cases/${caseId}`)).status).toBe(200);
    expect((await call('GET', `/cases/${caseId}/invoices`)).status).toBe(403);
    expect(
      (await call('POST', `/cases/${caseId}/events`, { type: 'complaint.filed', text: 'x' })).status,
    ).toBe(403);
    expect((await call('POST', '/cases?draft=1', {})).status).toBe(403);
    expect((await call('POST', '/contexts', { context: 'demo-company' })).status).toBe(200);
    expect((await call('GET', `/cases/${caseId}`)).status).toBe(404);
    expect((await call('POST', '/contexts', { context: 'nobody' })).status).toBe(404);
    expect((await call('POST', '/contexts', {})).status).toBe(422);
    await call('POST', '/contexts', { context: 'demo-customer' });
    await revokeAll();
    expect((await call('GET', `/cases/${caseId}`)).status, 'revoked').toBe(404);
  });

  test('the invitation goes by e-mail where a relay is known, and is shown where the relay does not take it', async () => {
    const mails: string[] = [];
    const relay = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('nav') ? new Error('550 no such mailbox') : null),
      onData(stream, _session, done) {
        let text = '';
        stream.on('data', (chunk: Buffer) => {
          text += chunk.toString('utf8');
        });
        stream.on('end', () => {
          mails.push(text);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    const { port } = relay.server.address() as { port: number };
    const mailer = smtpMailer(`smtp://127.0.0.1:${port}`, null);
    const mailing = await runPortal(database(), { services: { mailer } });
    const by = await mailing.signedIn('customer');
    const send = async (email: string) => {
      await by.get('/people');
      const confirm = await by.post('/people', { ...INVITED, email });
      return by.post('/people', {
        ...INVITED,
        email,
        step: 'confirm',
        token: hidden(confirm.html, 'token'),
      });
    };
    const sent = await send('janis@piemers.example');
    expect(sent.text).toContain('Uzaicinājums nosūtīts uz janis@piemers.example');
    expect(sent.html).not.toContain('/invitations/');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('To: janis@piemers.example');
    const refused = await send('nav@piemers.example');
    expect(refused.text).toContain('E-pastu neizdevās nosūtīt');
    expect(refused.html).toContain('/invitations/');
    await mailing.stop();
    mailer.close();
    await new Promise<void>((resolve) => relay.close(() => resolve()));
    await revokeAll();
  });

  describe('representatives', () => {
    test('a customer files an authority after seeing what follows, the representative finds the case, and it is revoked', async () => {
      const company = await portal.signedIn('company');
      const path = `/cases/${caseId}/representatives`;
      expect((await company.get('/cases')).html).not.toContain(caseId);
      const wrong = await customer
        .get(path)
        .then(() => customer.post(path, { agent: '40000000001', from: '' }));
      expect(wrong.status).toBe(422);
      expect(wrong.html).toContain('href="#f-from"');
      const given = { agent: '40000000001', scope: 'complaint.filed', from: '10.03.2026.', until: '' };
      const confirm = await customer.post(path, given);
      expect(confirm.text).toContain('Līguma II daļas 5.3. punkts');
      expect(confirm.text).toContain('Līguma II daļas 6.2. punkts');
      expect((await company.get('/cases')).html, 'nothing has happened yet').not.toContain(caseId);
      const sent = {
        agent: '40000000001',
        scope: 'complaint.filed',
        from: '2026-03-10',
        step: 'confirm',
        idempotencyKey: hidden(confirm.html, 'idempotencyKey'),
      };
      expect((await customer.post(path, sent)).location).toBe(`${path}?done=authorityFiled`);
      expect((await customer.post(path, sent)).location).toBe(`${path}?done=authorityFiled`);
      const listed = await customer.get(path);
      expect(listed.html.match(/class="panel"/g)).toHaveLength(1);
      expect(listed.text).toContain('Iesniegt iesniegumu vai sūdzību');
      expect((await company.get('/cases')).html).toContain(`/cases/${caseId}`);
      const own = await company.get(path);
      expect(own.text).toContain('40000000001');
      expect(own.html, 'nothing to file').not.toContain('name="agent"');
      const ask = await customer.get(`${path}/revoke?agent=40000000001`);
      const revoked = await customer.post(`${path}/revoke`, {
        agent: '40000000001',
        idempotencyKey: hidden(ask.html, 'idempotencyKey'),
      });
      expect(revoked.location, revoked.text).toBe(`${path}?done=authorityRevoked`);
      expect((await company.get('/cases')).html).not.toContain(caseId);
      expect((await company.get(path)).status).toBe(404);
    });

    test('service registers no authority without its document, and the day on which a revocation came', async () => {
      const service = await portal.signedIn('service');
      const path = `/cases/${caseId}/representatives`;
      const page = await service.get(path);
      expect(page.html).toContain(`/cases/${caseId}/acts/authority.filed`);
      const paper = { agent: '40000000001', scope: 'all', from: '2026-03-10', step: 'confirm' };
      expect((await service.post(path, paper)).status).toBe(422);
      await customer.get(path);
      const confirm = await customer.post(path, {
        agent: '40000000001',
        agentName: 'SIA "Paraugs"',
        bundle: 'view-and-pay',
        from: '10.03.2026.',
        until: '',
      });
      expect(confirm.text).toContain('SIA "Paraugs"');
      expect(confirm.text).toContain('Skatīt, maksāt un jautāt');
      await customer.post(path, {
        agent: '40000000001',
        agentName: 'SIA "Paraugs"',
        scope: 'view-and-pay',
        from: '2026-03-10',
        step: 'confirm',
        idempotencyKey: hidden(confirm.html, 'idempotencyKey'),
      });
      const listed = await service.get(path);
      expect(listed.text).toContain('SIA "Paraugs", 40000000001');
      const ask = await service.get(`${path}/revoke?agent=40000000001`);
      expect(ask.html).toContain('name="receivedAt"');
      const nothing = await service.post(`${path}/revoke`, { agent: '40000000001', receivedAt: 'kaut kad' });
      expect(nothing.status).toBe(422);
      await service.post(`${path}/revoke`, { agent: '40000000001', receivedAt: '10.03.2026.' });
      expect((await service.get(path)).text).toContain('Atsaukums saņemts 10.03.2026.');
      expect((await (await portal.signedIn('engineer')).get(path)).status).toBe(403);
    });
  });
});
