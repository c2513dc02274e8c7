import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedIn } from '../../src/demo/people.ts';
import { createAccount } from '../../src/identity/accounts.ts';
import { DEMO_PASSWORD } from '../../src/identity/demo-accounts.ts';
import { type Office, openOffice } from '../payments/office.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type RunningPortal, runPortal, TESTS_BEGIN, type Visitor } from './running-portal.ts';

const DESK = '/staff/companies';
const WAITING = {
  username: 'birojs@paraugs.example',
  name: 'SIA "Paraugs" birojs',
  partyCode: '40000000001',
};
const SEEN = 'Izziņa no komercreģistra; valdes loceklis Jānis Bērziņš, uzrādīja pasi';

describeOnBothDatabases('companies that wait to be confirmed, in the portal', (database) => {
  let portal: RunningPortal;
  let office: Office;
  let service: Visitor;
  let caseId: string;
  let accountId: string;

  beforeAll(async () => {
    portal = await runPortal(database());
    office = await openOffice(database(), TESTS_BEGIN.slice(0, 10));
    caseId = (await office.offered('company')).id;
    service = await portal.signedIn('service');
  });
  afterAll(() => portal.stop());

  /** Sends the confirmation as a browser does, with the document or with the field left empty. */
  function sendConfirmation(document: File | null, fields: Record<string, string> = {}) {
    const form = new FormData();
    const given = { step: 'confirm', code: WAITING.partyCode, seen: SEEN, ...fields };
    for (const [name, value] of Object.entries({ _csrf: service.token(), ...given })) form.set(name, value);
    form.set('document', document ?? new File([], ''));
    return service.postBare(`${DESK}/${accountId}/confirmation`, form);
  }

  const PAPER = new File(['%PDF-1.7\n%%EOF'], 'izziņa.pdf', { type: 'application/pdf' });

  const sign = async (by: Visitor) => {
    await by.get('/my-data');
    return by.post(`/cases/${caseId}/acts/contract.signed`, {
      step: 'confirm',
      form: 'portal',
      idempotencyKey: crypto.randomUUID(),
    });
  };

  const signedBy = async () =>
    (await office.casework.history(signedIn('service'), caseId))
      .filter(({ type }) => type === 'contract.signed')
      .map(({ actor }) => actor);

  test('the desk says that nobody waits', async () => {
    const page = await service.get(DESK);
    expect(page.text).toContain('Neviens uzņēmuma konts negaida apstiprinājumu');
    expect((await service.get('/cases')).html).toContain(`href="${DESK}"`);
  });

  describe('a company that registered under the number of another', () => {
    let company: Visitor;

    beforeAll(async () => {
      const account = { ...WAITING, password: DEMO_PASSWORD, roles: ['customer'], kind: 'legal' } as const;
      accountId = (await createAccount(database(), account, Temporal.Now.instant())).id;
      company = await portal.signedIn(WAITING.username);
    });

    test('sees and signs nothing of that company', async () => {
      expect((await company.get(`/cases/${caseId}`)).status).toBe(404);
      expect((await sign(company)).status).toBe(404);
      expect(await signedBy()).toEqual([]);
    });

    test.each(['/my-data', '/cases', '/apply'])(
      'is told on %s what it waits for and how to go on',
      async (path) => {
        const { status, text } = await company.get(path);
        expect(status).toBe(path === '/apply' ? 403 : 200);
        for (const said of [
          'Uzņēmuma konts gaida apstiprinājumu',
          'Līguma II daļas 5.4.3. punkts',
          WAITING.username,
          'pierakstīties ar eID vai internetbanku kā uzņēmuma pārstāvis',
        ])
          expect(text).toContain(said);
        expect(text).not.toContain('parole fizisku personu neidentificē');
        const english = await company.get(`${path}?lang=en`);
        expect(english.text).toContain('Part II, clause 5.4.3');
        await company.get(`${path}?lang=lv`);
      },
    );

    test('cannot open the desk, nor can a customer or an engineer', async () => {
      for (const one of [company, await portal.signedIn('customer'), await portal.signedIn('engineer')])
        for (const path of [DESK, `${DESK}/${accountId}/confirmation`, `${DESK}/${accountId}/end`]) {
          expect((await one.get(path)).status, path).toBe(403);
          await one.get('/my-data');
          if (path !== DESK) expect((await one.post(path, { reason: 'x' })).status, path).toBe(403);
        }
    });

    test('is not confirmed without what was seen, nor without the document', async () => {
      const listed = await service.get(DESK);
      expect(listed.text).toContain('Gaida 1 konts');
      expect(listed.html).toContain(`href="${DESK}/${accountId}/confirmation"`);
      const path = `${DESK}/${accountId}/confirmation`;
      await service.get(path);
      const bare = await service.post(path, { code: '123', seen: '' });
      expect(bare.status).toBe(422);
      expect(bare.html).toMatch(/href="#f-code"[\s\S]*href="#f-seen"/);
      const step = await service.post(path, { code: WAITING.partyCode, seen: SEEN });
      expect(step.text).toContain('Kas notiks, ja apstiprināsiet');
      expect(step.html).toContain('enctype="multipart/form-data"');
      const refused = await sendConfirmation(null);
      expect(refused.status).toBe(422);
      expect(refused.html).toContain('href="#f-document"');
      expect((await sendConfirmation(new File(['vārdi'], 'a.exe'))).status).toBe(422);
      expect((await company.get(`/cases/${caseId}`)).status).toBe(404);
    });

    test('signs once service has confirmed it on a document, and the desk says by whom and on what', async () => {
      expect((await sendConfirmation(PAPER)).location).toBe(`${DESK}?done=companyConfirmed`);
      const desk = await service.get(`${DESK}?code=${WAITING.partyCode}`);
      expect(desk.text).toContain(WAITING.name);
      expect(desk.text).toContain(SEEN);
      const document = desk.html.match(/href="(\/documents\/[^"]+)"/)?.[1];
      expect((await service.get(document!)).status).toBe(200);
      expect((await sendConfirmation(PAPER)).status, 'a second click').toBe(422);

      expect((await company.get('/cases')).text).not.toContain('gaida apstiprinājumu');
      expect((await company.get(`/cases/${caseId}`)).status).toBe(200);
      expect((await sign(company)).status).toBe(303);
      expect(await signedBy()).toEqual([WAITING.username]);
    });

    test('has no rights any more once service ends it, with a reason', async () => {
      const path = `${DESK}/${accountId}/end`;
      expect((await service.get(path)).text).toContain('Konts uzreiz zaudē tiesības');
      expect((await service.post(path, { reason: ' ' })).status).toBe(422);
      expect((await company.get(`/cases/${caseId}`)).status).toBe(200);
      expect((await service.post(path, { reason: 'Uzņēmums atsauca' })).location).toBe(
        `${DESK}?done=companyConfirmationEnded`,
      );
      expect((await company.get(`/cases/${caseId}`)).status).toBe(404);
      expect((await company.get('/my-data')).text).toContain('Konta apstiprinājums izbeigts');
      expect((await service.get(path)).location).toBe(DESK);
    });
  });

  test('an address of no company is not there', async () => {
    for (const id of ['demo-customer', 'nobody', '%00'])
      expect([404, 400]).toContain((await service.get(`${DESK}/${id}/confirmation`)).status);
    expect((await service.get(`${DESK}?code=40003999999`)).text).toContain(
      'Ar šo reģistrācijas numuru konta nav',
    );
  });
});
