import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { jpeg, pdf, zip } from '../casework/files/file-samples.ts';
import { openFreshEmbedded } from '../support/database.ts';
import { type RunningPortal, runPortal, type Shown, type Visitor } from './running-portal.ts';

let db: Database;
let portal: RunningPortal;
let customer: Visitor;
let company: Visitor;
let engineer: Visitor;
let service: Visitor;
let privacy: Visitor;

beforeAll(async () => {
  db = await openFreshEmbedded();
  portal = await runPortal(db);
  [customer, company, engineer, service, privacy] = (await Promise.all(
    ['customer', 'company', 'engineer', 'service', 'privacy'].map((name) => portal.signedIn(name)),
  )) as [Visitor, Visitor, Visitor, Visitor, Visitor];
}, 60_000);

afterAll(async () => {
  await portal.stop();
  await db.close();
});

const hidden = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';

interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type?: string;
}

/** A form with files as a browser sends it without any script. */
function withFiles(by: Visitor, files: readonly Sent[], fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ _csrf: by.token(), ...fields })) form.set(name, value);
  for (const { name, bytes, type = 'application/octet-stream' } of files)
    form.append('files', new File([new Uint8Array(bytes)], name, { type }));
  if (files.length === 0) form.append('files', new File([], ''));
  return form;
}

const APPLICANT = {
  'customer.kind': 'natural',
  'customer.name': 'Anna Ozoliņa',
  'customer.email': 'anna@piemers.example',
};

async function aDraft(address: string): Promise<string> {
  await customer.get('/apply');
  const drafted = await customer.post('/apply', APPLICANT);
  const id = drafted.location!.split('/')[2]!;
  await customer.post(`/apply/${id}/object`, { 'object.address': address });
  const connection = await customer.post(`/apply/${id}/connection`, {
    purpose: 'new',
    'connection.phases': '3',
    'connection.ampere': '25',
    'connection.volt': '400',
  });
  expect(connection.location).toBe(`/apply/${id}/files`);
  return id;
}

async function filed(address: string): Promise<string> {
  const id = await aDraft(address);
  await customer.post(`/apply/${id}/check`, {});
  return id;
}

async function offered(address: string): Promise<string> {
  const id = await filed(address);
  await engineer.get(`/cases/${id}`);
  await engineer.post(`/cases/${id}/acts/application.routed`, { step: 'confirm' });
  const offer = await engineer.post(`/cases/${id}/acts/offer.issued`, {
    step: 'confirm',
    'quote.connection.ampere': '25',
    'quote.connection.volt': '400',
    'quote.connection.distanceM': '20',
    'quote.loadUnitPrice': '90,00',
    'quote.regime': 'auto',
    termOn: '01.12.2026',
    paymentDueOn: '20.04.2026',
    channel: 'portal',
    ownershipBoundary: 'uzskaites sadalne',
  });
  expect(offer.location, offer.text).toBe(`/cases/${id}?acted=offer.issued`);
  return id;
}

const section = (page: Shown, id: string): string =>
  page.html.match(new RegExp(`<section[^>]*aria-labelledby="${id}">[\\s\\S]*?</section>`))?.[0] ?? '';

const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="(\/documents\/[^"]+)"/g)].map(([, href]) => href!);

