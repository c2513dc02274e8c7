import type { LawBook } from '../../../../src/law/law-book.ts';
import { moneyOf } from '../../../../workflows/derived.ts';
import {
  act,
  anApplication,
  bothAgree,
  bothSigned,
  buildingUnpaid,
  complained,
  complaintAnswered,
  contractWithdrawn,
  deadlineOf,
  debtWarned,
  factsOf,
  forceMajeure,
  givenUnder,
  handedOver,
  joinedProject,
  offerIssued,
  ownerChanged,
  type Part,
  paid,
  paidContract,
  type Story,
  statusOf,
  terminated,
  until,
  when,
  worksStarted,
} from '../../../builders/index.ts';
import { agentMayAct } from '../agent.ts';
import { plusDays, type Runner, runner } from '../case.ts';

/** Kinds of case of a contract in force that are about money, ends and people (II.4.3, II.6, II.10, II.14 to II.17). */

interface Withdrawal {
  readonly customer: 'natural' | 'legal';
  readonly household?: boolean;
  readonly inForceFrom: string;
  readonly noticePortal: readonly string[];
}

function withdrawal({ customer, household = false, inForceFrom, noticePortal }: Withdrawal, law: LawBook) {
  const application = anApplication({ customer: { kind: customer, household } });
  const story = givenUnder(law, paidContract(inForceFrom, { application }));
  const clauses = noticePortal.map(
    (on) => factsOf(when(story, contractWithdrawn(on))).ending?.clause ?? null,
  );
  return {
    lastDay: deadlineOf(story, 'withdrawal')?.lastDay?.toString(),
    basis: clauses.map((clause) => clause?.replace('II.', '') ?? null),
  };
}

interface Unpaid {
  readonly due: string;
  readonly worksStarted?: boolean;
  readonly paid?: boolean | string;
  readonly held?: string;
}

/** Both signed so that the due date of the invoice stands: it lies at the end of the window (T-20a). */
function unpaidContract({ due, worksStarted: started = false }: Unpaid, law: LawBook): Story {
  const issuedOn = plusDays(due, -30);
  const terms = { paymentDueOn: due };
  return started
    ? givenUnder(law, buildingUnpaid(issuedOn, terms))
    : givenUnder(law, offerIssued(issuedOn, terms), bothSigned(issuedOn));
}

function nonPaymentEnd(input: Unpaid, law: LawBook) {
  const { due, paid: payment } = input;
  const day = payment === true ? due : payment || null;
  const later = until(plusDays(due, 40));
  const story = when(unpaidContract(input, law), ...(day ? [paid(day)] : []), later);
  return { contractEnds: factsOf(story).ending?.on ?? null };
}

function nonPaymentDebt(input: Unpaid, law: LawBook) {
  const payment = input.paid ? [paid(input.due)] : [];
  const overdue = when(unpaidContract(input, law), ...payment, until(`${plusDays(input.due, 40)}T09:00`));
  const ended = when(overdue, terminated(plusDays(input.due, 40), 'nonPayment'));
  const story = ended.refusal ? overdue : ended;
  return {
    mayTerminate: factsOf(story).ending?.reason === 'nonPayment',
    paymentStillDue: moneyOf(factsOf(story)).outstanding !== '0.00',
  };
}

interface DebtHandover {
  readonly inForceEver: boolean;
  readonly worksStartedOrFinished: boolean;
  readonly due: string;
  readonly warningDeemedReceived: string | null;
  readonly paid: boolean | string;
  readonly contractEnded?: string;
  readonly attempt: string;
}

function debtHandover(input: DebtHandover, law: LawBook) {
  const {
    inForceEver,
    worksStartedOrFinished: started,
    due,
    warningDeemedReceived: warnedOn,
    attempt,
  } = input;
  const begun = inForceEver
    ? unpaidContract({ due, worksStarted: started }, law)
    : givenUnder(law, offerIssued(plusDays(due, -30), { paymentDueOn: due }));
  const amount = typeof input.paid === 'string' ? input.paid : undefined;
  const parts = [
    ...(input.paid ? [{ on: plusDays(due, 1), part: paid(plusDays(due, 1), amount) }] : []),
    ...(warnedOn ? [{ on: warnedOn, part: debtWarned(warnedOn) }] : []),
    ...(input.contractEnded
      ? [{ on: input.contractEnded, part: terminated(input.contractEnded, 'nonPayment') }]
      : []),
  ]
    .filter(({ on }) => on <= attempt)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  // A warning that is refused leaves the story as it is: the attempt tells.
  const story = parts.reduce((told, { part }) => ({ ...when(told, part), refusal: null }), begun);
  return { allowed: factsOf(when(story, handedOver(attempt))).debtHandedOverOn === attempt };
}

interface OwnerChange {
  readonly inForce: boolean;
  readonly connected: boolean;
  readonly ownerChanged?: string;
  readonly ownerChangeNotified: string;
}

