import { noteOnAccount } from '../../../db/account-log.ts';
import type { Database } from '../../../db/connect.ts';
import {
  addFactor,
  confirmFactor,
  findFactor,
  takeRecoveryCode,
  takeStep,
} from '../../../db/second-factors.ts';
import { noteFactor } from '../../../db/sessions.ts';
import type { Caller } from '../../casework/caller.ts';
import { Refusal } from '../../law/refusal.ts';
import { say } from '../../law/words.ts';
import { type LockOutPolicy, lockOut } from '../lock-out.ts';
import { hashOf } from '../tokens.ts';
import { newSecret, normalRecoveryCode, recoveryCode, stepOf, uriOf } from './totp.ts';

/** The second factor of staff: set up, shown, and what opens where the phone is lost (ADR 0120). */
export interface SecondFactor {
  /** A secret for an app; the same one until it is proven. @throws Refusal where one is set up already */
  begin(caller: Caller): Promise<{ readonly secret: string; readonly uri: string }>;
  /** Proves that the secret stands in an app; answers recovery codes, told this once. */
  confirm(caller: Caller, token: string, code: string): Promise<Confirmed>;
  /** Shows a code of the app, or a recovery code, in this session. Each is good once. */
  prove(caller: Caller, token: string, code: string): Promise<Proven>;
}

type Proven =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

type Confirmed =
  | { readonly kind: 'done'; readonly recoveryCodes: readonly string[] }
  | Exclude<Proven, { kind: 'right' }>;

const RECOVERY_CODES = 10;

export interface SecondFactorParts {
  readonly db: Database;
  /** Real time; tests bring their own. */
  readonly now?: () => Temporal.Instant;
  readonly lockOutPolicy?: LockOutPolicy;
}

const isSetUp = (): Refusal =>
  new Refusal({
    code: 'second-factor.set-up',
    detail: say('Otrais faktors jau ir iestatīts.', 'A second factor is set up already.'),
  });

const forStaff = (): Refusal =>
  new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say('Otrais faktors ir darbiniekiem.', 'The second factor is for staff.'),
  });

export function createSecondFactor({
  db,
  now = () => Temporal.Now.instant(),
  lockOutPolicy,
}: SecondFactorParts): SecondFactor {
  const locks = lockOut({ db, now, ...(lockOutPolicy ? { policy: lockOutPolicy } : {}) });
  // Nobody gets here without the password: tries are counted by the account, and keep no stranger's victim out.
  const tried = ({ accountId }: Caller) => ({
    what: `second factor of ${accountId}`,
    whence: 'second factor',
    isKnown: true,
  });
  const note = (caller: Caller, what: string) =>
    noteOnAccount(db, {
      at: now().toString(),
      accountId: caller.accountId,
      actor: caller.username,
      what,
      data: {},
    });

  return {
    async begin({ accountId, username, kind }) {
      if (kind !== 'staff') throw forStaff();
      await addFactor(db, { accountId, secret: newSecret(), createdAt: now().toString() });
      const found = await findFactor(db, accountId);
      if (!found || found.confirmedAt !== null) throw isSetUp();
      return { secret: found.secret, uri: uriOf(found.secret, username) };
    },

    async confirm(caller, token, code) {
      const { accountId } = caller;
      const weighed = await locks.weigh(tried(caller), async () => {
        const found = await findFactor(db, accountId);
        if (!found) return null;
        if (found.confirmedAt !== null) throw isSetUp();
        const step = stepOf(found.secret, code, now());
        if (step === null) return null;
        const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
        const at = now().toString();
        const hashes = codes.map((one) => hashOf(`${accountId} ${normalRecoveryCode(one)}`));
        const done = await db.transaction((tx) => confirmFactor(tx, accountId, { at, step }, hashes));
        if (!done) throw isSetUp();
        return codes;
      });
      if (weighed.kind !== 'right') return weighed;
      await noteFactor(db, hashOf(token), now().toString());
      await note(caller, 'second-factor.set-up');
      return { kind: 'done', recoveryCodes: weighed.value };
    },

    async prove(caller, token, code) {
      const { accountId } = caller;
      const weighed = await locks.weigh(tried(caller), async () => {
        const found = await findFactor(db, accountId);
        if (!found || found.confirmedAt === null) return null;
        const step = stepOf(found.secret, code, now());
        if (step !== null) return (await takeStep(db, accountId, step)) ? 'code' : null;
        const hash = hashOf(`${accountId} ${normalRecoveryCode(code)}`);
        return (await takeRecoveryCode(db, accountId, hash)) ? 'recovery' : null;
      });
      if (weighed.kind !== 'right') return weighed;
      if (weighed.value === 'recovery') await note(caller, 'second-factor.recovery-code-used');
      await noteFactor(db, hashOf(token), now().toString());
      return { kind: 'right' };
    },
  };
}
