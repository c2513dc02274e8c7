import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { CONNECTION } from '../builders/application-body.ts';
import { openFreshEmbedded } from '../support/database.ts';
import { type RunningPortal, runPortal } from './running-portal.ts';

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

const FILLED_IN = {
  kind: 'natural',
  name: 'Pēteris Bērziņš',
  code: '020290-20000',
  caseNumber: '',
  email: 'peteris@piemers.example',
  password: 'zaļš dārzs pie upes',
  again: 'zaļš dārzs pie upes',
};

async function register(fields: Partial<typeof FILLED_IN>) {
  const visitor = portal.visitor();
  await visitor.get('/register');
  return visitor.post('/register', { ...FILLED_IN, ...fields });
}

async function signIn(username: string, password: string) {
  const visitor = portal.visitor();
  await visitor.get('/sign-in');
  const { status } = await visitor.post('/sign-in', { username, password });
  return { status, visitor };
}

const sessionOf = async (token: string | undefined) =>
  (
    await fetch(`${portal.address}/api/v1/sessions`, { headers: { Authorization: `Bearer ${token}` } })
  ).json();

const fileCaseOf = async (customer: object): Promise<{ id: string; number: string }> => {
  const as = await portal.signedIn('service');
  const answer = await fetch(`${portal.address}/api/v1/cases`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${as.cookies.get('sesija')}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      customer,
      object: { address: 'Liepu iela 5, Ādaži', cadastreNumber: '80440040123' },
      connection: CONNECTION,
      purpose: 'new',
    }),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as { id: string; number: string };
};

const sees = async (token: string | undefined, caseId: string): Promise<number> =>
  (await fetch(`${portal.address}/api/v1/cases/${caseId}`, { headers: { Authorization: `Bearer ${token}` } }))
    .status;

describe('registering', () => {
  test('a natural person gets an account that is read-only, and is told so (II.5.4.3)', async () => {
    const form = await portal.visitor().get('/register');
    expect(form.text).toContain('Parole fizisku personu neidentificē');
    expect((await register({})).location).toBe('/sign-in?done=registered');
    const { status, visitor } = await signIn(FILLED_IN.email, FILLED_IN.password);
    expect(status).toBe(303);
    expect(await sessionOf(visitor.cookies.get('sesija'))).toMatchObject({ roles: ['customer'], level: 'P' });
  });

  test('is not led to an application that a password does not open to a natural person (II.5.4)', async () => {
    const email = 'bez.eid@piemers.example';
    await register({ email });
    const { visitor } = await signIn(email, FILLED_IN.password);
    expect((await visitor.get('/apply')).status).toBe(403);
    const mine = await visitor.get('/cases');
    expect(mine.text).toContain('pierakstieties ar eID vai internetbanku');
    expect(mine.html).not.toContain('href="/apply"');
  });

  test('a legal person gets one that binds nothing until it is confirmed (II.5.4.3)', async () => {
    const email = 'birojs@uznemums.example';
    await register({ kind: 'legal', name: 'SIA "Uzņēmums"', code: '40103000001', email });
    const { visitor } = await signIn(email, FILLED_IN.password);
    expect(await sessionOf(visitor.cookies.get('sesija'))).toMatchObject({ level: 'P' });
  });

  test('with an address that has an account answers the same and leaves the account as it is', async () => {
    const first = await register({ email: 'divreiz@piemers.example' });
    const again = await register({
      email: 'Divreiz@Piemers.example',
      password: 'cita parole šoreiz',
      again: 'cita parole šoreiz',
    });
    expect([again.status, again.location, again.text]).toEqual([first.status, first.location, first.text]);
    expect((await signIn('divreiz@piemers.example', 'cita parole šoreiz')).status).toBe(422);
    expect((await signIn('divreiz@piemers.example', FILLED_IN.password)).status).toBe(303);
  });

  test('says at each field what is wrong with it, and keeps what was typed but the passwords', async () => {
    const answer = await register({
      kind: '',
      name: '',
      code: '123',
      email: 'nav adrese',
      password: 'īsa',
      again: 'īsa',
    });
    expect(answer.status).toBe(422);
    for (const told of [
      'Izvēlieties, vai esat',
      'Ievadiet vārdu',
      'Ievadiet vienpadsmit ciparus',
      'Ievadiet e-pasta adresi',
      'vismaz 12 rakstzīmes',
    ]) {
      expect(answer.text).toContain(told);
    }
    expect(answer.html).toContain('value="nav adrese"');
    expect(answer.html).not.toContain('īsa');
    expect((await register({ again: 'kaut kas pavisam cits' })).text).toContain('vienu un to pašu paroli');
  });
});

describe('cases that were filed for a person before', () => {
  test('are not shown to whoever names the case and its personal code: both can be read somewhere', async () => {
    const filed = await fileCaseOf({
      kind: 'natural',
      name: 'Zane Kļava',
      personalCode: '030390-30000',
      email: 'zane@piemers.example',
      household: true,
    });
    await register({
      name: 'Zane Kļava',
      code: '03039030000',
      caseNumber: filed.number,
      email: 'zane@piemers.example',
    });
    const { visitor } = await signIn('zane@piemers.example', FILLED_IN.password);
    expect(await sees(visitor.cookies.get('sesija'), filed.id)).toBe(404);
  });

  test('are not shown for the personal code alone, nor for another number', async () => {
    const filed = await fileCaseOf({
      kind: 'natural',
      name: 'Kārlis Osis',
      personalCode: '040490-40000',
      household: true,
    });
    for (const [index, caseNumber] of ['', 'P-2000-000001'].entries()) {
      const email = `svess${index}@piemers.example`;
      await register({ code: '04049040000', caseNumber, email });
      const { visitor } = await signIn(email, FILLED_IN.password);
      expect(await sees(visitor.cookies.get('sesija'), filed.id)).toBe(404);
    }
  });

  test('of a company are linked by customer service alone: its number is public, and its account may act (II.5.3)', async () => {
    const filed = await fileCaseOf({
      kind: 'legal',
      name: 'SIA "Cits"',
      registrationNumber: '40103000777',
      email: 'cits@piemers.example',
    });
    await register({
      kind: 'legal',
      name: 'SIA "Cits"',
      code: '40103000777',
      caseNumber: filed.number,
      email: 'viltus@piemers.example',
    });
    const { visitor } = await signIn('viltus@piemers.example', FILLED_IN.password);
    expect(await sees(visitor.cookies.get('sesija'), filed.id)).toBe(404);
  });
});
