import { Decimal } from 'decimal.js';
import type { StepInvoice } from '../../db/commit.ts';
import { type Deadline, type DeadlineName, deadlinesOf } from '../../workflows/deadlines/index.ts';
import { countedReceipts, moneyOf, termLastDay, termsOf } from '../../workflows/derived.ts';
import type { CaseEvent, EventType } from '../../workflows/events.ts';
import type { Facts, Offer } from '../../workflows/facts.ts';
import { situationOf } from '../../workflows/step.ts';
import type { LetterAsked } from '../casework/carry-out/letter.ts';
import { day } from '../law/days.ts';
import { amountOf } from '../law/money.ts';
import type { EffectiveTerms } from '../law/terms/terms.ts';

/** What letters ask of the event that they tell of. */

export const factsOf = ({ happened }: LetterAsked): Facts => happened.state.facts;

export const todayOf = ({ happened }: LetterAsked) => day(happened.event.today);

export const termsFor = (asked: LetterAsked): EffectiveTerms =>
  termsOf(factsOf(asked), asked.moment.law, todayOf(asked));

/** The event, where it is one of these types. */
export function eventOf<Type extends EventType>(
  { happened }: LetterAsked,
  ...types: Type[]
): CaseEvent<Type> {
  const { event } = happened;
  if ((types as string[]).includes(event.type)) return event as CaseEvent<Type>;
  throw new Error(`The letter tells of ${types.join(' or ')}; the event is ${event.type}.`);
}

const deadlineOf = ({ happened, moment }: LetterAsked, name: DeadlineName): Deadline | null =>
  deadlinesOf(situationOf(happened.state), moment.law).find((one) => one.name === name) ?? null;

export const lastDayOf = (asked: LetterAsked, name: DeadlineName): string | null =>
  deadlineOf(asked, name)?.lastDay?.toString() ?? null;

export function offerOf(asked: LetterAsked): Offer {
  const { offer } = factsOf(asked);
  if (!offer) throw new Error('The letter tells of an offer; the case has none.');
  return offer;
}

/** The term with its suspensions, or as the offer names it. */
export const termOf = (asked: LetterAsked): string | null => {
  const facts = factsOf(asked);
  return termLastDay(facts, asked.moment.law)?.toString() ?? facts.offer?.termOn ?? null;
};

export const receivedAmount = (asked: LetterAsked): string => amountOf(countedReceipts(factsOf(asked)));

/** What the customer still owes now; nothing after an end that the debt does not outlive. */
export const owedAmount = (asked: LetterAsked): string => moneyOf(factsOf(asked)).outstanding;

export const isZero = (amount: string): boolean => new Decimal(amount).isZero();

/** The invoice that the event issues. */
export function issuedInvoice(asked: LetterAsked, kind: 'advance' | 'final'): StepInvoice {
  const found = asked.invoices.findLast((one) => one.kind === kind && one.seq === asked.happened.event.seq);
  if (!found) throw new Error(`The letter needs the ${kind} invoice of its event.`);
  return found;
}

/** Credit notes that the event issues for the invoices that it voids. */
export const creditNotesOf = (asked: LetterAsked): StepInvoice[] =>
  asked.invoices.filter((one) => one.kind === 'credit' && one.seq === asked.happened.event.seq);

/** The invoice by which the customer pays now. */
export const payableInvoice = (asked: LetterAsked): StepInvoice | null =>
  asked.invoices.findLast((one) => one.kind !== 'credit' && one.state === 'open') ?? null;

/** Lines of a text of which each tells one thing; marks of a list that people type are left out. */
export const linesOf = (text: string | readonly string[]): string[] =>
  (typeof text === 'string' ? text.split('\n') : [...text])
    .map((line) => line.replace(/^\s*([-–•*]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '');
