import { randomUUID } from 'node:crypto';
import { noteOnAccount } from '../../db/account-log.ts';
import { changeAccount, findAccount } from '../../db/accounts.ts';
import type { Database } from '../../db/connect.ts';
import { storeDocument } from '../../db/documents.ts';
import {
  addProof,
  type CompanyAccountRow,
  companyAccounts,
  endProof,
  standingProof,
} from '../../db/proofs.ts';
import type { AccountRow } from '../../db/rows.ts';
import type { Caller } from '../casework/caller.ts';
import type { NewFile } from '../casework/files/file.ts';
import { assertAcceptable, givenFiles } from '../casework/files/given-file.ts';
import { isRegistrationNumber, normalPartyCode } from '../law/party-code.ts';
import { Refusal } from '../law/refusal.ts';
import { say, type Words } from '../law/words.ts';
import { endEarlierAccess } from './earlier-access.ts';

/** Who speaks for a company that signs in by password (D-20): without rights until customer service confirms it on a
 *  document, or a representative whom a provider vouches for does. */
export interface CompanyDesk {
  /** Those that wait first. A representative is told of those that name its own company. */
  list(caller: Caller, code?: string): Promise<readonly CompanyAccountRow[]>;
  one(caller: Caller, accountId: string): Promise<CompanyAccountRow>;
  confirm(caller: Caller, accountId: string, on: Grounds): Promise<void>;
  /** The account has no rights from this moment on, and nobody whom it let in. */
  end(caller: Caller, accountId: string, reason?: string): Promise<void>;
}

interface Grounds {
  /** The document on which the operator rests it. */
  readonly document: Pick<NewFile, 'name' | 'bytes'> | null;
  /** Registration number, where the account names none or another one. */
  readonly code?: string;
  /** What the document says of the right to represent, as whoever confirms read it. */
  readonly seen?: string;
}

interface CompanyParts {
  readonly db: Database;
  readonly now?: () => Temporal.Instant;
}

export function createCompanyDesk({ db, now = () => Temporal.Now.instant() }: CompanyParts): CompanyDesk {
  async function accountFor(caller: Caller, id: string): Promise<AccountRow> {
    const account = await findAccount(db, id);
    if (account?.kind !== 'legal' || !isOfTheirs(caller, account)) throw noSuchAccount();
    return account;
  }

  return {
    async list(caller, code) {
      assertMayConfirm(caller);
      const own = isService(caller) ? code : caller.partyCode!;
      return companyAccounts(db, { code: own === undefined ? null : normalPartyCode(own) });
    },

    async one(caller, accountId) {
      assertMayConfirm(caller);
      const { id } = await accountFor(caller, accountId);
      const [found] = await companyAccounts(db, { id });
      if (!found) throw noSuchAccount();
      return found;
    },

    async confirm(caller, accountId, { document, code, seen }) {
      assertMayConfirm(caller);
      const account = await accountFor(caller, accountId);
      const partyCode = codeFor(account, code);
      const given = document ? givenFiles([{ ...document, purpose: 'authority' }]) : [];
      if (isService(caller) && given.length === 0) throw withoutDocument();
      assertAcceptable(given);
      const at = now().toString();
      await db.transaction(async (tx) => {
        if (await standingProof(tx, account.id)) throw confirmedAlready();
        for (const { documentId: id, name, contentType, bytes } of given)
          await storeDocument(tx, { id, caseId: null, name, contentType, createdAt: at, bytes });
        if (account.partyCode !== partyCode) await changeAccount(tx, account.id, { partyCode });
        await endEarlierAccess(tx, { accountId: account.id, at, by: caller.username });
        await addProof(tx, {
          id: randomUUID(),
          accountId: account.id,
          partyCode,
          method: isService(caller) ? 'operator' : 'representative',
          provenBy: caller.username,
          documentId: given[0]?.documentId ?? null,
          provenAt: at,
          endedAt: null,
          endedBy: null,
        });
        await noteOnAccount(tx, {
          at,
          accountId: account.id,
          actor: caller.username,
          what: 'company.confirmed',
          data: { documentId: given[0]?.documentId ?? null, ...(seen ? { seen } : {}) },
        });
      });
    },

    async end(caller, accountId, reason) {
      assertMayConfirm(caller);
      const account = await accountFor(caller, accountId);
      const at = now().toString();
      await db.transaction(async (tx) => {
        if (!(await endProof(tx, account.id, { at, by: caller.username }))) throw notConfirmed();
        await noteOnAccount(tx, {
          at,
          accountId: account.id,
          actor: caller.username,
          what: 'company.confirmation-ended',
          data: reason ? { reason } : {},
        });
      });
    },
  };
}

const isService = ({ roles }: Caller): boolean => roles.includes('service');

/** Whom a provider of identities vouches for at this very sign-in. */
const isRepresentative = ({ kind, method, partyCode, actingFor }: Caller): boolean =>
  kind === 'legal' &&
  (method === 'portal-eid' || method === 'portal-bank') &&
  partyCode !== null &&
  actingFor === undefined;

const isOfTheirs = (caller: Caller, account: AccountRow): boolean =>
  isService(caller) || account.partyCode === caller.partyCode;

function assertMayConfirm(caller: Caller): void {
  if (!isService(caller) && !isRepresentative(caller)) throw notTheirs();
}

function codeFor({ partyCode }: AccountRow, given: string | undefined): string {
  const code = given === undefined ? partyCode : normalPartyCode(given);
  if (code === null || !isRegistrationNumber(code))
    throw invalid('code', say('jābūt reģistrācijas numuram', 'must be a registration number'));
  return code;
}

const invalid = (field: string, message: Words): Refusal =>
  new Refusal({
    code: 'company.not-confirmed',
    kind: 'invalid',
    clause: 'II.5.4.3',
    detail: message,
    errors: [{ field, message }],
  });

const withoutDocument = (): Refusal =>
  invalid(
    'document',
    say(
      'pievienojiet dokumentu par tiesībām pārstāvēt uzņēmumu',
      'attach the document on the right to represent the company',
    ),
  );

const notTheirs = (): Refusal =>
  new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    clause: 'II.5.4.3',
    detail: say(
      'Uzņēmuma kontu apstiprina klientu apkalpošana vai uzņēmuma pārstāvis, kas pierakstījies ar eID vai internetbanku.',
      'A company’s account is confirmed by customer service, or by the company’s representative who signed in by eID or bank.',
    ),
  });

const noSuchAccount = (): Refusal =>
  new Refusal({
    code: 'account.not-found',
    kind: 'not-found',
    detail: say('Šāda uzņēmuma konta nav.', 'There is no such account of a company.'),
  });

const confirmedAlready = (): Refusal =>
  new Refusal({
    code: 'company.confirmed-already',
    detail: say('Šis konts jau ir apstiprināts.', 'This account is confirmed already.'),
  });

const notConfirmed = (): Refusal =>
  new Refusal({
    code: 'company.not-confirmed',
    detail: say('Šis konts nav apstiprināts.', 'This account is not confirmed.'),
  });
