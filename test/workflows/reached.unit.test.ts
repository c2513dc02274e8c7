import { describe, expect, test } from 'vitest';
import { DEADLINE_NAMES, deadlinesOf } from '../../workflows/deadlines/index.ts';
import { OPERATOR_NOTICES } from '../../workflows/notices.ts';
import { STATUSES } from '../../workflows/status.ts';
import { situationOf } from '../../workflows/step.ts';
import { TERMINATION_REASONS } from '../../workflows/vocabulary.ts';
import {
  applicationWithdrawn,
  bothAgree,
  bothSigned,
  building,
  buildingUnpaid,
  complained,
  complaintAnswered,
  completed,
  connected,
  contractorDetermined,
  contractWithdrawn,
  costing,
  dataRequestAnswered,
  dataRequested,
  debtWarned,
  designReceived,
  disclosureNotified,
  drafted,
  forceMajeure,
  given,
  handedOver,
  identified,
  issued,
  joinedProject,
  lettersOf,
  notReady,
  objected,
  offerIssued,
  oldSupplyCut,
  ownerChanged,
  paid,
  paidContract,
  ready,
  rejected,
  resumed,
  returned,
  revised,
  routed,
  type Story,
  signed,
  signedContract,
  submitted,
  supplied,
  suspended,
  terminated,
  until,
  worksCompleted,
  worksStarted,
} from '../builders/index.ts';

/** Nothing in the face is without a story: every status, region, letter, deadline and end is reached by somebody. */

const deferral = {
  months: 12,
  annualRate: '0.05',
  guaranteesProvided: true,
  termsInContract: true,
  monthsFromSystemServiceContract: 12,
};
const large = costing('5000.00', { connection: { ampere: '160', volt: '400', distanceM: '20' }, deferral });
const replacing = { connection: { replacesOldInstallation: true } };

const STORIES: Readonly<Record<string, Story>> = {
  'straight through, an old supply cut': given(
    drafted('2025-03-01'),
    submitted('2025-03-03'),
    returned('2025-03-04', 'deed'),
    supplied('2025-03-05'),
    identified('2025-03-05'),
    routed('2025-03-06', { designNeeded: true, contractorNeeded: true }),
    designReceived('2025-03-10'),
    contractorDetermined('2025-03-11'),
    issued('2025-03-12'),
    bothSigned('2025-03-13'),
    paid('2025-03-20', '50.00'),
    paid('2025-03-21', '6000.00'),
    worksStarted('2025-04-01'),
    worksCompleted('2025-05-01'),
    ready('2025-05-02'),
    connected('2025-05-03'),
  ),
  'replacing an old installation': given(
    completed('2025-03-10', '2025-08-10', { application: replacing }),
    ready('2025-08-12'),
    connected('2025-08-13'),
    oldSupplyCut('2025-08-14'),
  ),
  'revised, rejected, annulled': given(
    offerIssued('2025-03-10'),
    objected('2025-03-12'),
    revised('2025-03-15'),
    objected('2025-03-20'),
    rejected('2025-03-25'),
    until('2025-06-01'),
  ),
  'lapsed for a moment after a rejection': given(
    offerIssued('2025-03-10'),
    objected('2025-04-09'),
    rejected('2025-04-20'),
  ),
  withdrawn: given(offerIssued('2025-03-10'), applicationWithdrawn('2025-03-12')),
  'suspended for every reason': given(
    building('2025-03-10'),
    suspended('2025-04-01', 'design-flaws'),
    suspended('2025-04-02', 'preparatory-works'),
    suspended('2025-04-03', 'adverse-conditions'),
    suspended('2025-04-04', 'digging-ban'),
    resumed('2025-04-05', 'design-flaws'),
    resumed('2025-04-06', 'preparatory-works'),
    resumed('2025-04-07', 'adverse-conditions'),
    resumed('2025-04-08', 'digging-ban'),
  ),
  'designing by the operator': given(
    paidContract('2025-03-10', { quote: costing('5000.00', { operatorOrganisesDesign: true }) }),
    worksStarted('2025-03-25'),
  ),
  deferred: given(signedContract('2025-03-10', { quote: large })),
  'a debt handed over': given(
    buildingUnpaid('2025-03-10'),
    until('2025-04-12'),
    debtWarned('2025-05-01'),
    handedOver('2025-07-01'),
  ),
  'a member left unconnected': given(
    buildingUnpaid('2025-03-10'),
    joinedProject('2025-03-11'),
    worksCompleted('2025-04-01'),
    ready('2025-04-02'),
  ),
  'not ready after all': given(
    completed('2025-03-10', '2025-08-10'),
    ready('2025-08-20'),
    notReady('2025-08-21'),
  ),
  'a complaint': given(paidContract('2025-03-10'), complained('2025-03-12'), complaintAnswered('2025-03-14')),
  'a request about personal data, and a disclosure': given(
    paidContract('2025-03-10'),
    dataRequested('2025-03-12'),
    dataRequestAnswered('2025-03-14'),
    disclosureNotified('2025-03-15'),
  ),
  'ended for non-payment': given(signedContract('2025-03-10'), until('2025-05-01')),
  'ended by force majeure': given(building('2025-03-10'), forceMajeure('2025-06-01'), until('2025-08-01')),
  'ended by withdrawal': given(paidContract('2025-03-10'), contractWithdrawn('2025-03-12')),
  'ended by exit': given(paidContract('2025-03-10'), contractWithdrawn('2025-05-12')),
  'ended by both': given(
    paidContract('2025-03-10'),
    bothAgree('2025-05-12', 'termination.agreed', { agreement: 'x' }),
  ),
  'ended by a new owner': given(paidContract('2025-03-10'), ownerChanged('2025-05-12')),
  'a remedy missed': given(
    building('2025-03-10'),
    suspended('2025-04-01', 'design-flaws', { remedyBy: '2025-04-10' }),
    terminated('2025-04-11', 'unremedied'),
  ),
  'flaws not cured': given(building('2025-03-10'), terminated('2025-04-11', 'design')),
  'too dear': given(building('2025-03-10'), terminated('2025-04-11', 'scope')),
  obstructed: given(building('2025-03-10'), terminated('2025-04-11', 'thirdParty')),
  misled: given(building('2025-03-10'), terminated('2025-04-11', 'misled')),
  'a project unpaid': given(
    buildingUnpaid('2025-03-10'),
    joinedProject('2025-03-11'),
    terminated('2025-04-11', 'commonProject'),
  ),
  'not installed': given(
    completed('2025-03-10', '2025-08-10', { termOn: '2025-09-30' }),
    terminated('2025-10-01', 'notInstalled'),
  ),
  'not ready': given(
    completed('2025-03-10', '2025-08-10', { termOn: '2025-09-30' }),
    terminated('2025-10-01', 'notReady'),
  ),
  'signed by one': given(offerIssued('2025-03-10'), signed('2025-03-12', 'customer')),
};

