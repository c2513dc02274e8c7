import type { LawBook } from '../../../../src/law/law-book.ts';
import { termLastDay } from '../../../../workflows/derived.ts';
import {
  anApplication,
  bothAgree,
  building,
  connected,
  contractWithdrawn,
  deadlineOf,
  factsOf,
  givenUnder,
  notReady,
  type Part,
  ready,
  resumed,
  type Story,
  statusOf,
  suspended,
  terminated,
  until,
  when,
  worksCompleted,
} from '../../../builders/index.ts';
import { plusDays, type Runner, runner } from '../case.ts';

/** Kinds of case about works, suspension, the term and the connection (II.2, II.4, II.13). */

const REASONS = {
  '13.1.1': 'design-flaws',
  '13.1.2': 'preparatory-works',
  '13.1.3': 'adverse-conditions',
  '13.1.4': 'digging-ban',
} as const;

interface Interval {
  readonly reason: keyof typeof REASONS;
  readonly from: string;
  readonly noticed?: string;
  readonly resume?: string;
}

interface Suspension {
  readonly term: string;
  readonly suspensions?: readonly Interval[];
  readonly suspendedFrom?: string;
  readonly worksFinished?: string;
  readonly proofReceived?: string;
}

interface Moment {
  readonly on: string;
  readonly part: Part;
}

const intervalsOf = ({ suspensions, suspendedFrom, proofReceived }: Suspension): readonly Interval[] =>
  suspensions ?? [
    { reason: '13.1.2', from: suspendedFrom!, ...(proofReceived ? { resume: proofReceived } : {}) },
  ];

const told = (moments: readonly Moment[]): Part[] =>
  [...moments].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map(({ part }) => part);

/** Works begin long before the first interval; a remedy date far ahead is never missed here. */
function suspension(input: Suspension, law: LawBook) {
  const intervals = intervalsOf(input);
  const first = intervals.map(({ from }) => from).sort()[0]!;
  const moments = intervals.flatMap(({ reason, from, noticed = from, resume }): Moment[] => [
    { on: noticed, part: suspended(noticed, REASONS[reason], { from, remedyBy: plusDays(from, 300) }) },
    ...(resume ? [{ on: resume, part: resumed(resume, REASONS[reason]) }] : []),
  ]);
  const story = givenUnder(law, building(plusDays(first, -60), { termOn: input.term }), ...told(moments));
  const resumedOn = factsOf(story).suspensions.at(-1)?.to ?? null;
  return {
    extendedTerm: termLastDay(factsOf(story), law)?.toString(),
    amendmentNeeded: story.happened.some(({ event }) => event.type === 'contract.amended'),
    resume: resumedOn,
    frozen: deadlineOf(story, 'term')?.state === 'frozen',
  };
}

interface Completion {
  readonly physicallyFinished: string;
  readonly noticePortal?: string;
  readonly noticePost?: string;
}

function completion({ physicallyFinished, noticePortal, noticePost }: Completion, law: LawBook) {
  const on = noticePortal ?? noticePost!;
  const channel = noticePost ? 'post' : 'portal';
  const story = givenUnder(
    law,
    building(plusDays(physicallyFinished, -60)),
    worksCompleted(on, { on: physicallyFinished, channel }),
  );
  return { completedOn: factsOf(story).completedOn, operatorFulfilled: factsOf(story).completedOn !== null };
}

interface ConnectionDue {
  readonly completed: string;
  readonly readinessPortal?: string;
  /** Day on which a paper counts as handed over (II.16.4). */
  readonly readinessHandedOver?: string;
  readonly replacesOldInstallation?: boolean;
  readonly agreedDays?: number;
}

function connectionDue(input: ConnectionDue, law: LawBook) {
  const {
    completed: completedOn,
    readinessPortal,
    readinessHandedOver,
    replacesOldInstallation = false,
    agreedDays,
  } = input;
  const readyOn = readinessPortal ?? readinessHandedOver!;
  const begun = plusDays([completedOn, readyOn].sort()[0]!, -60);
  const connectionDays = replacesOldInstallation ? 'connectionDaysReplacing' : 'connectionDays';
  const story = givenUnder(
    law,
    building(begun, {
      application: anApplication({ connection: { replacesOldInstallation } }),
      ...(agreedDays === undefined
        ? {}
        : { partOne: { [connectionDays]: { value: agreedDays, reason: 'agreed' } } }),
    }),
    ...told([
      { on: completedOn, part: worksCompleted(completedOn) },
      { on: readyOn, part: ready(readyOn, {}, { role: readinessPortal ? 'customer' : 'service' }) },
    ]),
  );
  return { connectBy: deadlineOf(story, 'connection')?.lastDay?.toString() ?? null };
}

