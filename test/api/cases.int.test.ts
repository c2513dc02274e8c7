import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeDocument } from '../../db/documents.ts';
import {
  approvalsSchema,
  caseListSchema,
  caseSchema,
  historySchema,
  noticesSchema,
  problemSchema,
} from '../../src/api/schemas.ts';
import { createAccount } from '../../src/identity/accounts.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type Answer, type RunningApi, runApi } from './running-api.ts';

let api: RunningApi;
const houses = Array.from({ length: 1000 }, (_, index) => index + 1);
const application = (more: object = {}) => ({
  customer: {
    kind: 'natural',
    name: 'Anna Ozoliņa',
    email: 'anna@piemers.example',
    postalAddress: 'Liepu iela 1, Cēsis',
    household: true,
  },
  object: { address: `Brīvības iela ${houses.shift()}, Cēsis` },
  connection: {
    phases: 3,
    ampere: '25',
    volt: '400',
    generationKw: '0',
    temporary: false,
    replacesOldInstallation: false,
  },
  purpose: 'new',
  ...more,
});

const opened = async (as = 'customer') => {
  const answer = await api.call('post', '/cases', { as, body: application() });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return caseSchema.parse(answer.body);
};
const post = (id: string, event: object, as: string, headers: Record<string, string> = {}): Promise<Answer> =>
  api.call('post', `/cases/${id}/events`, { as, body: event, headers });
const routed = { type: 'application.routed', designNeeded: false, contractorNeeded: false };
const eventsOf = async (id: string) =>
  historySchema
    .parse((await api.call('get', `/cases/${id}/history`, { as: 'service' })).body)
    .items.map(({ type }) => type);

