import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Connection } from '../../db/connect.ts';
import {
  contextOfKeptForm,
  countKeptForms,
  deleteExpiredKeptForms,
  keepForm,
  takeKeptForm,
} from '../../db/kept-forms.ts';
import { findEndedSession } from '../../db/sessions.ts';
import { FORM_KEPT_FOR } from './session-times.ts';
import { hashOf } from './tokens.ts';

/** What was typed into a form that was sent after its session had ended (ADR 0125). It is sealed by the token of that
 *  session, which the browser alone has, and given back once, to the account whose session it was. */
export interface KeptForms {
  /** Whose session ran out; null: it goes on, never was, or was ended by somebody. */
  endedSession(token: string): Promise<EndedSession | null>;
  /** Whether it could be kept: one that is too long is not, nor the eleventh of an account. */
  keep(token: string, ended: EndedSession, page: string, form: KeptForm): Promise<boolean>;
  /** In whose name the form of a page was filled in; null: nothing is kept for this account. */
  contextOf(token: string, accountId: string, page: string): Promise<string | null>;
  /** Gives the form of a page back, once. */
  takeBack(token: string, accountId: string, page: string): Promise<KeptForm | null>;
}

export interface EndedSession {
  readonly accountId: string;
  /** The account in whose name the session went on. */
  readonly contextId: string;
}

export interface KeptForm {
  /** The address that it was sent to. */
  readonly action: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Files are not kept. */
  readonly hadFiles: boolean;
}

const MOST_BYTES = 128 * 1024;
const MOST_FORMS = 10;

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (token: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', token, '', 'pieslegums kept form', 32));

function seal(token: string, accountId: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(token), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(accountId));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

function unseal(token: string, accountId: string, sealed: string): string {
  const whole = Buffer.from(sealed, 'base64');
  const cipher = createDecipheriv(CIPHER, keyOf(token), whole.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(Buffer.from(accountId));
  cipher.setAuthTag(whole.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const body = whole.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([cipher.update(body), cipher.final()]).toString('utf8');
}

export function openKeptForms(
  db: Connection,
  now: () => Temporal.Instant = () => Temporal.Now.instant(),
): KeptForms {
  const wanted = (token: string, accountId: string, page: string) => ({
    sessionHash: hashOf(token),
    accountId,
    page,
    now: now().toString(),
  });
  return {
    async endedSession(token) {
      const found = await findEndedSession(db, hashOf(token), now().toString());
      return found && { accountId: found.accountId, contextId: found.context ?? found.accountId };
    },
    async keep(token, { accountId, contextId }, page, form) {
      const text = JSON.stringify(form);
      if (Buffer.byteLength(text) > MOST_BYTES) return false;
      const at = now();
      await deleteExpiredKeptForms(db, at.toString());
      if ((await countKeptForms(db, accountId)) >= MOST_FORMS) return false;
      await keepForm(db, {
        sessionHash: hashOf(token),
        page,
        accountId,
        context: contextId,
        sealed: seal(token, accountId, text),
        expiresAt: at.add(FORM_KEPT_FOR).toString(),
      });
      return true;
    },
    contextOf: (token, accountId, page) => contextOfKeptForm(db, wanted(token, accountId, page)),
    async takeBack(token, accountId, page) {
      const taken = await takeKeptForm(db, wanted(token, accountId, page));
      return taken && (JSON.parse(unseal(token, accountId, taken.sealed)) as KeptForm);
    },
  };
}
