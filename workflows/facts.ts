import type { Clause } from '../src/law/clauses.ts';
import type { IsoDay } from '../src/law/days.ts';
import type { Channel } from '../src/law/deemed-receipt.ts';
import type { KeptQuote } from '../src/law/fees/kept-quote.ts';
import type { Amount } from '../src/law/money.ts';
import type { PartOneOverrides } from '../src/law/terms/terms.ts';
import type { Draft } from './application.ts';
import type { Party } from './roles.ts';
import type {
  DataRight,
  IdentificationMethod,
  Maker,
  SignatureForm,
  SuspensionReason,
  TerminationReason,
} from './vocabulary.ts';

/** The facts of a case: what has happened, never what follows from it. Plain JSON (ADR 0001). */
export interface Facts {
  readonly application: Draft;
  readonly receivedOn: IsoDay | null;
  readonly missing: readonly string[];
  readonly suppliedOn: IsoDay | null;
  readonly identification: Identification | null;
  readonly route: Route | null;
  readonly designReceivedOn: IsoDay | null;
  readonly contractor: { readonly on: IsoDay; readonly chosenBy: string } | null;
  readonly reinstatedOn: IsoDay | null;

  readonly offer: Offer | null;
  readonly objection: Objection | null;
  readonly objectionsBefore: readonly Objection[];
  readonly signatures: { readonly customer?: Signature; readonly operator?: Signature };
  readonly receipts: readonly Receipt[];
  readonly warning: Warning | null;
  readonly annulmentHold: Hold | null;
  readonly endingHold: Hold | null;
  readonly endingReleasedOn: IsoDay | null;

  readonly inForceOn: IsoDay | null;
  readonly inForceBy: 'signatures' | 'payment' | null;
  readonly termsVersion: string | null;
  /** The agreed term and the day from which suspensions move it. */
  readonly term: { readonly on: IsoDay; readonly countsFrom: IsoDay } | null;
  readonly paymentDueOn: IsoDay | null;
  /** Day of the last amendment; it opens a new withdrawal period only by setting (OQ-LC-7). */
  readonly amendedOn: IsoDay | null;
  readonly worksStartedOn: IsoDay | null;
  readonly completedOn: IsoDay | null;
  readonly finalInvoice: {
    readonly issuedOn: IsoDay;
    readonly dueOn: IsoDay;
    readonly amountGross: Amount;
  } | null;
  readonly suspensions: readonly Suspension[];
  readonly forceMajeure: ForceMajeure | null;
  readonly readiness: { readonly on: IsoDay; readonly tradingContract: boolean } | null;
  readonly usageAgreedOn: IsoDay | null;
  readonly connected: {
    readonly on: IsoDay;
    readonly supplyMode: 'trading' | 'PGP';
    readonly loadSwitched: boolean;
  } | null;
  readonly oldSupplyCutOn: IsoDay | null;
  readonly project: { readonly projectId: string; readonly shareNet: Amount } | null;
  readonly debtWarning: Warning | null;
  readonly debtHandedOverOn: IsoDay | null;
  /** A consent that waits for the other side, by the event that both must post. */
  readonly consents: Readonly<Record<string, Consent>>;

  readonly ending: Ending | null;
  /** The regions as they stood when the contract ended. */
  readonly lastRegions: Regions | null;
  readonly refund: Refund | null;
  readonly complaint: Complaint | null;
  /** The latest request for each right of a data subject; absent: nothing was ever asked for. */
  readonly dataRequests?: DataRequests;
  readonly authorities: readonly Authority[];
  /** Deadlines that have passed, with the day that was missed or reached. */
  readonly passed: Readonly<Record<string, IsoDay>>;
  readonly flags: readonly Flag[];
}

export interface Regions {
  readonly payment: string;
  readonly works: string;
  readonly readiness: string;
  readonly link: string;
  readonly withdrawal: string;
}

interface Identification {
  readonly method: IdentificationMethod;
  readonly on: IsoDay;
  readonly counts: boolean;
  /** Of whom, as codes are compared; absent: it was recorded for whoever the case names. */
  readonly code?: string;
}

/** What the application needs before it can be priced (II.11.1). */
export interface Route {
  readonly on: IsoDay;
  readonly designNeeded: boolean;
  readonly contractorNeeded: boolean;
  readonly designBy?: Maker | undefined;
  readonly contractorChosenBy?: Maker | undefined;
  readonly reasons?: string | undefined;
  readonly requirementsNumber?: string | undefined;
  readonly requirementsValidUntil?: IsoDay | undefined;
  readonly connectionPoint?: string | undefined;
  readonly ownershipBoundary?: string | undefined;
}

export interface Offer {
  /** Sequence number of the event that issued it: links letters and invoices. */
  readonly seq: number;
  readonly issuedOn: IsoDay;
  /** Day of the first issue: the operator's own deadline was met or missed by it. */
  readonly firstIssuedOn: IsoDay;
  readonly channel: Channel;
  /** Day on which the customer's window starts; null after a failed delivery without another way. */
  readonly deemedReceivedOn: IsoDay;
  readonly termOn: IsoDay;
  readonly paymentDueOn: IsoDay;
  readonly ownershipBoundary: string;
  readonly advanceGross: Amount;
  readonly worksBeforeFullPayment: boolean;
  readonly worksInWithdrawalPeriod: boolean;
  readonly partOne: PartOneOverrides;
  readonly termsVersion: string;
  readonly quote: KeptQuote;
  readonly revised: boolean;
}

