import { describe, expect, test } from 'vitest';
import { notesOnAccount } from '../../../db/account-log.ts';
import { findAccountByUsername } from '../../../db/accounts.ts';
import { createAccount } from '../../../src/identity/accounts.ts';
import { type Case, CUSTOMER, PASSWORD, pagesOfPeople } from './pages-of-people.ts';

const { database, call, fileCase, historyOf, person, signedIn, newVisitor } = pagesOfPeople();

describe('PO-10: contact data', () => {
  test('change in the account and in every open case at once, after a page that lists them (II.16.6)', async () => {
    const customer = await signedIn('customer');
    const cases = [await fileCase(customer), await fileCase(customer)];
    await customer.get('/my-data/contacts');
    const wanted = {
      email: 'customer@piemers.example',
      phone: '+371 29999999',
      postalAddress: 'Jaunā iela 1, Rīga, LV-1001',
      language: 'lv',
    };
    const asked = await customer.post('/my-data/contacts', wanted);
    expect(asked.status).toBe(200);
    for (const { number } of cases) expect(asked.text).toContain(number);
    expect(asked.text).toContain('16.6');
    expect(await historyOf(customer, cases[0]!.id)).not.toContain('details.changed');

    const confirmed = { ...wanted, step: 'confirm', key: crypto.randomUUID() };
    const done = await customer.post('/my-data/contacts', confirmed);
    expect([done.status, done.location]).toEqual([303, '/my-data?done=contactsChanged']);
    // A second click.
    await customer.post('/my-data/contacts', confirmed);
    for (const { id } of cases) {
      const { body } = await call(customer, 'GET', `/cases/${id}`);
      expect((body as Case).application.customer).toMatchObject({
        phone: '+371 29999999',
        postalAddress: 'Jaunā iela 1, Rīga, LV-1001',
      });
      const history = await historyOf(customer, id);
      expect(history.filter((type) => type === 'details.changed')).toHaveLength(1);
    }
  });

  test('the address of the account is changed with the password alone, and the one before is kept', async () => {
    const { visitor, username, account } = await person();
    const wanted = { email: 'jauna@piemers.example', language: 'en' };
    await visitor.get('/my-data/contacts');
    const asked = await visitor.post('/my-data/contacts', wanted);
    expect(asked.html).toContain('name="currentPassword"');
    const refused = await visitor.post('/my-data/contacts', {
      ...wanted,
      step: 'confirm',
      currentPassword: 'not this one',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Pašreizējā parole nav pareiza');
    expect((await findAccountByUsername(database(), username))?.email).toBe(username);
    await visitor.post('/my-data/contacts', { ...wanted, step: 'confirm', currentPassword: PASSWORD });
    expect(await findAccountByUsername(database(), username)).toMatchObject({ ...wanted, username });
    const [note] = await notesOnAccount(database(), account.id, 1);
    expect(note).toMatchObject({
      what: 'contacts.changed',
      actor: username,
      data: { email: { from: username, to: wanted.email }, language: { from: 'lv', to: 'en' } },
    });
    expect((await visitor.get('/my-data')).text).toContain(`${username} → ${wanted.email}`);
  });

  test('of a natural person with a password change in the account alone (II.5.4.3)', async () => {
    const service = await signedIn('service');
    const filed = await fileCase(service, { ...CUSTOMER, personalCode: '060690-60000' });
    const { visitor } = await person({ kind: 'natural', partyCode: '060690-60000' });
    const form = await visitor.get('/my-data/contacts');
    expect(form.html).not.toContain('name="phone"');
    await visitor.post('/my-data/contacts', {
      email: (await visitor.get('/my-data')).text.match(/p[\w-]+@piemers\.example/)![0],
      phone: '+371 21111111',
      language: 'en',
      step: 'confirm',
    });
    expect(await historyOf(service, filed.id)).not.toContain('details.changed');
  });

  test('that are wrong, or that change nothing, are told at the form', async () => {
    const { visitor, username } = await person();
    await visitor.get('/my-data/contacts');
    const wrong = await visitor.post('/my-data/contacts', {
      email: 'nav adrese',
      phone: 'nav',
      language: 'lv',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Ievadiet e-pasta adresi');
    const same = await visitor.post('/my-data/contacts', { email: username, language: 'lv' });
    expect([same.status, same.text.includes('Nekas nav mainīts')]).toEqual([422, true]);
  });

  test('by the API', async () => {
    const { visitor, username } = await person();
    expect((await call(visitor, 'PATCH', '/me', {})).status).toBe(422);
    expect((await call(visitor, 'PATCH', '/me', { name: 'Cits' })).status).toBe(422);
    const refused = await call(visitor, 'PATCH', '/me', { email: 'jauna@piemers.example' });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [expect.objectContaining({ field: 'currentPassword' })] },
    });
    const done = await call(visitor, 'PATCH', '/me', {
      email: 'jauna@piemers.example',
      currentPassword: PASSWORD,
    });
    expect(done).toMatchObject({
      status: 200,
      body: { account: { email: 'jauna@piemers.example', username } },
    });
    expect((await call(visitor, 'PATCH', '/me', { language: 'en' })).status).toBe(200);
  });
});

describe('how letters are to come', () => {
  test('is chosen by an identified customer, shown, kept, and taken back', async () => {
    const anna = await signedIn('customer');
    expect((await anna.get('/my-data/letters')).text).toContain('Tāpat kā piedāvājumu');
    expect((await anna.post('/my-data/letters', { channel: 'pigeon' })).status).toBe(422);
    expect((await anna.post('/my-data/letters', { channel: 'post' })).location).toMatch(/^\/my-data\?/);
    expect((await findAccountByUsername(database(), 'customer'))?.letterChannel).toBe('post');
    expect((await anna.get('/my-data')).text).toContain('Kā saņemt vēstules Pa pastu');
    await anna.post('/my-data/letters', { channel: 'offer' });
    expect((await findAccountByUsername(database(), 'customer'))?.letterChannel).toBeNull();
  });

  test('is nothing that a password of a natural person or a member of staff decides (II.5.4.3)', async () => {
    await createAccount(
      database(),
      {
        username: 'tikai.parole',
        password: PASSWORD,
        roles: ['customer'],
        kind: 'natural',
        name: 'Jānis Kalniņš',
      },
      Temporal.Now.instant(),
    );
    const one = newVisitor();
    await one.get('/sign-in');
    await one.post('/sign-in', { username: 'tikai.parole', password: PASSWORD });
    const engineer = await signedIn('engineer');
    for (const visitor of [one, engineer]) {
      await visitor.get('/my-data/letters');
      expect((await visitor.post('/my-data/letters', { channel: 'post' })).status).toBe(403);
    }
  });
});
