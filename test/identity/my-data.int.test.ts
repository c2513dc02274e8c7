import { beforeAll, expect, test } from 'vitest';
import { recordRead } from '../../db/accounts.ts';
import type { Database } from '../../db/connect.ts';
import { virtualClock } from '../../src/casework/clocks.ts';
import { createCasework } from '../../src/casework/create.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import { layDemoAccounts } from '../../src/identity/demo-accounts.ts';
import { createIdentity } from '../../src/identity/identity.ts';
import { createMyData, type MyData } from '../../src/identity/my-data/create.ts';
import type { Asker } from '../../src/identity/my-data/held.ts';
import { CONNECTION } from '../builders/application-body.ts';
import { createCompany } from '../support/company.ts';
import { describeOnBothDatabases } from '../support/database.ts';

const NOW = '2026-03-10T08:00:00Z';
const HERE = { network: '192.0.2.1' };
const PASSWORD = 'zaļš dārzs pie upes';

describeOnBothDatabases('what is held on a person', (database) => {
  let db: Database;
  let myData: MyData;
  let asker: Asker;
  let caseId: string;

  beforeAll(async () => {
    db = database();
    const now = Temporal.Instant.from(NOW);
    const clock = await virtualClock(db, now);
    const { book } = await openLawShelf(db);
    const identity = createIdentity({ db, demo: true });
    await layDemoAccounts(db, now);
    await createCompany(
      db,
      {
        username: 'birojs@bērzs.example',
        password: PASSWORD,
        name: 'SIA "Bērzs"',
        roles: ['customer'],
        kind: 'legal',
        partyCode: '40103000123',
      },
      now,
    );
    const signedIn = await identity.signIn({ username: 'birojs@bērzs.example', password: PASSWORD }, HERE);
    if (signedIn.kind !== 'signed-in') throw new Error(signedIn.kind);
    asker = { caller: signedIn.caller, token: signedIn.token };
    const casework = createCasework({ db, clock, lawBook: book, compose: (notice) => ({ notice }) });
    myData = createMyData({ db, identity, clock, book });
    const filed = await casework.submit(
      signedIn.caller,
      {
        customer: {
          kind: 'legal',
          name: 'SIA "Bērzs"',
          registrationNumber: '40103000123',
          email: 'birojs@piemers.example',
          household: false,
        },
        object: { address: 'Liepu iela 5, Ādaži', cadastreNumber: '80440040123' },
        connection: CONNECTION,
        purpose: 'new',
      },
      { language: 'lv' },
    );
    caseId = filed.id;
  });

  test('is gathered from every table, the case with its contacts', async () => {
    const held = await myData.held(asker);
    expect(held).toMatchObject({
      account: { name: 'SIA "Bērzs"', partyCode: '40103000123', hasPassword: true },
      sessions: [{ method: 'portal-password', level: '2', here: true }],
      cases: [
        {
          id: caseId,
          relation: 'customer',
          isOpen: true,
          contacts: { email: 'birojs@piemers.example', phone: null, postalAddress: null },
        },
      ],
      otherAccounts: [],
      ownReads: null,
    });
    expect(held.letters.map(({ caseId: of }) => of)).toContain(caseId);
  });

  test('counts reads by role and by the day in Riga, the latest first', async () => {
    for (const at of ['2026-03-10T21:59:00Z', '2026-03-10T22:01:00Z', '2026-03-10T22:02:00Z'])
      await recordRead(db, { at, account: 'engineer', caseId, what: 'case' });
    await recordRead(db, { at: '2026-03-10T22:03:00Z', account: 'service', caseId, what: 'history' });
    expect((await myData.held(asker)).reads.map(({ day, roles, times }) => ({ day, roles, times }))).toEqual([
      { day: '2026-03-11', roles: ['engineer'], times: 2 },
      { day: '2026-03-11', roles: ['service'], times: 1 },
      { day: '2026-03-10', roles: ['engineer'], times: 1 },
    ]);
  });

  test('is exported whole, and the same while the person acts in somebody else’s name', async () => {
    const exported = await myData.exported(asker, 'lv');
    expect(exported.cases).toEqual([
      expect.objectContaining({
        id: caseId,
        history: expect.arrayContaining([expect.objectContaining({ type: 'application.submitted' })]),
        invoices: [],
      }),
    ]);
    const actingFor = { accountId: 'demo-customer', partyCode: '01019010000', rights: ['see'] as const };
    const elsewhere = { ...asker, caller: { ...asker.caller, actingFor } };
    expect(await myData.exported(elsewhere, 'lv')).toEqual(exported);
  });

  test('a password that everybody knows, of a trial account, stays', async () => {
    const signedIn = await createIdentity({ db, demo: true }).signIn(
      {
        username: 'customer',
        password: 'demo',
      },
      HERE,
    );
    if (signedIn.kind !== 'signed-in') throw new Error(signedIn.kind);
    const trial = { caller: signedIn.caller, token: signedIn.token };
    await expect(
      myData.changePassword(trial, { current: 'demo', next: 'trīs baltas govis pļavā' }),
    ).rejects.toMatchObject({ code: 'password.demo' });
  });
});