export interface Objection {
  readonly on: IsoDay;
  readonly seq: number;
  readonly reasons: readonly string[];
  readonly outcome: 'pending' | 'rejected' | 'upheld' | 'moot';
  readonly decidedOn: IsoDay | null;
}

interface Signature {
  readonly form: SignatureForm;
  readonly on: IsoDay;
  readonly at: string;
  readonly seq: number;
  readonly declared: boolean;
}

export interface Receipt {
  readonly amount: Amount;
  readonly on: IsoDay;
  readonly reference: string;
  readonly account: string;
  /** Whether the money is on the account named in the invoice (II.10.2). */
  readonly counts: boolean;
}

interface Warning {
  readonly seq: number;
  readonly sentOn: IsoDay;
  readonly channel: Channel;
  readonly deemedReceivedOn: IsoDay | null;
}

export interface Hold {
  readonly since: IsoDay;
  readonly by: string;
  readonly reasons: string;
}

export interface Suspension {
  readonly reason: SuspensionReason;
  readonly from: IsoDay;
  /** First day from which it lengthens the term: later than `from` where the notice came late (T-34). */
  readonly countsFrom: IsoDay;
  readonly to: IsoDay | null;
  readonly remedyBy: IsoDay | null;
  readonly likelyEndOn: IsoDay | null;
  readonly noticedOn: IsoDay;
  readonly findings: string;
}

interface ForceMajeure {
  readonly startedOn: IsoDay;
  readonly event: string;
  readonly likelyEndOn: IsoDay;
  readonly noticedOn: IsoDay;
  readonly endedOn: IsoDay | null;
  readonly newTermAgreed: boolean;
}

export interface Consent {
  readonly by: Party;
  readonly on: IsoDay;
  /** What this side agreed to; what both sides name must be the same. */
  readonly terms: Readonly<Record<string, unknown>>;
  readonly quote: KeptQuote | null;
}

export type EndingReason =
  | TerminationReason
  | 'annulled'
  | 'withdrawn'
  | 'ownerChange'
  | 'forceMajeure'
  | 'withdrawal'
  | 'customerExit'
  | 'mutual'
  | 'fulfilled';

export interface Ending {
  readonly reason: EndingReason;
  readonly clause: Clause | null;
  readonly by: 'clause' | Party | 'both';
  readonly on: IsoDay;
  readonly reasons: string | null;
}

export interface Refund {
  /** Amount owed to the customer by decision or by clause; null while finance has not decided (T-43). */
  readonly due: Amount | null;
  readonly retained: Amount;
  readonly paid: Amount;
  readonly reasons: string;
}

export interface Complaint {
  readonly on: IsoDay;
  readonly extraChecks: boolean;
  readonly answeredOn: IsoDay | null;
  readonly lateObjection: boolean;
}

/** A request about personal data (II.9.3). */
export interface DataRequest {
  readonly on: IsoDay;
  /** Told within the ordinary time that extra checks are needed (II.16.5). */
  readonly prolonged: boolean;
  readonly answeredOn: IsoDay | null;
}
type DataRequests = Readonly<Partial<Record<DataRight, DataRequest>>>;

export interface Authority {
  /** Code of the party that gave it; absent in older ones. */
  readonly principal?: string;
  readonly agent: string;
  /** As the principal named it beside the code; it names, and opens nothing. */
  readonly agentName?: string;
  readonly scope: readonly string[];
  readonly from: IsoDay;
  readonly until: IsoDay | null;
  readonly receivedAt: string;
  readonly revokedAt: string | null;
}

/** Something that staff must look at; shown in the queue and on the case. */
export interface Flag {
  readonly name:
    | 'duplicate-object'
    | 'operator-late'
    | 'offer-breach'
    | 'objection-answer-breach'
    | 'connection-breach'
    | 'complaint-answer-breach'
    | 'data-request-answer-breach'
    | 'conditions-notice-breach'
    | 'price-lapsed'
    | 'offer-to-extend-term'
    | 'paid-before-ending'
    | 'money-after-ending'
    | 'money-on-other-account'
    | 'third-party-payment'
    | 'payment-unidentified'
    | 'declared-signature'
    | 'remedy-missed'
    | 'not-ready-by-term'
    | 'letter-undelivered'
    | 'recall-debt-hand-over'
    | 'term-missed-by-operator';
  readonly on: IsoDay;
}

export const NO_FACTS: Facts = {
  application: {},
  receivedOn: null,
  missing: [],
  suppliedOn: null,
  identification: null,
  route: null,
  designReceivedOn: null,
  contractor: null,
  reinstatedOn: null,
  offer: null,
  objection: null,
  objectionsBefore: [],
  signatures: {},
  receipts: [],
  warning: null,
  annulmentHold: null,
  endingHold: null,
  endingReleasedOn: null,
  inForceOn: null,
  inForceBy: null,
  termsVersion: null,
  term: null,
  paymentDueOn: null,
  amendedOn: null,
  worksStartedOn: null,
  completedOn: null,
  finalInvoice: null,
  suspensions: [],
  forceMajeure: null,
  readiness: null,
  usageAgreedOn: null,
  connected: null,
  oldSupplyCutOn: null,
  project: null,
  debtWarning: null,
  debtHandedOverOn: null,
  consents: {},
  ending: null,
  lastRegions: null,
  refund: null,
  complaint: null,
  authorities: [],
  passed: {},
  flags: [],
};
