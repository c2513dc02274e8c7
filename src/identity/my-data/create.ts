import type { Database } from '../../../db/connect.ts';
import type { Caller } from '../../casework/caller.ts';
import type { Clock } from '../../casework/clocks.ts';
import { momentNow } from '../../casework/parts.ts';
import type { LawBook } from '../../law/law-book.ts';
import type { Language } from '../../law/words.ts';
import type { Identity } from '../identity.ts';
import { type ContactChange, changeContacts, changePassword, removeAccess } from './change.ts';
import { type ExportedData, exportedData } from './export.ts';
import { type Asker, type Held, heldOn } from './held.ts';

/** What people see and change of their own data (GDPR art. 15, 16, 20; readings.md#data-subjects), always as
 *  themselves: also while they act in somebody else's name. */
export interface MyData {
  held(asker: Asker): Promise<Held>;
  exported(asker: Asker, language: Language): Promise<ExportedData>;
  changeContacts(asker: Asker, change: ContactChange): Promise<void>;
  changePassword(asker: Asker, passwords: { readonly current: string; readonly next: string }): Promise<void>;
  /** Ends every session but the one that asks. */
  signOutElsewhere(asker: Asker): Promise<void>;
  /** Takes an unproven account off the cases of a proven person. */
  removeAccess(asker: Asker, accountId: string): Promise<void>;
}

export interface MyDataParts {
  readonly db: Database;
  readonly identity: Pick<Identity, 'confirms' | 'signOutEverywhere'>;
  readonly clock: Clock;
  readonly book: () => LawBook;
}

export function createMyData({ db, identity, clock, book }: MyDataParts): MyData {
  const change = { db, identity };
  const held = { db, timeZone: () => book().operator.timeZone };
  return {
    held: async (asker) => (await heldOn(held, inPerson(asker))).held,
    async exported(asker, language) {
      const [found, moment] = await Promise.all([
        heldOn(held, inPerson(asker)),
        momentNow({ clock, lawBook: book }),
      ]);
      return exportedData(db, { ...found, moment, language });
    },
    changeContacts: (asker, wanted) => changeContacts(change, asker, wanted),
    changePassword: (asker, passwords) => changePassword(change, asker, passwords),
    signOutElsewhere: ({ caller, token }) => identity.signOutEverywhere(caller.accountId, token),
    removeAccess: (asker, accountId) => removeAccess(change, asker, accountId),
  };
}

const inPerson = ({ caller, token }: Asker): Asker => ({ caller: asOneself(caller), token });

/** The same person, acting in the own name. */
export function asOneself({ actingFor: _, ...caller }: Caller): Caller {
  return caller;
}
