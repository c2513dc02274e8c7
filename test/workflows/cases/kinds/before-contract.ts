import { CHANNELS, type Channel } from '../../../../src/law/deemed-receipt.ts';
import type { LawBook } from '../../../../src/law/law-book.ts';
import { IDENTIFICATION_METHODS, SIGNATURE_FORMS } from '../../../../workflows/vocabulary.ts';
import {
  anApplication,
  annulled,
  contractorDetermined,
  costingGross,
  deadlineOf,
  designReceived,
  factsOf,
  givenUnder,
  identified,
  issued,
  objected,
  offerIssued,
  type Part,
  paid,
  rejected,
  returned,
  revised,
  routed,
  type Story,
  signed,
  statusOf,
  submitted,
  supplied,
  warned,
  when,
} from '../../../builders/index.ts';
import { plusDays, type Runner, runner } from '../case.ts';

/** Kinds of case up to the conclusion of the contract (II.5, II.7, II.11). */

interface Receipt {
  readonly date: string;
  readonly amount: string;
  readonly account?: string;
}

interface OfferDue {
  readonly applicationReceived: string;
  readonly designOrContractorNeeded: boolean;
  readonly designReceived?: string;
  readonly contractorDetermined?: string;
  readonly incompleteUntil?: string;
}

function offerDue(input: OfferDue, law: LawBook) {
  const { applicationReceived: on, designReceived: design, contractorDetermined: contractor } = input;
  const parts: Part[] = [submitted(on)];
  if (input.incompleteUntil) parts.push(returned(on, 'a power of attorney'), supplied(input.incompleteUntil));
  const from = input.incompleteUntil ?? on;
  parts.push(
    routed(from, { designNeeded: design !== undefined, contractorNeeded: contractor !== undefined }),
  );
  const triggers = [
    ...(design ? [{ on: design, part: designReceived(design) }] : []),
    ...(contractor ? [{ on: contractor, part: contractorDetermined(contractor) }] : []),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  const story = givenUnder(law, ...parts, ...triggers.map(({ part }) => part));
  return { lastDay: deadlineOf(story, 'offer')?.lastDay?.toString() ?? null };
}

interface Issued {
  readonly issued: string;
  readonly channel?: Channel;
  readonly customerGross?: string;
}

const offered = (
  { issued: on, channel = 'portal', customerGross = '6050.00' }: Issued,
  law: LawBook,
): Story =>
  givenUnder(
    law,
    offerIssued(on, { channel, quote: costingGross(customerGross), paymentDueOn: plusDays(on, 20) }),
  );

interface ObjectionWindow extends Issued {
  readonly submissions: readonly { readonly utc: string }[];
}

const objectionWindow = (input: ObjectionWindow, law: LawBook) => ({
  lastDay: deadlineOf(offered(input, law), 'objection-window')?.lastDay?.toString(),
  timely: input.submissions.map(
    ({ utc }) => statusOf(when(offered(input, law), objected(utc))) === 'objected',
  ),
});

interface RevisedOffer extends Issued {
  readonly objectionReceived: string;
  readonly revisedIssued: string;
  readonly revisedChannel?: Channel;
}

function revisedOffer(input: RevisedOffer, law: LawBook) {
  const channel = input.revisedChannel ?? input.channel ?? 'portal';
  const story = when(
    offered(input, law),
    objected(input.objectionReceived),
    revised(input.revisedIssued, { channel }),
  );
  return { windowLastDay: deadlineOf(story, 'objection-window')?.lastDay?.toString() };
}

interface Annulment extends Issued {
  readonly warning: { readonly sent: string; readonly channel: Channel } | null;
  readonly objection?: { readonly received: string; readonly rejected: string };
  readonly signed?: string;
  readonly receipts?: readonly Receipt[];
  readonly attempt?: string;
}

/** People are at the wheel: the clock neither warns nor annuls. */
const withoutTheClock = (law: LawBook): LawBook => ({
  ...law,
  setting: (name, on) => (name === 'annulment.mode' ? ('propose' as never) : law.setting(name, on)),
});

/** Each attempt is told anew. */
function annulment(
  input: Annulment,
  delivered: LawBook,
  expected: { annulmentAllowedOn?: Record<string, boolean> },
) {
  const law = withoutTheClock(delivered);
  const { warning, objection, signed: signedOn, receipts = [] } = input;
  const parts = [
    ...(objection ? [{ on: objection.received, part: objected(objection.received) }] : []),
    ...(objection ? [{ on: objection.rejected, part: rejected(objection.rejected) }] : []),
    ...(signedOn ? [{ on: signedOn, part: signed(signedOn, 'customer') }] : []),
    ...receipts.map(({ date, amount }) => ({ on: date, part: paid(date, amount) })),
    ...(warning ? [{ on: warning.sent, part: warned(warning.sent, warning.channel) }] : []),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  const attempt = (on: string): Story => {
    const before = parts.filter((part) => part.on <= on).map(({ part }) => part);
    const story = when(offered(input, law), ...before);
    return when({ ...story, refusal: null }, annulled(on));
  };
  const warnedStory = when(offered(input, law), ...parts.map(({ part }) => part));
  return {
    warningDeemedReceived: factsOf(warnedStory).warning?.deemedReceivedOn ?? null,
    annulmentAllowed: statusOf(attempt(input.attempt ?? '2030-01-01')) === 'annulled',
    annulmentAllowedOn: Object.fromEntries(
      Object.keys(expected.annulmentAllowedOn ?? {}).map((on) => [on, statusOf(attempt(on)) === 'annulled']),
    ),
  };
}

interface Conclusion extends Issued {
  readonly receipts: readonly Receipt[];
  readonly objectionReceived?: string;
}

function conclusionByPayment(input: Conclusion, law: LawBook) {
  const { objectionReceived } = input;
  const parts = [
    ...(objectionReceived ? [{ on: objectionReceived, part: objected(objectionReceived) }] : []),
    ...input.receipts.map(({ date, amount, account = 'main' }) => ({
      on: date,
      part: paid(date, amount, { account }),
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  return { inForceFrom: factsOf(when(offered(input, law), ...parts.map(({ part }) => part))).inForceOn };
}

interface Signatures {
  readonly issued?: string;
  readonly signatures: readonly {
    readonly party: 'customer' | 'operator';
    readonly utc: string;
    readonly form?: (typeof SIGNATURE_FORMS)[number];
    readonly timestamped?: boolean;
  }[];
}

function conclusionBySignature({ issued: on, signatures }: Signatures, law: LawBook) {
  const first = signatures.map(({ utc }) => utc).sort()[0]!;
  const issuedOn = on ?? plusDays(first.slice(0, 10), -1);
  const story = when(
    offered({ issued: issuedOn }, law),
    ...signatures.map(({ party, utc, form = 'esign-timestamped', timestamped = true }) =>
      signed(utc, party, { form, timestamped, signedAt: utc }),
    ),
  );
  return { inForceFrom: factsOf(story).inForceOn };
}

interface Identification {
  readonly cases: readonly { readonly customer: 'natural' | 'legal'; readonly method: string }[];
}

/** Identified is who can be issued an offer (II.5.1); a method that the product does not know identifies nobody. */
const identification = ({ cases }: Identification, law: LawBook) => ({
  identified: cases.map(({ customer, method }) => {
    const known = IDENTIFICATION_METHODS.find((one) => one === method);
    const story = givenUnder(
      law,
      submitted('2025-03-10', anApplication({ customer: { kind: customer } })),
      routed('2025-03-10'),
      ...(known ? [identified('2025-03-10', known)] : []),
    );
    return statusOf(when(story, issued('2025-03-11'))) === 'offered';
  }),
});

interface SignatureForms {
  readonly cases: readonly { readonly form: string; readonly timestamped?: boolean }[];
}

const signatureForm = ({ cases }: SignatureForms, law: LawBook) => ({
  valid: cases.map(({ form, timestamped }) => {
    const known = SIGNATURE_FORMS.find((one) => one === form);
    if (!known) return false;
    const more = timestamped === undefined ? {} : { timestamped };
    const story = when(
      offered({ issued: '2025-03-10' }, law),
      signed('2025-03-12', 'customer', { form: known, ...more }),
    );
    return factsOf(story).signatures.customer !== undefined;
  }),
});

interface DeemedReceipt {
  readonly sent: string;
  readonly channels: readonly Channel[];
}

/** Seen on the offer: its window starts on its deemed receipt. */
const deemedReceipt = ({ sent, channels = CHANNELS }: DeemedReceipt, law: LawBook) => ({
  receivedOn: channels.map(
    (channel) => factsOf(offered({ issued: sent, channel }, law)).offer?.deemedReceivedOn,
  ),
});

export const BEFORE_CONTRACT: Readonly<Record<string, Runner>> = {
  offerDue: runner(offerDue),
  objectionWindow: runner(objectionWindow),
  revisedOffer: runner(revisedOffer),
  annulment: runner(annulment),
  conclusionByPayment: runner(conclusionByPayment),
  objectionThenPayment: runner(conclusionByPayment),
  offerNotAnnulledJustExpired: runner(conclusionByPayment),
  conclusionBySignature: runner(conclusionBySignature),
  identification: runner(identification),
  signatureForm: runner(signatureForm),
  deemedReceipt: runner(deemedReceipt),
};
