import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { runAdmin } from '../../src/admin.ts';
import { createIdentity } from '../../src/identity/identity.ts';
import { openFreshEmbedded } from '../support/database.ts';

let db: Database;
beforeAll(async () => {
  db = await openFreshEmbedded();
});
afterAll(() => db.close());

const PASSWORD = 'correct horse battery';

async function run(command: string, typed = ''): Promise<{ code: number; said: string }> {
  const output = new PassThrough();
  const code = await runAdmin(command.split(' '), db, { input: Readable.from([typed]), output });
  output.end();
  return { code, said: String(await output.setEncoding('utf8').toArray()) };
}

describe('npm run admin', () => {
  test('create opens the first administrator of a real installation, with the password from standard input', async () => {
    expect(await run('create Edgars', `${PASSWORD}\n`)).toEqual({
      code: 0,
      said: 'edgars can sign in (admin).\n',
    });
    const outcome = await createIdentity({ db, demo: false }).signIn({
      username: 'edgars',
      password: PASSWORD,
    });
    expect(outcome).toMatchObject({ kind: 'signed-in', caller: { roles: ['admin'], kind: 'staff' } });
  });

  test('a taken name, a short password, an unknown role and a customer without code are refused', async () => {
    expect(await run('create edgars', PASSWORD)).toEqual({ code: 1, said: 'The username is taken.\n' });
    expect((await run('create dace', 'short')).said).toContain('12 to 200 characters is required, found 5');
    expect(await run('create dace --roles king', PASSWORD)).toMatchObject({ code: 1 });
    expect((await run('create anna --roles customer --kind natural', PASSWORD)).said).toContain(
      'needs --code',
    );
    expect((await run('create anna --roles customer,admin --kind staff', PASSWORD)).code).toBe(1);
    expect((await run('create anna --rolls admin', PASSWORD)).code).toBe(1);
    expect((await run('list')).said).toBe('edgars\tstaff\tadmin\topen\n');
  });

  test('II.5.4.3: a natural person opened with a password is read-only', async () => {
    await run('create anna --roles customer --kind natural --code 010190-10000', PASSWORD);
    expect(
      await createIdentity({ db, demo: true }).signIn({ username: 'anna', password: PASSWORD }),
    ).toMatchObject({
      caller: { level: 'P', partyCode: '01019010000' },
    });
  });

  test('disable closes an account at once, enable opens it, password replaces the old one', async () => {
    const identity = createIdentity({ db, demo: false });
    const signIn = async (password: string) => (await identity.signIn({ username: 'edgars', password })).kind;
    expect((await run('disable edgars')).code).toBe(0);
    expect(
      await db.query(
        "select 1 from sessions s join accounts a on a.id = s.account_id where a.username = 'edgars'",
      ),
    ).toEqual([]);
    expect(await signIn(PASSWORD)).toBe('refused');
    await run('enable edgars');
    await run('password edgars', 'another long password');
    expect(await signIn(PASSWORD)).toBe('refused');
    expect(await signIn('another long password')).toBe('signed-in');
    expect((await run('disable nobody')).said).toBe('There is no account named nobody.\n');
  });

  test('without a known command it says how it is used', async () => {
    expect(await run('dance')).toMatchObject({
      code: 2,
      said: expect.stringContaining('Usage: npm run admin'),
    });
  });
});