describe('attachments of the guided application', () => {
  test('are added and removed step by step without scripts, and filed with the application', async () => {
    const id = await aDraft('Pielikumu iela 1, Cēsis');
    const empty = await customer.get(`/apply/${id}/files`);
    expect(empty.text).toContain('4. solis no 5: Pielikumi');
    expect(empty.html).toMatch(/<form method="post" action="[^"]+" enctype="multipart\/form-data"/);
    expect(empty.html).toMatch(/type="file" accept="image\/\*,[^>]* multiple/);
    const photo = jpeg(crypto.randomUUID());
    const stayed = await customer.postBare(
      `/apply/${id}/files`,
      withFiles(
        customer,
        [
          { name: 'IMG_2041.JPG', bytes: photo, type: 'image/jpeg' },
          { name: 'nevajadzīgs.pdf', bytes: pdf(crypto.randomUUID()), type: 'application/pdf' },
        ],
        { go: 'stay' },
      ),
    );
    expect(stayed.location).toBe(`/apply/${id}/files`);
    const listed = await customer.get(`/apply/${id}/files`);
    expect(listed.text).toContain('Pievienoti 2 faili');
    const [, unneeded] = [...listed.html.matchAll(/action="([^"]+\/remove)"/g)].map(([, action]) => action!);
    const removed = await customer.post(unneeded!, {});
    expect(removed.location).toBe(`/apply/${id}/files?done=fileRemoved`);
    expect((await customer.post(unneeded!, {})).status, 'a second click').toBe(303);
    const after = await customer.get(`/apply/${id}/files`);
    expect(after.text).toContain('Pievienots 1 fails');
    expect(after.text).toContain('IMG_2041.JPG');
    const onwards = await customer.postBare(
      `/apply/${id}/files`,
      withFiles(customer, [{ name: 'plāns.pdf', bytes: pdf(crypto.randomUUID()) }], { go: 'on' }),
    );
    expect(onwards.location).toBe(`/apply/${id}/check`);
    const check = await customer.get(`/apply/${id}/check`);
    expect(check.text).toContain('5. solis no 5: Pārbaude');
    expect(check.text).toContain('IMG_2041.JPG, plāns.pdf');
    await customer.post(`/apply/${id}/check`, {});
    const page = await customer.get(`/cases/${id}`);
    expect(section(page, 'files')).toContain('Kopā ar: Iesniegts pieteikums');
    expect(linksIn(section(page, 'history'))).toHaveLength(2);
    const [read] = linksIn(section(page, 'files'));
    const document = await fetch(portal.address + read, {
      headers: { Cookie: [...customer.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    expect(Buffer.from(await document.arrayBuffer()).equals(photo)).toBe(true);
    expect(document.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
    expect(document.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test('going on without any leads to the check, and adding none asks to choose one', async () => {
    const id = await aDraft('Pielikumu iela 2, Cēsis');
    const on = await customer.postBare(`/apply/${id}/files`, withFiles(customer, [], { go: 'on' }));
    expect(on.location).toBe(`/apply/${id}/check`);
    const none = await customer.postBare(`/apply/${id}/files`, withFiles(customer, [], { go: 'stay' }));
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('Nav izvēlēts neviens fails.')]);
  });

  test('what is no document is told at the field, and the good one beside it is not kept either', async () => {
    const id = await aDraft('Pielikumu iela 3, Cēsis');
    const wrong = await customer.postBare(
      `/apply/${id}/files`,
      withFiles(
        customer,
        [
          { name: 'labs.pdf', bytes: pdf() },
          { name: 'foto.jpg', bytes: Buffer.from('<script>alert(1)</script>'), type: 'image/jpeg' },
        ],
        { go: 'on' },
      ),
    );
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#f-files"');
    expect(wrong.html).toMatch(/id="f-files"[^>]*aria-invalid="true"/);
    expect(wrong.text).toContain('Failu „foto.jpg” nevar pieņemt');
    expect((await customer.get(`/apply/${id}/check`)).text).not.toContain('labs.pdf');
  });

  test('can no longer be removed once the application is filed', async () => {
    const id = await aDraft('Pielikumu iela 4, Cēsis');
    await customer.get(`/apply/${id}/files`);
    const files = withFiles(customer, [{ name: 'a.pdf', bytes: pdf() }], { go: 'stay' });
    await customer.postBare(`/apply/${id}/files`, files);
    const listed = await customer.get(`/apply/${id}/files`);
    const remove = listed.html.match(/action="([^"]+\/remove)"/)![1]!;
    await customer.post(`/apply/${id}/check`, {});
    expect((await customer.post(remove, {})).location).toBe(`/apply/${id}/receipt`);
    expect(section(await customer.get(`/cases/${id}`), 'files')).toContain('a.pdf');
  });

  test('of another customer are not there', async () => {
    const id = await aDraft('Pielikumu iela 5, Cēsis');
    await company.get('/apply');
    expect((await company.get(`/apply/${id}/files`)).status).toBe(404);
    const files = withFiles(company, [{ name: 'a.pdf', bytes: pdf() }]);
    expect((await company.postBare(`/apply/${id}/files`, files)).status).toBe(404);
    expect((await company.post(`/apply/${id}/files/0/remove`, {})).status).toBe(404);
  });
});

describe('files of a case', () => {
  test('are added by whoever acts in it, and a second click adds nothing', async () => {
    const id = await filed('Failu iela 1, Cēsis');
    const page = await customer.get(`/cases/${id}`);
    expect(section(page, 'files')).toContain('Failu vēl nav.');
    const key = hidden(section(page, 'files'), 'idempotencyKey');
    const bytes = jpeg(crypto.randomUUID());
    const send = () =>
      customer.postBare(
        `/cases/${id}/files`,
        withFiles(customer, [{ name: 'sadalne.jpg', bytes }], { purpose: 'photo', idempotencyKey: key }),
      );
    const answers = await Promise.all([send(), send()]);
    for (const { location } of answers) expect(location).toBe(`/cases/${id}?done=filesAdded#files`);
    const after = await customer.get(`/cases/${id}`);
    expect(linksIn(section(after, 'files'))).toHaveLength(1);
    expect(section(after, 'files')).toContain('Fotogrāfija no objekta');
    expect(section(after, 'files')).toContain('1 kB');
  });

  test('are refused on a page of their own, with what was chosen', async () => {
    const id = await filed('Failu iela 2, Cēsis');
    await customer.get(`/cases/${id}`);
    const wrong = await customer.postBare(
      `/cases/${id}/files`,
      withFiles(customer, [{ name: 'virus.exe', bytes: Buffer.from('MZ') }], { purpose: 'design' }),
    );
    expect(wrong.status).toBe(422);
    expect(wrong.html).toMatch(/value="design" selected/);
    expect(wrong.text).toContain('Failu „virus.exe” nevar pieņemt');
  });

  test('a customer cannot say that it came on paper to the operator', async () => {
    const id = await filed('Failu iela 3, Cēsis');
    expect((await customer.get(`/cases/${id}/files`)).html).not.toContain('value="scan"');
    const files = withFiles(customer, [{ name: 'a.pdf', bytes: pdf() }], { purpose: 'scan' });
    await customer.postBare(`/cases/${id}/files`, files);
    expect(section(await customer.get(`/cases/${id}`), 'files')).toContain('Cits dokuments');
    expect((await service.get(`/cases/${id}/files`)).html).toContain('value="scan"');
  });

  test('staff see who added them, a customer the role; data protection neither name nor link', async () => {
    const id = await filed('Failu iela 4, Cēsis');
    await service.get(`/cases/${id}`);
    const files = withFiles(service, [{ name: 'iesniegums.pdf', bytes: pdf() }], { purpose: 'scan' });
    await service.postBare(`/cases/${id}/files`, files);
    expect(section(await engineer.get(`/cases/${id}`), 'files')).toContain('(service)');
    const shown = section(await customer.get(`/cases/${id}`), 'files');
    expect(shown).not.toContain('(service)');
    const [href] = linksIn(shown);
    const protectedFiles = section(await privacy.get(`/cases/${id}`), 'files');
    expect(protectedFiles).not.toContain('iesniegums.pdf');
    expect(protectedFiles).not.toContain('<form');
    expect(linksIn(protectedFiles)).toEqual([]);
    expect((await privacy.get(href!)).status).toBe(403);
    expect((await privacy.get(`/cases/${id}/files`)).status).toBe(403);
    expect((await company.get(href!)).status).toBe(404);
    expect((await company.get(`/cases/${id}/files`)).status).toBe(404);
  });

  test.each([
    ['../../../../etc/passwd', 'passwd.pdf'],
    ['..\\..\\windows\\system.ini', 'system.ini.pdf'],
    ['\u202Egnp.exe\u202C', 'gnp.exe.pdf'],
    [`${'x'.repeat(5000)}.pdf`, `${'x'.repeat(116)}.pdf`],
    ['"><script>alert(1)</script>.pdf', 'script_.pdf'],
    ['{{csrf}}.pdf', '{{csrf}}.pdf'],
    ['plāns 1. stāvs.pdf', 'plāns 1. stāvs.pdf'],
  ])('a file named %j is shown as %j and nothing else', async (name, shown) => {
    const id = await filed('Nosaukumu iela 1, Cēsis');
    await customer.get(`/cases/${id}`);
    const answer = await customer.postBare(
      `/cases/${id}/files`,
      withFiles(customer, [{ name, bytes: pdf(crypto.randomUUID()) }], { purpose: 'other' }),
    );
    expect(answer.status, answer.text).toBe(303);
    const page = await customer.get(`/cases/${id}`);
    expect(page.html).not.toContain('<script>alert');
    const link = section(page, 'files').match(/href="\/documents\/[^"]+">([^<]*)</)?.[1];
    expect(link).toBe(shown);
  });

  test('a NUL in a name or a field of a hand-made form breaks nothing', async () => {
    const id = await filed('Nosaukumu iela 2, Cēsis');
    await customer.get(`/cases/${id}`);
    const boundary = 'x-boundary';
    const part = (head: string, body: string): string =>
      `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const body = [
      part('name="_csrf"', customer.token()),
      part('name="__proto__"', 'polluted'),
      part('name="purpose"', 'other\0'),
      part('name="files"; filename="a\0b.pdf"', '%PDF-1.7 hand-made'),
      `--${boundary}--\r\n`,
    ].join('');
    const answer = await customer.postBare(`/cases/${id}/files`, body, {
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
    });
    expect(answer.status, answer.text).toBe(303);
    expect(section(await customer.get(`/cases/${id}`), 'files')).toContain('ab.pdf');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('a form without our token, or from another site, adds nothing', async () => {
    const id = await filed('Failu iela 5, Cēsis');
    await customer.get(`/cases/${id}`);
    const forged = withFiles(customer, [{ name: 'a.pdf', bytes: pdf() }], { _csrf: 'forged' });
    expect((await customer.postBare(`/cases/${id}/files`, forged)).status).toBe(403);
    const elsewhere = withFiles(customer, [{ name: 'a.pdf', bytes: pdf() }]);
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await customer.postBare(`/cases/${id}/files`, elsewhere, headers)).status).toBe(403);
    expect(section(await customer.get(`/cases/${id}`), 'files')).toContain('Failu vēl nav.');
  });

  test('more at once than a form takes is told as such', async () => {
    const id = await filed('Failu iela 6, Cēsis');
    await customer.get(`/cases/${id}`);
    const large = new Uint8Array(13 * 1024 * 1024);
    large.set(pdf());
    const files = withFiles(customer, [
      { name: 'a.pdf', bytes: large },
      { name: 'b.pdf', bytes: large },
    ]);
    const answer = await customer.postBare(`/cases/${id}/files`, files);
    expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('Pielikums ir par lielu')]);
  });

  test('whoever has not signed in is not read', async () => {
    const stranger = portal.visitor();
    await stranger.get('/sign-in');
    const answer = await stranger.postBare(
      '/cases/x/files',
      withFiles(stranger, [{ name: 'a.pdf', bytes: pdf() }]),
    );
    expect(answer.status).toBe(403);
  });
});

describe('an act that came on paper', () => {
  const REASONS = 'Trase šķērso manu dārzu.';

  test('is entered with its copy: one record, and history shows the file (II.16.1)', async () => {
    const id = await offered('Papīra iela 1, Cēsis');
    const form = await service.get(`/cases/${id}/acts/offer.objected`);
    expect(form.text).toContain('Failus varēsiet pievienot nākamajā solī.');
    const confirm = await service.post(`/cases/${id}/acts/offer.objected`, {
      step: 'check',
      reasons: REASONS,
    });
    expect(confirm.text).toContain('Saņemtā dokumenta kopija');
    expect(confirm.html).toContain('enctype="multipart/form-data"');
    const fields = {
      reasons: REASONS,
      step: 'confirm',
      idempotencyKey: hidden(confirm.html, 'idempotencyKey'),
      version: hidden(confirm.html, 'version'),
    };
    const scan = { name: 'iebildumi.pdf', bytes: pdf(crypto.randomUUID()) };
    const send = () =>
      service.postBare(`/cases/${id}/acts/offer.objected`, withFiles(service, [scan], fields));
    const answers = [await send(), await send()];
    for (const { location, text } of answers)
      expect(location, text).toBe(`/cases/${id}?acted=offer.objected`);
    const page = await service.get(`/cases/${id}`);
    expect(linksIn(section(page, 'files'))).toHaveLength(1);
    expect(section(page, 'files')).toContain('Kopā ar: Iesniegti iebildumi');
    expect(section(page, 'history')).toContain('iebildumi.pdf');
    expect(page.text).toContain('Iebildumi tiek izskatīti');
  });

  test('is not recorded where the copy is not taken, and what was typed stays', async () => {
    const id = await offered('Papīra iela 2, Cēsis');
    await service.get(`/cases/${id}/acts/offer.objected`);
    const refused = await service.postBare(
      `/cases/${id}/acts/offer.objected`,
      withFiles(service, [{ name: 'iebildumi.pdf', bytes: Buffer.from('<html>') }], {
        reasons: REASONS,
        step: 'confirm',
        idempotencyKey: crypto.randomUUID(),
      }),
    );
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Failu „iebildumi.pdf” nevar pieņemt');
    expect(refused.html).toContain('href="#f-files"');
    expect(hidden(refused.html, 'reasons')).toBe(REASONS);
    expect((await service.get(`/cases/${id}`)).text).not.toContain('Iebildumi tiek izskatīti');
  });

  test('a refused act leaves no file', async () => {
    const id = await offered('Papīra iela 3, Cēsis');
    await service.get(`/cases/${id}/acts/offer.objected`);
    const stale = await service.postBare(
      `/cases/${id}/acts/offer.objected`,
      withFiles(service, [{ name: 'iebildumi.zip', bytes: zip() }], {
        reasons: REASONS,
        step: 'confirm',
        idempotencyKey: crypto.randomUUID(),
        version: '1',
      }),
    );
    expect(stale.status).toBe(409);
    expect(section(await service.get(`/cases/${id}`), 'files')).toContain('Failu vēl nav.');
  });

  test('a customer attaches to an objection, not to a signature in the portal', async () => {
    const id = await offered('Papīra iela 4, Cēsis');
    await customer.get(`/cases/${id}/acts/offer.objected`);
    const objection = await customer.post(`/cases/${id}/acts/offer.objected`, {
      step: 'check',
      reasons: REASONS,
    });
    expect(objection.text).toContain('Pievienot failus');
    await customer.get(`/cases/${id}/acts/contract.signed`);
    const signature = await customer.post(`/cases/${id}/acts/contract.signed`, {
      step: 'check',
      form: 'portal',
    });
    expect(signature.status).toBe(200);
    expect(signature.html).not.toContain('type="file"');
  });
});
