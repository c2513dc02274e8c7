import type { Database } from '../../db/connect.ts';
import type { Caller } from '../../src/casework/caller.ts';
import type { Casework } from '../../src/casework/casework.ts';
import { createCasework } from '../../src/casework/create.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import type { CaseworkParts } from '../../src/casework/parts.ts';
import type { CaseView } from '../../src/casework/show/shown.ts';
import { byLoadUnit } from '../../src/demo/acts.ts';
import { signedIn, type Who } from '../../src/demo/people.ts';
import { type StoryClock, storyClock } from '../../src/demo/tell.ts';
import { layDemoAccounts } from '../../src/identity/demo-accounts.ts';
import { applicationSchema } from '../../workflows/application.ts';
import { EVENT_DATA, type EventInput, type EventType } from '../../workflows/events.ts';

/** Case workers on a real database and a clock that stands still, with the demo accounts; and cases as far as a test needs
 *  them. */
export interface Office {
  readonly parts: CaseworkParts;
  readonly clock: StoryClock;
  readonly casework: Casework;
  post<Type extends EventType>(
    who: Who | Caller,
    caseId: string,
    type: Type,
    data: EventInput<Type>,
  ): Promise<CaseView>;
  /** Applied for by its customer. */
  received(by?: 'customer' | 'company', address?: string): Promise<CaseView>;
  /** With an offer and its advance invoice. */
  offered(by?: 'customer' | 'company', advanceGross?: string): Promise<CaseView>;
}

export const TODAY = '2025-03-10';

let house = 0;

export async function openOffice(db: Database, today = TODAY): Promise<Office> {
  const later = (days: number): string => Temporal.PlainDate.from(today).add({ days }).toString();
  const shelf = await openLawShelf(db);
  const clock = storyClock(Temporal.Instant.from(`${today}T08:00:00Z`));
  await layDemoAccounts(db, Temporal.Now.instant());
  const parts: CaseworkParts = {
    db,
    clock,
    lawBook: shelf.book,
    compose: (notice: string) => ({ notice }),
  };
  const casework = createCasework(parts);

  const office: Office = {
    parts,
    clock,
    casework,
    async post(who, caseId, type, data) {
      const caller = typeof who === 'string' ? signedIn(who) : who;
      const event = { type, data: EVENT_DATA[type].parse(data) as Record<string, unknown> };
      const outcome = await casework.post(caller, caseId, event, { language: 'en' });
      if (outcome.kind !== 'done') throw new Error(`${type} waits for a second person.`);
      return outcome.case;
    },
    async received(by = 'customer', address = `Liepu iela ${++house}, Cēsis`) {
      const application = applicationSchema.parse({
        customer: {
          kind: by === 'customer' ? 'natural' : 'legal',
          name: by === 'customer' ? 'Anna Ozoliņa' : 'SIA "Paraugs"',
          email: `${by}@piemers.example`,
          ...(by === 'customer' ? { household: true } : {}),
        },
        object: { address },
        connection: { phases: 3, ampere: '25', volt: '400' },
        purpose: 'new',
      });
      return casework.submit(signedIn(by), application, { language: 'en' });
    },
    async offered(by = 'customer', advanceGross) {
      const { id } = await office.received(by);
      await office.post('engineer', id, 'application.routed', {
        designNeeded: false,
        contractorNeeded: false,
      });
      return office.post('engineer', id, 'offer.issued', {
        quote: byLoadUnit('25'),
        termOn: later(204),
        paymentDueOn: later(35),
        channel: 'portal',
        ownershipBoundary: 'spaiļu kopnes ievadsadalnē',
        ...(advanceGross === undefined ? {} : { advanceGross }),
      });
    },
  };
  return office;
}