const situations = Object.values(STORIES).flatMap(({ happened }) =>
  happened.map(({ state }) => situationOf(state)),
);
const missing = <Name extends string>(all: readonly Name[], found: Iterable<string | undefined>): Name[] => {
  const reached = new Set(found);
  return all.filter((name) => !reached.has(name));
};

test('every status', () => {
  expect(
    missing(
      STATUSES,
      situations.map(({ status }) => status),
    ),
  ).toEqual([]);
});

describe('every region', () => {
  test.each([
    ['payment', ['due', 'partial', 'paid', 'overdue', 'debt-warned', 'handed-over', 'deferred']],
    ['works', ['not-started', 'designing', 'building', 'suspended', 'completed']],
    ['readiness', ['none', 'confirmed', 'disproved']],
    ['link', ['not-connected', 'connected', 'refused']],
    ['withdrawal', ['open', 'closed']],
  ] as const)('%s', (region, values) => {
    expect(
      missing(
        values,
        situations.map(({ regions }) => regions?.[region]),
      ),
    ).toEqual([]);
  });
});

test('every deadline', () => {
  const { law } = STORIES.misled!;
  const found = Object.values(STORIES).flatMap(({ state }) =>
    deadlinesOf(situationOf(state), law).map(({ name }) => name),
  );
  const onTheWay = situations.flatMap((situation) => deadlinesOf(situation, law).map(({ name }) => name));
  expect(missing(DEADLINE_NAMES, [...found, ...onTheWay])).toEqual([]);
});

test('every letter of the life of a case; an amendment of Part II is published', () => {
  const letters = Object.values(STORIES).flatMap((story) => lettersOf(story).map(({ notice }) => notice));
  expect(missing(OPERATOR_NOTICES, letters)).toEqual(['N-GTC']);
});

test('every end of the catalogue (2.4)', () => {
  const ends = [
    'annulled',
    'withdrawn',
    'ownerChange',
    'forceMajeure',
    'withdrawal',
    'customerExit',
    'mutual',
    'fulfilled',
    ...TERMINATION_REASONS,
  ];
  expect(
    missing(
      ends,
      situations.map(({ facts }) => facts.ending?.reason),
    ),
  ).toEqual([]);
});
