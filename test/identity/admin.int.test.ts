import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notesOnAccount } from '../../db/account-log.ts';
import { findAccountByUsername } from '../../db/accounts.ts';
import type { Database } from '../../db/connect.ts';
import { runAdmin } from '../../src/commands/admin/admin.ts';
import { createIdentity } from '../../src/identity/identity.ts';
import { openFreshEmbedded } from '../support/database.ts';

let db: Database;
beforeAll(async () => {
  db = await openFreshEmbedded();
});
afterAll(() => db.close());

const HERE = { network: '192.0.2.1' };
const PASSWORD = 'correct horse battery';

async function run(command: string, typed = ''): Promise<{ code: number; said: string }> {
  const output = new PassThrough();
  const code = await runAdmin(command.split(' '), db, { input: Readable.from([typed]), output });
  output.end();
  return { code, said: String(await output.setEncoding('utf8').toArray()) };
}

describe('npm run admin', () => {
  test('a password that is guessed first opens no account', async () => {
    const { code, said } = await run('create viegls', 'unbelievable123');
    expect([code, said]).toEqual([1, expect.stringContaining('guessed first')]);
    expect(await findAccountByUsername(db, 'viegls')).toBeNull();
  });

  test('create opens the first administrator of a real installation, with the password from standard input', async () => {
    expect(await run('create Edgars', `${PASSWORD}\n`)).toEqual({
      code: 0,
      said: 'edgars can sign in (admin).\n',
    });
    const outcome = await createIdentity({ db, demo: false }).signIn(
      {
        username: 'edgars',
        password: PASSWORD,
      },
      HERE,
    );
    expect(outcome).toMatchObject({ kind: 'signed-in', caller: { roles: ['admin'], kind: 'staff' } });
  });

  test('the first administrator keeps the password; whoever comes later chooses an own one first', async () => {
    const identity = createIdentity({ db, demo: false });
    const callerOf = async (username: string) => {
      const outcome = await identity.signIn({ username, password: PASSWORD }, HERE);
      return outcome.kind === 'signed-in' ? outcome.caller.choosesPassword === true : outcome.kind;
    };
    expect(await callerOf('edgars')).toBe(false);
    await run('create second', PASSWORD);
    expect(await callerOf('second')).toBe(true);
    await run('create machine --roles service --lasting', PASSWORD);
    expect(await callerOf('machine')).toBe(false);
    await run('password machine', PASSWORD);
    expect(await callerOf('machine')).toBe(true);
    await run('password machine --lasting', PASSWORD);
    expect(await callerOf('machine')).toBe(false);
    await run('disable machine');
    await run('disable machine');
    await run('enable machine');
    await run('disable machine');
    await run('disable second');
    const noted = async (username: string) =>
      (await notesOnAccount(db, (await findAccountByUsername(db, username))!.id, 50)).toReversed();
    expect(await noted('edgars')).toMatchObject([
      { actor: 'npm run admin', what: 'account.created', data: { username: 'edgars', roles: ['admin'] } },
    ]);
    const machine = await noted('machine');
    expect(machine.map(({ what }) => what)).toEqual([
      'account.created',
      'account.password-set',
      'account.password-set',
      'account.closed',
      'account.opened',
      'account.closed',
    ]);
    expect(machine.map(({ data }) => typeof (data as { until?: string }).until)).toEqual([
      'undefined',
      'string',
      'undefined',
      'undefined',
      'undefined',
      'undefined',
    ]);
    expect(JSON.stringify(machine)).not.toContain(PASSWORD);
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
    expect((await run('list')).said).toBe(
      'edgars\tstaff\tadmin\topen\nmachine\tstaff\tservice\tclosed\nsecond\tstaff\tadmin\tclosed\n',
    );
  });

  test('II.5.4.3: a natural person opened with a password is read-only', async () => {
    await run('create anna --roles customer --kind natural --code 010190-10000', PASSWORD);
    expect(
      await createIdentity({ db, demo: true }).signIn({ username: 'anna', password: PASSWORD }, HERE),
    ).toMatchObject({
      caller: { level: 'P', partyCode: null },
    });
  });

  test('disable closes an account at once, enable opens it, password replaces the old one', async () => {
    const identity = createIdentity({ db, demo: false });
    const signIn = async (password: string) =>
      (await identity.signIn({ username: 'edgars', password }, HERE)).kind;
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
