import { createHash } from 'node:crypto';
import type { Database } from '../../db/database.ts';
import { findDocument } from '../../db/documents.ts';
import { noticesOf } from '../../db/notices.ts';
import type { NoticeRow } from '../../db/rows.ts';
import type { ComposeLetter, ReaddressLetter } from '../../src/casework/carry-out/letter.ts';
import type { Casework } from '../../src/casework/casework.ts';
import { createCasework } from '../../src/casework/create.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import { moveThrough } from '../../src/casework/move-clock.ts';
import type { CaseworkParts } from '../../src/casework/parts.ts';
import type { CaseView } from '../../src/casework/show/shown.ts';
import { type DispatchParts, dispatchDue, letterOutbox } from '../../src/delivery/dispatch.ts';
import { openDocuments } from '../../src/delivery/documents.ts';
import { type Mailer, smtpMailer } from '../../src/delivery/mail.ts';
import { inOrder } from '../../src/delivery/outbox.ts';
import { remindDue, reminderOutbox } from '../../src/delivery/reminders/dispatch.ts';
import { createReminderDesk, type ReminderDesk } from '../../src/delivery/reminders/reminder-desk.ts';
import type { RenderLetter } from '../../src/delivery/rendering.ts';
import { applicationSchema } from '../../workflows/application.ts';
import { EVENT_DATA, type EventInput, type EventType } from '../../workflows/events.ts';
import { instantOf, person, type SharedTime } from '../administration/office.ts';
import { application, offer, SIMPLE_ROUTE } from '../journeys/builders.ts';

/** One process of the product with its mail room. Several on one database and one time are several processes. */
export interface House {
  readonly db: Database;
  readonly casework: Casework;
  readonly parts: DispatchParts;
  readonly reminderDesk: ReminderDesk;
  readonly warned: string[];
  /** Letters that were set as PDF, by notice and recipient. */
  readonly printed: string[];
  moveTo(when: string): Promise<void>;
  dispatch(): Promise<number>;
  /** Notes and sends the reminders that are due. */
  remind(): Promise<number>;
  submit(customer?: object): Promise<CaseView>;
  act<Type extends EventType>(who: string, id: string, type: Type, data: EventInput<Type>): Promise<CaseView>;
  find(id: string): Promise<CaseView>;
  letters(id: string): Promise<NoticeRow[]>;
  letter(id: string, notice: string): Promise<NoticeRow>;
  hashOf(letter: NoticeRow): Promise<string | null>;
  close(): void;
}

interface Furnishing {
  readonly smtpUrl?: string | null;
  readonly mailer?: Mailer;
  readonly compose?: ComposeLetter;
  readonly readdress?: ReaddressLetter;
  readonly render?: RenderLetter;
}

/** The facts of a letter, as far as the tests look at them. */
const plainCompose: ComposeLetter = (notice, { place, happened, channel }) => ({
  notice,
  channel,
  caseNumber: place.number,
  name: happened.state.facts.application.customer?.name,
});

/** A letter without an art: a stand-in for paper that is different at each printing. */
export const plainRender =
  (printed: string[]): RenderLetter =>
  async ({ notice, model, caseNumber, recipient }) => {
    const { name } = model as { name: string };
    const words = `${notice} ${caseNumber} ${name} ēģļšņž`;
    return {
      subject: words,
      text: words,
      html: `<p>${words}</p>`,
      fileName: `${notice}.pdf`,
      pdf: async () => {
        printed.push(`${notice} ${recipient}`);
        const hash = createHash('sha256').update(`${words} ${Math.random()}`).digest('hex');
        return Buffer.from(`%PDF-1.7 ${words} ${hash}`);
      },
    };
  };

const SILENT = { warn: () => undefined };
const ENGLISH = { language: 'en' } as const;

export async function openHouse(
  db: Database,
  clock: SharedTime,
  furnishing: Furnishing = {},
): Promise<House> {
  const { smtpUrl = null, compose = plainCompose } = furnishing;
  const printed: string[] = [];
  const warned: string[] = [];
  const shelf = await openLawShelf(db);
  const render = furnishing.render ?? plainRender(printed);
  const documents = openDocuments({ db, clock, lawBook: shelf.book, render });
  const parts: CaseworkParts = {
    db,
    clock,
    lawBook: shelf.book,
    compose,
    ...(furnishing.readdress ? { readdress: furnishing.readdress } : {}),
    documentOf: documents.documentOf,
  };
  const casework = createCasework(parts);
  const mailer = furnishing.mailer ?? (smtpUrl === null ? null : smtpMailer(smtpUrl, null));
  const dispatching: DispatchParts = { ...parts, documents, casework, mailer };
  const log = { warn: (_details: object, message: string) => void warned.push(message) };
  const outbox = inOrder(letterOutbox(dispatching, log), reminderOutbox(dispatching, log));
  const letters = (id: string) => noticesOf(db, id);
  return {
    db,
    casework,
    parts: dispatching,
    reminderDesk: createReminderDesk({ ...parts, sends: mailer !== null }),
    warned,
    printed,
    letters,
    async moveTo(when) {
      await moveThrough(parts, clock.moveTo, instantOf(when), SILENT, outbox);
    },
    dispatch: () => dispatchDue(dispatching, log),
    remind: () => remindDue(dispatching, log),
    submit: (customer = {}) =>
      casework.submit(
        person('customer'),
        applicationSchema.parse(application({ customer: { ...customer } })),
        ENGLISH,
      ),
    async act(who, id, type, data) {
      const told = EVENT_DATA[type].parse(data) as Record<string, unknown>;
      const outcome = await casework.post(person(who), id, { type, data: told }, ENGLISH);
      if (outcome.kind !== 'done') throw new Error(`${type} awaits an approval.`);
      return outcome.case;
    },
    find: (id) => casework.find(person('service'), id, 'en'),
    async letter(id, notice) {
      const found = (await letters(id)).findLast((one) => one.notice === notice);
      if (!found) throw new Error(`There is no ${notice}.`);
      return found;
    },
    hashOf: async (letter) => (await findDocument(db, letter.documentId!))?.sha256 ?? null,
    close: () => mailer?.close(),
  };
}

interface Offered {
  readonly channel?: 'portal' | 'email' | 'post' | 'hand';
  readonly customer?: object;
}

/** Applied for and offered now; the window is open for thirty days. */
export async function offered(house: House, given: Offered = {}): Promise<CaseView> {
  const { channel = 'email', customer } = given;
  const { id } = await house.submit(customer);
  await house.act('engineer', id, 'application.routed', SIMPLE_ROUTE);
  const today = (await house.parts.clock.now()).toZonedDateTimeISO('Europe/Riga').toPlainDate();
  return house.act('engineer', id, 'offer.issued', {
    ...offer({ channel }),
    termOn: today.add({ months: 9 }).toString(),
    paymentDueOn: today.add({ days: 30 }).toString(),
  } as EventInput<'offer.issued'>);
}

export const deadline = (view: CaseView, name: string) => view.deadlines.find((one) => one.name === name);