describeOnBothDatabases('cases over HTTP', (database) => {
  beforeAll(async () => {
    api = await runApi(database());
  });
  afterAll(() => api.stop());

  describe('POST /cases (II.11.1)', () => {
    test('201: an application is received, with its address and version', async () => {
      const answer = await api.call('post', '/cases', { body: application() });
      const view = caseSchema.parse(answer.body);
      expect(answer.status).toBe(201);
      expect(view).toMatchObject({ status: 'received', regions: null, awaits: 'operator', supplyMode: null });
      expect(answer.headers.get('Location')).toBe(`/api/v1/cases/${view.id}`);
      expect(answer.headers.get('ETag')).toBe(`"${view.version}"`);
    });

    test('201: a draft is checked for form only, and filed by application.submitted', async () => {
      const draft = await api.call('post', '/cases?draft=1', { body: { purpose: 'new' } });
      expect(draft).toMatchObject({ status: 201, body: { status: 'draft' } });
      const { id } = caseSchema.parse(draft.body);
      expect((await post(id, { type: 'application.submitted' }, 'customer')).status).toBeGreaterThanOrEqual(
        409,
      );
      const filed = await post(id, { type: 'application.submitted', ...application() }, 'customer');
      expect(filed).toMatchObject({ status: 200, body: { status: 'received' } });
    });

    test.each(['engineer', 'finance', 'privacy', 'admin'])(
      '403: %s does not apply, and is told so before what is wrong with the body',
      async (as) => {
        expect((await api.call('post', '/cases', { as, body: {} })).status).toBe(403);
      },
    );

    test.each([
      [{ customer: undefined }, 'customer'],
      [{ purpose: 'fun' }, 'purpose'],
      [{ colour: 'red' }, 'colour'],
      [{ notes: 'NUL \0' }, 'notes'],
      [{ object: { address: 'x'.repeat(301) } }, 'object.address'],
      [{ connection: { phases: 3, ampere: 25, volt: '400' } }, 'connection.ampere'],
      [{ connection: { phases: 3, ampere: '-25', volt: '400' } }, 'connection.ampere'],
      [{ connection: { phases: 2, ampere: '25', volt: '400' } }, 'connection.phases'],
    ])('422: %j is refused for its field %s', async (wrong, field) => {
      const answer = await api.call('post', '/cases', { body: application(wrong) });
      expect(answer.status).toBe(422);
      expect(problemSchema.parse(answer.body).errors!.map((error) => error.field)).toContain(field);
    });

    test.each(['?draft=maybe', '?colour=red', '?draft=1&draft=0'])('422: the query %s', async (query) => {
      expect((await api.call('post', `/cases${query}`, { body: application() })).status).toBe(422);
    });

    test('the same key and body open one case; the key with another body is refused', async () => {
      const body = application();
      const headers = { 'Idempotency-Key': 'apply-once' };
      const first = await api.call('post', '/cases', { body, headers });
      const second = await api.call('post', '/cases', { body, headers });
      expect(second.status).toBe(201);
      expect(second.body).toEqual(first.body);
      expect((await api.call('post', '/cases', { body: application(), headers })).status).toBe(422);
    });
  });

  describe('reading cases', () => {
    test('a customer sees the own cases alone: others are 404 in every call', async () => {
      const { id } = await opened();
      expect((await api.call('get', `/cases/${id}`, { as: 'customer' })).status).toBe(200);
      for (const path of [`/cases/${id}`, `/cases/${id}/history`, `/cases/${id}/notices`]) {
        expect((await api.call('get', path, { as: 'company' })).status).toBe(404);
        expect((await api.call('get', path, { as: 'service' })).status).toBe(200);
      }
      expect((await post(id, { type: 'application.withdrawn' }, 'company')).status).toBe(404);
      const listed = caseListSchema.parse(
        (await api.call('get', '/cases?limit=200', { as: 'company' })).body,
      );
      expect(listed.items.map((one) => one.id)).not.toContain(id);
    });

    test('pages follow each other by cursor and hold every case once', async () => {
      for (let i = 0; i < 5; i += 1) await opened();
      const all = caseListSchema
        .parse((await api.call('get', '/cases?limit=200', { as: 'service' })).body)
        .items.map(({ id }) => id);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page = caseListSchema.parse(
          (await api.call('get', `/cases?limit=2${next}`, { as: 'service' })).body,
        );
        expect(page.items.length).toBeLessThanOrEqual(2);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== null);
      expect(paged).toEqual(all);
      expect(new Set(paged).size).toBe(paged.length);
    });

    test('the list is filtered by status, by who must act, and by words', async () => {
      const { id, number } = await opened();
      const found = async (query: string) =>
        caseListSchema
          .parse((await api.call('get', `/cases?limit=200&${query}`, { as: 'service' })).body)
          .items.map((one) => one.id);
      expect(await found('status=received,incomplete')).toContain(id);
      expect(await found('status=closed')).not.toContain(id);
      expect(await found('awaits=operator')).toContain(id);
      expect(await found('awaits=customer&overdue=0')).not.toContain(id);
      expect(await found(`q=${encodeURIComponent(number)}`)).toEqual([id]);
      expect(await found(`status=&awaits=&overdue=&q=${encodeURIComponent(number)}&cursor=`)).toEqual([id]);
    });

    test.each([
      'status=lost',
      'awaits=god',
      'limit=0',
      'limit=201',
      'limit=ten',
      'limit=-1',
      'limit=1e2',
      'overdue=perhaps',
      'cursor=nonsense',
      `cursor=${'x'.repeat(600)}`,
      'q=%00',
      `q=${'x'.repeat(201)}`,
      'sort=name',
      'limit=1&limit=2',
    ])('422: GET /cases?%s', async (query) => {
      expect((await api.call('get', `/cases?${query}`, { as: 'service' })).status).toBe(422);
    });

    test('history and letters have the form that is described', async () => {
      const { id } = await opened();
      const history = historySchema.parse((await api.call('get', `/cases/${id}/history`)).body);
      expect(history.items[0]).toMatchObject({
        seq: 1,
        type: 'application.submitted',
        actor: 'customer',
        role: 'customer',
        status: 'received',
      });
      expect(
        noticesSchema.safeParse((await api.call('get', `/cases/${id}/notices`)).body).error,
      ).toBeUndefined();
    });

    test('404: documents that are not there', async () => {
      for (const id of ['x', 'a..b', 'x'.repeat(200)])
        expect((await api.call('get', `/documents/${id}`)).status).toBe(404);
    });
  });

  describe('POST /cases/{id}/events', () => {
    test('404 before 403 before 422 before 409', async () => {
      const { id } = await opened();
      const wrong = { type: 'offer.issued', price: 1 };
      expect((await post(id, wrong, 'company')).status).toBe(404);
      expect((await post(id, wrong, 'customer')).status).toBe(403);
      expect((await post(id, wrong, 'engineer')).status).toBe(422);
      expect((await post(id, { type: 'works.started', on: '2025-03-10' }, 'engineer')).status).toBe(409);
    });

    test('an unknown event is 404 to whom the case is hidden, else 422', async () => {
      const { id } = await opened();
      for (const type of ['case.exploded', 'application.drafted', 'toString', '']) {
        expect((await post(id, { type }, 'company')).status).toBe(404);
        expect((await post(id, { type }, 'customer')).status).toBe(422);
      }
      expect((await post(id, {}, 'customer')).status).toBe(422);
    });

    test('deadline.passed is the clock’s alone', async () => {
      const { id } = await opened();
      expect(
        (await post(id, { type: 'deadline.passed', name: 'offer', day: '2025-03-30' }, 'admin')).status,
      ).toBe(403);
    });

    test('409 names the clause and what is possible now, and nothing has changed', async () => {
      const { id, version } = await opened();
      const refused = await post(id, { type: 'offer.objected', reasons: 'Par dārgu' }, 'customer');
      expect(refused.status).toBe(409);
      const problem = problemSchema.parse(refused.body);
      expect(problem.actions!.map(({ type }) => type)).toContain('application.routed');
      expect((await api.call('get', `/cases/${id}`)).body).toMatchObject({ version, status: 'received' });
    });

    test('200: the case after it, and its new version', async () => {
      const { id, version } = await opened();
      const answer = await post(id, routed, 'engineer');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('ETag')).toBe(`"${caseSchema.parse(answer.body).version}"`);
      expect(caseSchema.parse(answer.body)).toMatchObject({ status: 'evaluating' });
      expect(caseSchema.parse(answer.body).version).toBeGreaterThan(version);
    });

    test('If-Match: only at the version that was seen; a stale one is 409, a malformed one 422', async () => {
      const { id, version } = await opened();
      expect((await post(id, routed, 'engineer', { 'If-Match': `"${version + 5}"` })).status).toBe(409);
      for (const malformed of ['seven', '"x"', '-1', '""']) {
        expect((await post(id, routed, 'engineer', { 'If-Match': malformed })).status).toBe(422);
        expect((await post(id, routed, 'customer', { 'If-Match': malformed })).status).toBe(403);
      }
      expect((await post(id, routed, 'engineer', { 'If-Match': `"${version}"` })).status).toBe(200);
    });

    test('Idempotency-Key: the same request twice, also at once, happens once', async () => {
      const { id } = await opened();
      const headers = { 'Idempotency-Key': `route-${id}` };
      const answers = await Promise.all([
        post(id, routed, 'engineer', headers),
        post(id, routed, 'engineer', headers),
        post(id, routed, 'engineer', headers),
      ]);
      answers.push(await post(id, routed, 'engineer', headers));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      for (const { body } of answers) expect(body).toEqual(answers[0]!.body);
      expect((await eventsOf(id)).filter((type) => type === 'application.routed')).toHaveLength(1);
      expect((await post(id, { ...routed, reasons: 'Cits' }, 'engineer', headers)).status).toBe(422);
    });

    test.each(['x'.repeat(201), 'ā'])('422: the Idempotency-Key “%s”', async (key) => {
      const { id } = await opened();
      expect(
        (await post(id, routed, 'engineer', { 'Idempotency-Key': Buffer.from(key).toString('latin1') }))
          .status,
      ).toBe(422);
    });

    test('two people at once: one act happens, the other is told that it no longer can', async () => {
      const { id } = await opened();
      const answers = await Promise.all([post(id, routed, 'engineer'), post(id, routed, 'engineer2')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await eventsOf(id)).filter((type) => type === 'application.routed')).toHaveLength(1);
    });

    test('the same problem in Latvian', async () => {
      const { id } = await opened();
      const answer = await post(id, { type: 'offer.objected', reasons: 'Par dārgu' }, 'customer', {
        'Accept-Language': 'lv',
      });
      expect(problemSchema.parse(answer.body).title).toBe('Pašlaik nav iespējams');
    });
  });

  describe('acts that need a second person (ledger 5.2)', () => {
    const offer = {
      type: 'offer.issued',
      quote: {
        regime: '1/8',
        connection: { ampere: '25', volt: '400', distanceM: '20' },
        costs: { construction: '2400.00', loadUnit: '1600.00' },
        vatRate: '0.21',
      },
      termOn: '2025-12-01',
      paymentDueOn: '2025-06-01',
      channel: 'portal',
      ownershipBoundary: 'Uzskaites sadales spailes',
    };
    const terminated = {
      type: 'contract.terminated',
      reason: 'misled',
      facts: 'Dokumenti neatbilst.',
      reasons: '14.3.1',
    };

    async function inForce(): Promise<string> {
      const { id } = await opened();
      await post(id, routed, 'engineer');
      expect((await post(id, offer, 'engineer')).status).toBe(200);
      const { money } = caseSchema.parse((await api.call('get', `/cases/${id}`)).body);
      const { body } = await api.call('get', '/clock', { as: 'admin' });
      const paid = {
        type: 'payment.received',
        amount: money.customerShareGross,
        receivedOn: (body as { now: string }).now.slice(0, 10),
        reference: 'x',
        account: 'main',
      };
      expect(await post(id, paid, 'finance')).toMatchObject({ status: 200, body: { status: 'in-force' } });
      return id;
    }

    async function asked(id: string): Promise<string> {
      const answer = await post(id, terminated, 'service');
      expect(answer.status, JSON.stringify(answer.body)).toBe(202);
      return (answer.body as { approvalId: string }).approvalId;
    }

    test('202: the first person’s act changes nothing; another person of the role applies it', async () => {
      const id = await inForce();
      const approvalId = await asked(id);
      expect((await api.call('get', `/cases/${id}`)).body).toMatchObject({ status: 'in-force' });
      const waiting = approvalsSchema.parse(
        (await api.call('get', '/approvals', { as: 'service2' })).body,
      ).items;
      expect(waiting.find((one) => one.id === approvalId)).toMatchObject({
        caseId: id,
        state: 'pending',
        askedBy: 'service',
      });

      expect(
        (await api.call('post', `/approvals/${approvalId}`, { as: 'customer', body: { decision: 'apply' } }))
          .status,
      ).toBe(404);
      expect(
        (await api.call('post', `/approvals/${approvalId}`, { as: 'service', body: { decision: 'apply' } }))
          .status,
      ).toBe(403);
      expect(
        (
          await api.call('post', `/approvals/${approvalId}`, {
            as: 'customer',
            body: { decision: 'perhaps' },
          })
        ).status,
      ).toBe(404);
      expect(
        (
          await api.call('post', `/approvals/${approvalId}`, {
            as: 'service2',
            body: { decision: 'perhaps' },
          })
        ).status,
      ).toBe(422);
      expect((await api.call('post', `/approvals/${approvalId}`, { as: 'service2', body: {} })).status).toBe(
        422,
      );

      const applied = await api.call('post', `/approvals/${approvalId}`, {
        as: 'service2',
        body: { decision: 'approve', reasons: 'Pareizi' },
      });
      expect(applied.status, JSON.stringify(applied.body)).toBe(200);
      expect(caseSchema.parse(applied.body)).toMatchObject({
        status: 'terminated',
        ending: { reason: 'misled' },
      });
      expect(
        (await api.call('post', `/approvals/${approvalId}`, { as: 'service2', body: { decision: 'apply' } }))
          .status,
      ).toBe(409);
    });

    test('declined: the case stays as it is', async () => {
      const id = await inForce();
      const approvalId = await asked(id);
      const declined = await api.call('post', `/approvals/${approvalId}`, {
        as: 'finance',
        body: { decision: 'decline', reasons: 'Par agru' },
      });
      expect(declined).toMatchObject({ status: 200, body: { approvalId, state: 'declined' } });
      expect((await api.call('get', `/cases/${id}`)).body).toMatchObject({ status: 'in-force' });
    });

    test('403: a customer asks for no approvals; 404: one that is not there', async () => {
      expect((await api.call('get', '/approvals', { as: 'customer' })).status).toBe(403);
      for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
        expect(
          (await api.call('post', `/approvals/${id}`, { as: 'service2', body: { decision: 'apply' } }))
            .status,
        ).toBe(404);
      }
    });
  });

  describe('levels of identification (II.5.4)', () => {
    const account = { password: 'demo', name: 'X', roles: ['customer'] as const };
    const now = Temporal.Now.instant();

    test('L65, II.5.4.3: a natural person signed in by password reads and does nothing', async () => {
      await createAccount(
        database(),
        { ...account, username: 'parole', kind: 'natural', partyCode: '03030330303' },
        now,
      );
      const person = {
        kind: 'natural',
        name: 'Zane Bērziņa',
        personalCode: '03030330303',
        email: 'z@piemers.example',
      };
      const opened = await api.call('post', '/cases', {
        as: 'service',
        body: application({ customer: person }),
      });
      const { id } = caseSchema.parse(opened.body);

      expect((await api.call('get', `/cases/${id}`, { as: 'parole' })).status).toBe(200);
      const refusals = [
        await api.call('post', '/cases', { as: 'parole', body: application() }),
        await api.call('post', '/cases?draft=1', { as: 'parole', body: {} }),
        await post(id, { type: 'application.withdrawn' }, 'parole'),
        await post(id, { type: 'application.withdrawn', nonsense: true }, 'parole'),
      ];
      for (const { status, body } of refusals) {
        expect([status, problemSchema.parse(body).clause]).toEqual([403, 'II.5.4.3']);
      }
    });

    test('II.5.4.3: a legal person signed in by password acts', async () => {
      await createAccount(
        database(),
        { ...account, username: 'firma', kind: 'legal', partyCode: '40000000003' },
        now,
      );
      const company = { kind: 'legal', name: 'SIA "Firma"', email: 'f@piemers.example' };
      expect(
        (await api.call('post', '/cases', { as: 'firma', body: application({ customer: company }) })).status,
      ).toBe(201);
    });
  });

  describe('GET /documents/{id}', () => {
    const stored = async (caseId: string, name: string, contentType: string): Promise<string> => {
      const id = crypto.randomUUID();
      const bytes = new TextEncoder().encode(`<script>${name}</script>`);
      await storeDocument(database(), {
        id,
        caseId,
        name,
        contentType,
        bytes,
        createdAt: '2025-03-10T08:00:00Z',
      });
      return id;
    };

    test('a PDF is shown, under its own name; who may not see the case does not see it', async () => {
      const { id } = await opened();
      const document = await stored(id, 'Piedāvājums.pdf', 'application/pdf');
      const { status, headers, body } = await api.call('get', `/documents/${document}`);
      expect([status, headers.get('Content-Type'), body]).toEqual([
        200,
        'application/pdf',
        '<script>Piedāvājums.pdf</script>',
      ]);
      expect(headers.get('Content-Disposition')).toMatch(
        /^inline; .*filename\*=UTF-8''Pied%C4%81v%C4%81jums\.pdf/,
      );
      expect((await api.call('get', `/documents/${document}`, { as: 'company' })).status).toBe(404);
    });

    test('any other file is saved, never opened in our name', async () => {
      const { id } = await opened();
      const { headers } = await api.call('get', `/documents/${await stored(id, 'plāns.html', 'text/html')}`);
      expect(headers.get('Content-Disposition')).toMatch(/^attachment;/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    });
  });
});