function ownerChange(
  { inForce, ownerChanged: changedOn, ownerChangeNotified: on }: OwnerChange,
  law: LawBook,
) {
  const begin = plusDays(on, -40);
  const story = givenUnder(law, inForce ? paidContract(begin) : offerIssued(plusDays(on, -10)));
  const told = when(story, ownerChanged(on, { on: changedOn ?? on }));
  const { ending, connected } = factsOf(told);
  return {
    contractEnded: ending?.reason === 'ownerChange',
    endDate: ending?.on ?? null,
    connected: connected !== null,
    transferAllowed: factsOf(told).inForceOn !== null && ending === null,
    status: statusOf(told),
  };
}

interface ForceMajeureNotice {
  readonly since: string;
  readonly notices: readonly string[];
  readonly event?: string;
}

const forceMajeureNotice = ({ since, notices, event }: ForceMajeureNotice, law: LawBook) => ({
  valid: notices.map((on) => {
    const story = givenUnder(law, paidContract(plusDays(since, -20)));
    return factsOf(when(story, forceMajeure(on, since, event ? { event } : {}))).forceMajeure !== null;
  }),
});

interface ForceMajeureEnd {
  readonly since: string;
  readonly worksStarted: boolean;
  readonly newTermAgreed?: string;
}

function forceMajeureEnd({ since, worksStarted: started, newTermAgreed }: ForceMajeureEnd, law: LawBook) {
  const begun = plusDays(since, -30);
  const parts: Part[] = [
    paidContract(begun, { worksInWithdrawalPeriod: true }),
    ...(started ? [worksStarted(plusDays(begun, 1))] : []),
    forceMajeure(since),
    ...(newTermAgreed
      ? [
          bothAgree(newTermAgreed, 'term.extended', {
            termOn: plusDays(newTermAgreed, 400),
            agreement: 'later',
          }),
        ]
      : []),
    until(plusDays(since, 60)),
  ];
  const { ending, connected } = factsOf(givenUnder(law, ...parts));
  return { contractEnds: ending?.on ?? null, reason: ending?.reason ?? null, connected: connected !== null };
}

interface ComplaintAnswer {
  readonly received: string;
  readonly cases: readonly { readonly extraChecks: boolean }[];
}

const complaintAnswer = ({ received, cases }: ComplaintAnswer, law: LawBook) => ({
  lastDay: cases.map(({ extraChecks }) => {
    const story = givenUnder(law, paidContract(plusDays(received, -5)), complained(received));
    const told = extraChecks ? when(story, complaintAnswered(plusDays(received, 3), true)) : story;
    return deadlineOf(told, 'complaint-answer')?.lastDay?.toString();
  }),
});

interface PowerOfAttorney {
  readonly publishedRevocation?: string;
  readonly operatorReceivedRevocation: string;
  readonly signed: readonly string[];
}

/** The revocation is entered on the day of its receipt; what a gazette or register says before is no event. */
const powerOfAttorney = (
  { operatorReceivedRevocation: revokedOn, signed }: PowerOfAttorney,
  law: LawBook,
) => ({
  agentActValid: signed.map((on) => {
    const filedOn = plusDays(revokedOn, -30);
    const story = givenUnder(
      law,
      offerIssued(filedOn),
      act(filedOn, 'authority.filed', { agent: '02029220000', scope: 'all', from: filedOn }),
    );
    const revoked = act(revokedOn, 'authority.revoked', { receivedAt: revokedOn });
    return agentMayAct(on < revokedOn ? when(story, until(on)) : when(story, revoked, until(`${on}T23:00`)));
  }),
});

interface CommonProject {
  readonly due: string;
  readonly paid: boolean;
  readonly othersOwe: string;
  readonly attempt: string;
}

const commonProject = ({ due, paid: isPaid, othersOwe, attempt }: CommonProject, law: LawBook) => {
  const on = plusDays(due, -30);
  const story = givenUnder(
    law,
    buildingUnpaid(on, { paymentDueOn: due }),
    joinedProject(on),
    ...(isPaid ? [paid(plusDays(on, 1))] : []),
  );
  const owed = isPaid ? othersOwe : (Number(othersOwe) + 6050).toFixed(2);
  const told = when(
    story,
    terminated(attempt, 'commonProject', { computed: () => ({ projectOutstanding: owed }) }),
  );
  return { mayEnd: factsOf(told).ending?.reason === 'commonProject' };
};

export const CONTRACT: Readonly<Record<string, Runner>> = {
  withdrawal: runner(withdrawal),
  nonPaymentEnd: runner(nonPaymentEnd),
  nonPaymentDebt: runner(nonPaymentDebt),
  debtHandover: runner(debtHandover),
  ownerChange: runner(ownerChange),
  forceMajeureNotice: runner(forceMajeureNotice),
  forceMajeureEnd: runner(forceMajeureEnd),
  complaintAnswer: runner(complaintAnswer),
  powerOfAttorney: runner(powerOfAttorney),
  commonProject: runner(commonProject),
};