interface TermExpiry {
  readonly term: string;
  readonly completed: string | null;
  readonly readiness: string | null;
  readonly disproved?: string;
  readonly agreement: null | { readonly on: string; readonly termOn?: string; readonly usage?: boolean };
  readonly suspendedFrom?: string;
  readonly on: string;
}

function termExpiry(input: TermExpiry, law: LawBook) {
  const { term, completed: completedOn, readiness, disproved, agreement, suspendedFrom, on } = input;
  const moments: Moment[] = [
    ...(suspendedFrom ? [{ on: suspendedFrom, part: suspended(suspendedFrom, 'digging-ban') }] : []),
    ...(completedOn ? [{ on: completedOn, part: worksCompleted(completedOn) }] : []),
    ...(readiness ? [{ on: readiness, part: ready(readiness) }] : []),
    ...(disproved ? [{ on: disproved, part: notReady(disproved) }] : []),
    ...(agreement?.termOn
      ? [
          {
            on: agreement.on,
            part: bothAgree(agreement.on, 'term.extended', { termOn: agreement.termOn, agreement: 'later' }),
          },
        ]
      : []),
    ...(agreement?.usage
      ? [{ on: agreement.on, part: bothAgree(agreement.on, 'usage.agreed', { agreement: 'until ready' }) }]
      : []),
  ];
  const begun = building(plusDays(term, -120), { termOn: term });
  const upTo = (day: string): Story =>
    givenUnder(law, begun, ...told(moments.filter((moment) => moment.on <= day)), until(`${day}T23:00`));
  const story = upTo(on);
  const attempts = [term, plusDays(term, 1), on].sort();
  const allowed = attempts.find(
    (day) => statusOf(when(upTo(day), terminated(`${day}T23:30`, 'notReady'))) === 'terminated',
  );
  const { completedOn: fulfilledOn, connected: link, ending } = factsOf(story);
  return {
    operatorObligationsFulfilled: fulfilledOn !== null && fulfilledOn <= term,
    connected: link !== null,
    capacityMayBeReused: allowed !== undefined,
    endAllowedFrom: allowed ?? null,
    contractEnded: ending !== null,
    mayEnd: allowed !== undefined,
  };
}

interface LastGuaranteedSupply {
  readonly completed: string;
  readonly readiness: string;
  readonly connected: string;
  readonly tradingContract: string | null;
}

function lastGuaranteedSupply(input: LastGuaranteedSupply, law: LawBook) {
  const { tradingContract } = input;
  const story = givenUnder(
    law,
    building(plusDays(input.completed, -60)),
    worksCompleted(input.completed),
    ready(input.readiness, { tradingContract }),
  );
  const linked = when(story, connected(input.connected));
  return {
    supplyMode: factsOf(linked).connected?.supplyMode ?? null,
    connectionRefusedForThis: linked.refusal !== null,
  };
}

interface TerminateWhileSuspended {
  readonly state: 'suspended';
  readonly customerNoticePortal?: string;
  readonly mutual?: string;
  readonly notReadyAttempt?: string;
}

function terminateWhileSuspended(input: TerminateWhileSuspended, law: LawBook) {
  const on = input.customerNoticePortal ?? input.mutual ?? input.notReadyAttempt!;
  const begun = plusDays(on, -60);
  const story = givenUnder(
    law,
    building(begun, { termOn: plusDays(on, -5) }),
    suspended(plusDays(on, -20), 'design-flaws'),
  );
  const way = input.customerNoticePortal
    ? contractWithdrawn(on)
    : input.mutual
      ? bothAgree(on, 'termination.agreed', { agreement: 'enough' })
      : terminated(on, 'notReady');
  const { ending } = factsOf(when(story, way));
  return { contractEnded: ending !== null, endDate: ending?.on ?? null, basis: ending?.clause ?? null };
}

export const WORKS: Readonly<Record<string, Runner>> = {
  suspension: runner(suspension),
  completion: runner(completion),
  connectionDue: runner(connectionDue),
  termExpiry: runner(termExpiry),
  lastGuaranteedSupply: runner(lastGuaranteedSupply),
  terminateWhileSuspended: runner(terminateWhileSuspended),
};
