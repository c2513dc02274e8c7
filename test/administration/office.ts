import { expect } from 'vitest';
import type { Database } from '../../db/database.ts';
import { deadlinesOf } from '../../db/deadlines.ts';
import { historyOf } from '../../db/history.ts';
import { createLawServices, type LawServices } from '../../src/administration/create.ts';
import type { Proposal } from '../../src/administration/proposal.ts';
import type { ProposalRequest } from '../../src/administration/proposal-request.ts';
import type { Caller } from '../../src/casework/caller.ts';
import type { Casework } from '../../src/casework/casework.ts';
import type { Clock } from '../../src/casework/clocks.ts';
import { createCasework } from '../../src/casework/create.ts';
import { type LawShelf, openLawShelf } from '../../src/casework/law-shelf.ts';
import { moveThrough } from '../../src/casework/move-clock.ts';
import type { CaseworkParts } from '../../src/casework/parts.ts';
import type { CaseView } from '../../src/casework/show/shown.ts';
import { callerBehind } from '../../src/identity/accounts.ts';
import { DEMO_ACCOUNTS } from '../../src/identity/demo-accounts.ts';
import { identificationByPassword } from '../../src/identity/level.ts';
import { Refusal } from '../../src/law/refusal.ts';
import { applicationSchema } from '../../workflows/application.ts';
import { EVENT_DATA, type EventInput, type EventType } from '../../workflows/events.ts';

/** One process of the product without its HTTP face, on a clock that the test moves. Two offices on one database are two
 *  processes: each reads the law when it is told to. */
export interface Office extends LawServices {
  readonly db: Database;
  readonly shelf: LawShelf;
  readonly casework: Casework;
  readonly faults: unknown[];
  moveTo(when: string): Promise<void>;
  /** Proposed by the one and approved by the other administrator. */
  enacted(request: ProposalRequest): Promise<Proposal>;
  act<Type extends EventType>(who: string, id: string, type: Type, data: EventInput<Type>): Promise<CaseView>;
  find(id: string): Promise<CaseView>;
  /** The day of a deadline as the clock's index has it, and when it wakes. */
  indexed(id: string, name: string): Promise<readonly [string | null, string | null] | null>;
  historyOf(id: string): ReturnType<typeof historyOf>;
}

export function person(username: string): Caller {
  const account = DEMO_ACCOUNTS.find((one) => one.username === username)!;
  return callerBehind(
    { ...account, passwordHash: null, createdAt: '' },
    identificationByPassword(account, true),
  );
}

/** `2025-03-10` (at ten in Riga), `2025-03-10T23:59`, or an instant ending in Z. */
export const instantOf = (when: string): Temporal.Instant =>
  when.endsWith('Z')
    ? Temporal.Instant.from(when)
    : Temporal.PlainDateTime.from(when.includes('T') ? when : `${when}T10:00`)
        .toZonedDateTime('Europe/Riga')
        .toInstant();

/** A time that several offices share. */
export interface SharedTime extends Clock {
  moveTo(instant: Temporal.Instant): Promise<void>;
}

export function timeFrom(when: string): SharedTime {
  let now = instantOf(when);
  return {
    kind: 'virtual',
    now: async () => now,
    moveTo: async (instant) => {
      now = instant;
    },
  };
}

const OPTIONS = { language: 'en' } as const;
const SILENT = { warn: () => undefined };

export async function openOffice(db: Database, clock: SharedTime): Promise<Office> {
  const shelf = await openLawShelf(db);
  const parts: CaseworkParts = { db, clock, lawBook: shelf.book, compose: (notice) => ({ notice }) };
  const casework = createCasework(parts);
  const faults: unknown[] = [];
  const law = createLawServices({ db, clock, shelf, told: (fault) => faults.push(fault) });
  return {
    ...law,
    db,
    shelf,
    casework,
    faults,
    async moveTo(when) {
      await moveThrough(parts, clock.moveTo, instantOf(when), SILENT);
    },
    async enacted(request) {
      const { id } = await law.lawDesk.propose(person('admin'), request);
      return law.lawDesk.decide(person('admin2'), id, { decision: 'apply', reasons: '' });
    },
    async act(who, id, type, data) {
      const read = EVENT_DATA[type].parse(data) as Record<string, unknown>;
      const outcome = await casework.post(person(who), id, { type, data: read }, OPTIONS);
      if (outcome.kind !== 'done') throw new Error(`${type} waits for a second person.`);
      return outcome.case;
    },
    find: (id) => casework.find(person('service'), id, 'en'),
    async indexed(id, name) {
      const row = (await deadlinesOf(db, id)).find((one) => one.name === name);
      return row ? [row.earliestDay ?? row.lastDay, row.wakeAt] : null;
    },
    historyOf: (id) => historyOf(db, id),
  };
}

let houses = 0;

export async function evaluating(office: Office): Promise<CaseView> {
  houses += 1;
  const application = applicationSchema.parse({
    customer: {
      kind: 'natural',
      name: 'Anna Ozoliņa',
      email: 'anna@piemers.example',
      postalAddress: 'Liepu iela 1, Cēsis',
      household: true,
    },
    object: { address: `Brīvības iela ${houses}, Cēsis` },
    connection: { phases: 3, ampere: '25', volt: '400' },
    purpose: 'new',
  });
  const { id } = await office.casework.submit(person('customer'), application, OPTIONS);
  return office.act('engineer', id, 'application.routed', { designNeeded: false, contractorNeeded: false });
}

type Offer = EventInput<'offer.issued'>;

/** 25 A at 200 m: the works cost 10,000.00, half of it is the customer's, with VAT of 21 % 6,050.00. */
const WORKS: Offer['quote'] = {
  connection: { ampere: '25', volt: '400', distanceM: '200' },
  costs: { construction: '10000.00' },
};

export async function offered(
  office: Office,
  more: Partial<Offer> & { paymentDueOn: string },
): Promise<CaseView> {
  const { id } = await evaluating(office);
  return office.act('engineer', id, 'offer.issued', {
    quote: WORKS,
    termOn: Temporal.PlainDate.from(more.paymentDueOn).add({ months: 6 }).toString(),
    channel: 'portal',
    ownershipBoundary: 'sadalne pie robežas',
    ...more,
  });
}

export async function signed(office: Office, id: string): Promise<CaseView> {
  await office.act('customer', id, 'contract.signed', { party: 'customer', form: 'portal' });
  return office.act('engineer', id, 'contract.signed', { party: 'operator', form: 'portal' });
}

export async function refusalOf(act: Promise<unknown>): Promise<Refusal> {
  const outcome = await act.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof Refusal) return outcome;
  if (outcome) throw outcome;
  return expect.unreachable('a refusal was expected');
}
