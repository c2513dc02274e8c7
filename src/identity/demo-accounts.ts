import { addAccount, findAccount, listAccounts } from '../../db/accounts.ts';
import type { Connection } from '../../db/connect.ts';
import { AlreadyExists } from '../../db/errors.ts';
import { addProof } from '../../db/proofs.ts';
import type { AccountRow } from '../../db/rows.ts';
import type { Role } from '../../workflows/roles.ts';
import { hashPassword } from './passwords.ts';

/** The accounts that the README lists, all with one password. */
export const DEMO_PASSWORD = 'demo';
const DEMO_ID_PREFIX = 'demo-';
export const DEMO_CUSTOMER_ID = `${DEMO_ID_PREFIX}customer`;
export const DEMO_COMPANY_ID = `${DEMO_ID_PREFIX}company`;

export const isDemoAccount = (account: Pick<AccountRow, 'id'>): boolean =>
  account.id.startsWith(DEMO_ID_PREFIX);

type DemoAccount = Omit<AccountRow, 'passwordHash' | 'createdAt'>;

const demoAccount = (
  username: string,
  given: Pick<DemoAccount, 'name' | 'roles' | 'kind' | 'partyCode'>,
): DemoAccount => ({
  id: `${DEMO_ID_PREFIX}${username}`,
  username,
  email: `${username}@piemers.example`,
  language: 'lv',
  letterChannel: null,
  active: true,
  ...given,
});

const staff = (username: string, name: string, role: Role): DemoAccount =>
  demoAccount(username, { name, roles: [role], kind: 'staff', partyCode: null });

/** Names and codes are samples. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  demoAccount('customer', {
    name: 'Anna Ozoliņa',
    roles: ['customer'],
    kind: 'natural',
    partyCode: '01019010000',
  }),
  demoAccount('company', {
    name: 'SIA "Paraugs"',
    roles: ['customer'],
    kind: 'legal',
    partyCode: '40000000001',
  }),
  staff('engineer', 'Jānis Kalniņš', 'engineer'),
  staff('engineer2', 'Ilze Liepiņa', 'engineer'),
  staff('service', 'Līga Krūmiņa', 'service'),
  staff('service2', 'Mārtiņš Vītols', 'service'),
  staff('finance', 'Inese Balode', 'finance'),
  staff('finance2', 'Andris Zariņš', 'finance'),
  staff('privacy', 'Dace Eglīte', 'privacy'),
  staff('admin', 'Edgars Siliņš', 'admin'),
  staff('admin2', 'Baiba Kļaviņa', 'admin'),
];

/** Lays the demo accounts where they are missing. A name that somebody else has taken stays theirs; another process may
 *  be doing the same. */
export async function layDemoAccounts(on: Connection, now: Temporal.Instant): Promise<void> {
  const taken = new Set((await listAccounts(on)).map(({ username }) => username));
  const missing = DEMO_ACCOUNTS.filter(({ username }) => !taken.has(username));
  if (missing.length > 0) await layMissing(on, missing, now);
  await proveDemoCustomers(on, now);
}

async function layMissing(
  on: Connection,
  missing: readonly DemoAccount[],
  now: Temporal.Instant,
): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const account of missing) {
    await addAccount(on, { ...account, passwordHash, createdAt: now.toString() }).catch(ignoreTaken);
  }
}

/** What a password of a demonstration stands for is on record like any proof: sub-users rest on it. */
async function proveDemoCustomers(on: Connection, now: Temporal.Instant): Promise<void> {
  for (const { id } of DEMO_ACCOUNTS.filter(({ partyCode }) => partyCode !== null)) {
    const account = await findAccount(on, id);
    if (account?.partyCode)
      await addProof(on, {
        id: crypto.randomUUID(),
        accountId: id,
        partyCode: account.partyCode,
        method: 'demonstration',
        provenBy: 'demonstration',
        documentId: null,
        provenAt: now.toString(),
        endedAt: null,
        endedBy: null,
      });
  }
}

function ignoreTaken(error: unknown): void {
  if (!(error instanceof AlreadyExists)) throw error;
}
