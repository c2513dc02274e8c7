import type { LifecycleCase } from './case.ts';

/** Further cases of each kind, counted by hand from the ledger: boundaries, leap days, clock changes, year ends, Easter,
 *  post, several suspensions, and the other readings. */

type Given = Omit<LifecycleCase, 'id' | 'kind' | 'certainty'> & { readonly certainty?: string };

const cases = (kind: string, letter: string, ...given: readonly Given[]): LifecycleCase[] =>
  given.map((one, k) => ({ id: `${letter}${k + 1}`, kind, certainty: 'text', ...one }));

const OFFER: readonly LifecycleCase[] = [
  ...cases(
    'offerDue',
    'OD',
    {
      input: { applicationReceived: '2023-02-10', designOrContractorNeeded: false },
      expected: { lastDay: '2023-03-02' },
      clause: 'C11.1.1',
      why: '20 days over a February of 28 days',
    },
    {
      input: { applicationReceived: '2024-12-20', designOrContractorNeeded: false },
      expected: { lastDay: '2025-01-09' },
      clause: 'C11.1.1',
      why: '20 days over the year end, through holidays that move nothing',
    },
    {
      input: { applicationReceived: '2025-10-20', designOrContractorNeeded: false },
      expected: { lastDay: '2025-11-09' },
      clause: 'C11.1.1',
      why: 'the autumn clock change adds an hour and no day; the last day is a Sunday',
    },
    {
      input: {
        applicationReceived: '2025-02-20',
        designOrContractorNeeded: true,
        contractorDetermined: '2025-03-05',
      },
      expected: { lastDay: '2025-04-04' },
      clause: 'C11.1.2, OQ-LC-1',
      why: 'only a contractor is needed: 30 days from its determination',
      alternatives: [{ policy: 'offerClock.mixedNeed=both', lastDay: '2025-03-12' }],
    },
    {
      input: {
        applicationReceived: '2025-01-10',
        designOrContractorNeeded: true,
        designReceived: '2025-02-03',
        contractorDetermined: '2025-03-05',
      },
      expected: { lastDay: '2025-04-04' },
      clause: 'C11.1.2, OQ-LC-3',
      why: 'both are needed: from the later event, the contractor',
      alternatives: [{ policy: 'offerClock.bothNeeded=earlierEvent', lastDay: '2025-03-05' }],
    },
    {
      input: {
        applicationReceived: '2025-01-10',
        designOrContractorNeeded: true,
        designReceived: '2025-03-05',
        contractorDetermined: '2025-02-03',
      },
      expected: { lastDay: '2025-04-04' },
      clause: 'C11.1.2, OQ-LC-3',
      why: 'the contractor came first: from the later event, the design',
    },
    {
      input: {
        applicationReceived: '2025-03-01',
        designOrContractorNeeded: false,
        incompleteUntil: '2025-03-08',
      },
      expected: { lastDay: '2025-03-21' },
      clause: 'C5.2, C11.1.1, OQ-LC-2',
      why: 'an incomplete application: the clock runs from receipt all the same',
      alternatives: [{ policy: 'offerClock.start=completed', lastDay: '2025-03-28' }],
    },
  ),
  ...cases(
    'objectionWindow',
    'OW',
    {
      input: {
        issued: '2025-10-01',
        channel: 'portal',
        submissions: [{ utc: '2025-10-31T21:59:59Z' }, { utc: '2025-10-31T22:00:00Z' }],
      },
      expected: { lastDay: '2025-10-31', timely: [true, false] },
      clause: 'C11.2, T-46',
      why: 'across the autumn clock change the last day ends at 22:00 UTC',
    },
    {
      input: {
        issued: '2024-02-10',
        channel: 'post',
        submissions: [{ utc: '2024-03-18T21:30:00Z' }, { utc: '2024-03-18T22:30:00Z' }],
      },
      expected: { lastDay: '2024-03-18', timely: [true, false] },
      clause: 'C11.2, C16.4.1, T-15',
      why: 'posted: the window starts on the 7th day, 17 February, over a leap February',
      alternatives: [{ policy: 'offerWindow.start=dispatch', lastDay: '2024-03-11', timely: [false, false] }],
    },
    {
      input: {
        issued: '2024-01-30',
        channel: 'email',
        submissions: [{ utc: '2024-02-29T21:59:00Z' }, { utc: '2024-02-29T22:00:00Z' }],
      },
      expected: { lastDay: '2024-02-29', timely: [true, false] },
      clause: 'C11.2, T-45',
      why: 'the last day is the leap day',
    },
    {
      input: { issued: '2024-12-05', channel: 'hand', submissions: [{ utc: '2025-01-04T12:00:00Z' }] },
      expected: { lastDay: '2025-01-04', timely: [true] },
      clause: 'C11.2, C16.4.2',
      why: 'handed over against signature, over the year end; a Saturday is no reason to roll',
    },
  ),
  ...cases(
    'revisedOffer',
    'RO',
    {
      input: {
        issued: '2024-12-01',
        objectionReceived: '2024-12-20',
        revisedIssued: '2025-01-02',
        channel: 'portal',
      },
      expected: { windowLastDay: '2025-02-01' },
      clause: 'C11.2, T-14',
      why: 'a new window of 30 days over the month end',
    },
    {
      input: {
        issued: '2024-12-01',
        objectionReceived: '2024-12-20',
        revisedIssued: '2025-01-02',
        channel: 'portal',
        revisedChannel: 'post',
      },
      expected: { windowLastDay: '2025-02-08' },
      clause: 'C11.2, C16.4.1',
      why: 'the revised offer goes by post: 9 January is its day 0',
    },
  ),
  ...cases(
    'annulment',
    'AN',
    {
      input: { issued: '2025-03-10', channel: 'portal', warning: { sent: '2025-04-10', channel: 'portal' } },
      expected: {
        warningDeemedReceived: '2025-04-10',
        annulmentAllowedOn: { '2025-04-19': false, '2025-04-20': false, '2025-04-21': true },
      },
      clause: 'C11.3, OQ-DAY-2',
      why: 'ten complete days lie between the warning and the annulment',
      alternatives: [
        {
          policy: 'days.atLeast=dateDifference',
          annulmentAllowedOn: { '2025-04-19': false, '2025-04-20': true, '2025-04-21': true },
        },
      ],
    },
    {
      input: { issued: '2024-11-20', channel: 'portal', warning: { sent: '2024-12-23', channel: 'post' } },
      expected: {
        warningDeemedReceived: '2024-12-30',
        annulmentAllowedOn: { '2025-01-09': false, '2025-01-10': true },
      },
      clause: 'C11.3, C16.4.1',
      why: 'a posted warning over Christmas and the year end',
      alternatives: [
        {
          policy: 'post.dispatchDay=dayOne',
          annulmentAllowedOn: { '2025-01-08': false, '2025-01-09': true },
        },
      ],
    },
    {
      input: {
        issued: '2025-03-10',
        channel: 'portal',
        signed: '2025-03-15',
        warning: { sent: '2025-04-10', channel: 'portal' },
      },
      expected: { annulmentAllowed: false },
      clause: 'C11.3, T-01',
      why: 'the customer signed and did not object: that is one of the three',
    },
    {
      input: {
        issued: '2025-03-10',
        channel: 'portal',
        objection: { received: '2025-04-09', rejected: '2025-04-23' },
        warning: { sent: '2025-04-24', channel: 'portal' },
      },
      expected: { annulmentAllowedOn: { '2025-05-04': false, '2025-05-05': true } },
      clause: 'C11.2, C11.3, T-02',
      why: 'objection on day 30, rejected on day 44: the warning and its ten days still follow',
    },
    {
      input: {
        issued: '2025-03-10',
        channel: 'portal',
        receipts: [{ date: '2025-03-20', amount: '1000.00' }],
        warning: { sent: '2025-04-10', channel: 'portal' },
      },
      expected: { annulmentAllowedOn: { '2025-04-20': false, '2025-04-21': true } },
      clause: 'C11.3, T-10',
      why: 'a part of the advance is none of the three',
    },
    {
      input: { issued: '2025-03-10', channel: 'portal', warning: { sent: '2025-04-01', channel: 'portal' } },
      expected: { annulmentAllowedOn: { '2025-04-11': false, '2025-04-12': false } },
      clause: 'C11.3, T-06',
      why: 'no warning goes out before the window has ended',
      alternatives: [
        {
          policy: 'warning.earliest=anytime',
          annulmentAllowedOn: { '2025-04-11': false, '2025-04-12': true },
        },
      ],
    },
    {
      input: { issued: '2025-03-10', channel: 'portal', warning: { sent: '2025-03-15', channel: 'portal' } },
      expected: { annulmentAllowedOn: { '2025-04-09': false, '2025-04-10': false } },
      clause: 'C11.3, T-06',
      why: 'and where it may go out earlier, the window still has to end before the annulment',
      alternatives: [
        {
          policy: 'warning.earliest=anytime',
          annulmentAllowedOn: { '2025-04-09': false, '2025-04-10': true },
        },
      ],
    },
  ),
];

const CONCLUSION: readonly LifecycleCase[] = [
  ...cases(
    'conclusionByPayment',
    'CP',
    {
      input: {
        issued: '2025-03-10',
        customerGross: '6050.00',
        receipts: [
          { date: '2025-04-01', amount: '3000.00' },
          { date: '2025-04-09', amount: '3050.00' },
        ],
      },
      expected: { inForceFrom: '2025-04-09' },
      clause: 'C11.5',
      why: 'receipts in two parts: the day on which the total is reached',
    },
    {
      input: {
        issued: '2025-03-10',
        customerGross: '6050.00',
        receipts: [{ date: '2025-04-01', amount: '6049.99' }],
      },
      expected: { inForceFrom: null },
      clause: 'C11.5, T-10',
      why: 'one cent less concludes nothing',
    },
    {
      input: {
        issued: '2025-03-10',
        customerGross: '6050.00',
        receipts: [
          { date: '2025-03-25', amount: '6050.00', account: 'LV00OTHER' },
          { date: '2025-03-31', amount: '6050.00' },
        ],
      },
      expected: { inForceFrom: '2025-03-31' },
      clause: 'C10.2',
      why: 'money on another account counts once it has been moved',
    },
    {
      input: {
        issued: '2024-02-10',
        customerGross: '6050.00',
        receipts: [{ date: '2024-02-29', amount: '6500.00' }],
      },
      expected: { inForceFrom: '2024-02-29' },
      clause: 'C11.5, OQ-FEE-15',
      why: 'more than the share, on the leap day',
    },
    {
      input: {
        issued: '2025-03-10',
        customerGross: '6050.00',
        receipts: [{ date: '2025-04-21', amount: '6050.00' }],
      },
      expected: { inForceFrom: null },
      clause: 'C11.3, C11.4, T-11',
      why: 'annulled at the start of the day on which the money comes',
    },
  ),
  ...cases(
    'conclusionBySignature',
    'CS',
    {
      input: {
        signatures: [
          { party: 'customer', utc: '2025-01-10T10:00:00Z' },
          { party: 'operator', utc: '2025-01-10T21:59:00Z' },
        ],
      },
      expected: { inForceFrom: '2025-01-10' },
      clause: 'C11.5, T-20',
      why: 'in winter 21:59 UTC is 23:59 in Riga, still the same day',
    },
    {
      input: {
        signatures: [
          { party: 'operator', utc: '2025-03-29T12:00:00Z' },
          { party: 'customer', utc: '2025-03-30T21:30:00Z' },
        ],
      },
      expected: { inForceFrom: '2025-03-31' },
      clause: 'C11.5, T-46',
      why: 'the operator signed first; the customer half an hour after the midnight of the clock change day',
    },
    {
      input: {
        signatures: [
          { party: 'customer', utc: '2024-12-30T10:00:00Z' },
          { party: 'operator', utc: '2024-12-31T22:30:00Z' },
        ],
      },
      expected: { inForceFrom: '2025-01-01' },
      clause: 'C11.5, T-45',
      why: 'the last time stamp falls into the new year in Riga',
    },
    {
      input: { signatures: [{ party: 'customer', utc: '2025-05-05T10:00:00Z' }] },
      expected: { inForceFrom: null },
      clause: 'C11.5, OQ-LC-4',
      why: 'the customer’s signature alone binds nobody',
      alternatives: [{ policy: 'signature.customerAloneBinds=true', inForceFrom: '2025-05-05' }],
    },
    {
      input: {
        signatures: [
          { party: 'customer', utc: '2025-05-05T10:00:00Z', timestamped: false },
          { party: 'operator', utc: '2025-05-06T10:00:00Z' },
        ],
      },
      expected: { inForceFrom: null },
      clause: 'C7.6.3, OQ-SIG-1',
      why: 'an e-signature without a time stamp signs no contract',
      alternatives: [{ policy: 'signature.untimestampedCounts=true', inForceFrom: '2025-05-06' }],
    },
  ),
  ...cases(
    'objectionThenPayment',
    'OP',
    {
      input: {
        issued: '2025-03-10',
        objectionReceived: '2025-04-09',
        customerGross: '6050.00',
        receipts: [{ date: '2025-04-22', amount: '6050.00' }],
      },
      expected: { inForceFrom: '2025-04-22' },
      clause: 'C11.2, C11.5, T-12',
      why: 'objection on the last day, payment before the answer of day 44',
    },
    {
      input: {
        issued: '2025-03-10',
        objectionReceived: '2025-03-20',
        customerGross: '6050.00',
        receipts: [
          { date: '2025-03-15', amount: '50.00' },
          { date: '2025-03-30', amount: '5999.99' },
        ],
      },
      expected: { inForceFrom: null },
      clause: 'C11.5',
      why: 'a cent is missing: the objection stays pending',
    },
  ),
  ...cases(
    'offerNotAnnulledJustExpired',
    'NA',
    {
      input: {
        issued: '2025-03-10',
        customerGross: '6050.00',
        receipts: [{ date: '2025-04-20', amount: '6050.00' }],
      },
      expected: { inForceFrom: '2025-04-20' },
      clause: 'C11.3, T-07',
      why: 'warned on day 31, paid on the last of the ten days',
    },
    {
      input: {
        issued: '2024-11-25',
        channel: 'post',
        customerGross: '6050.00',
        receipts: [{ date: '2025-01-15', amount: '6050.00' }],
      },
      expected: { inForceFrom: '2025-01-15' },
      clause: 'C11.3, C16.4.1',
      why: 'posted offer and posted warning: received on 9 January, annulment not before the 20th',
    },
  ),
  ...cases(
    'identification',
    'ID',
    {
      input: {
        cases: [
          { customer: 'natural', method: 'phone' },
          { customer: 'legal', method: 'phone' },
          { customer: 'natural', method: 'in-person' },
        ],
      },
      expected: { identified: [false, false, true] },
      clause: 'C5.4.1, ledger 5.1',
      why: 'a call never founds a contract',
    },
    {
      input: {
        cases: [
          { customer: 'legal', method: 'portal-eid' },
          { customer: 'legal', method: 'plain-email' },
        ],
      },
      expected: { identified: [true, false] },
      clause: 'C5.4',
      why: 'a legal person by eID; an e-mail identifies nobody',
    },
  ),
  ...cases(
    'signatureForm',
    'SF',
    {
      input: {
        cases: [
          { form: 'portal' },
          { form: 'handwritten-identifiable' },
          { form: 'esign-timestamped', timestamped: true },
          { form: 'esign-timestamped', timestamped: false },
          { form: 'esign-timestamped' },
          { form: 'scanned-picture' },
        ],
      },
      expected: { valid: [true, true, true, false, false, false] },
      clause: 'C7.6',
      why: 'the three valid forms, and what is none',
    },
    {
      input: { cases: [{ form: 'esign-timestamped', timestamped: false }] },
      expected: { valid: [false] },
      clause: 'C7.6.3, OQ-SIG-1',
      why: 'no time stamp',
      alternatives: [{ policy: 'signature.untimestampedCounts=true', valid: [true] }],
    },
  ),
  ...cases(
    'deemedReceipt',
    'DR',
    {
      input: { sent: '2025-04-10', channels: ['portal', 'email', 'hand', 'post'] },
      expected: { receivedOn: ['2025-04-10', '2025-04-10', '2025-04-10', '2025-04-17'] },
      clause: 'C16.4',
      why: 'post on the 7th day, the day of dispatch being day 0',
      alternatives: [
        {
          policy: 'post.dispatchDay=dayOne',
          receivedOn: ['2025-04-10', '2025-04-10', '2025-04-10', '2025-04-16'],
        },
      ],
    },
    {
      input: { sent: '2024-02-25', channels: ['post'] },
      expected: { receivedOn: ['2024-03-03'] },
      clause: 'C16.4.1, T-45',
      why: 'seven days over a leap day',
    },
  ),
];

const WORKS: readonly LifecycleCase[] = [
  ...cases(
    'suspension',
    'SU',
    {
      input: {
        term: '2025-09-30',
        suspensions: [
          { reason: '13.1.1', from: '2025-06-01', resume: '2025-06-21' },
          { reason: '13.1.2', from: '2025-06-11', resume: '2025-07-01' },
        ],
      },
      expected: { extendedTerm: '2025-10-30', amendmentNeeded: false },
      clause: 'C13.1, T-28',
      why: 'two reasons overlap: 30 days, not 40',
      alternatives: [{ policy: 'suspension.length=sumOfDays', extendedTerm: '2025-11-09' }],
    },
    {
      input: {
        term: '2025-09-30',
        suspensions: [
          { reason: '13.1.1', from: '2025-06-01', resume: '2025-06-10' },
          { reason: '13.1.4', from: '2025-06-10', resume: '2025-06-20' },
        ],
      },
      expected: { extendedTerm: '2025-10-19' },
      clause: 'C13.1, T-28',
      why: 'adjacent intervals merge, and no day counts twice',
    },
    {
      input: {
        term: '2026-03-31',
        suspensions: [{ reason: '13.1.3', from: '2025-11-03', noticed: '2025-11-06', resume: '2025-11-08' }],
      },
      expected: { extendedTerm: '2026-03-31' },
      clause: 'C13.1.3',
      why: 'five days of frost are not more than five days',
    },
    {
      input: {
        term: '2026-03-31',
        suspensions: [{ reason: '13.1.3', from: '2025-11-03', noticed: '2025-11-06', resume: '2025-11-09' }],
      },
      expected: { extendedTerm: '2026-04-06' },
      clause: 'C13.1.3, T-33',
      why: 'six days are, and all six count',
    },
    {
      input: {
        term: '2026-03-31',
        suspensions: [{ reason: '13.1.3', from: '2025-11-03', noticed: '2025-11-12', resume: '2025-11-20' }],
      },
      expected: { extendedTerm: '2026-04-08' },
      clause: 'C13.1.3, T-34',
      why: 'noticed late: counted from the notice',
    },
    {
      input: {
        term: '2026-03-31',
        suspensions: [{ reason: '13.1.3', from: '2025-11-03', noticed: '2025-11-08', resume: '2025-11-20' }],
      },
      expected: { extendedTerm: '2026-04-17' },
      clause: 'C13.1.3, T-33',
      why: 'noticed on the fifth day: in time, counted from the start',
      alternatives: [{ policy: 'suspension.noticeCounting=includingFirstDay', extendedTerm: '2026-04-12' }],
    },
    {
      input: {
        term: '2024-02-20',
        suspensions: [{ reason: '13.1.4', from: '2024-01-10', resume: '2024-01-25' }],
      },
      expected: { extendedTerm: '2024-03-06' },
      clause: 'C13.1.4, T-45',
      why: 'fifteen days from 20 February of a leap year',
    },
    {
      input: {
        term: '2025-09-30',
        suspensions: [
          { reason: '13.1.1', from: '2025-06-01', resume: '2025-06-11' },
          { reason: '13.1.3', from: '2025-06-09', resume: '2025-06-14' },
        ],
      },
      expected: { extendedTerm: '2025-10-10' },
      clause: 'C13.1.3, T-28',
      why: 'five days of storm beside another reason add nothing of their own',
    },
    {
      input: { term: '2025-09-30', suspensions: [{ reason: '13.1.2', from: '2025-09-20' }] },
      expected: { extendedTerm: '2025-09-30', resume: null, frozen: true },
      clause: 'C13.1.2, T-29',
      why: 'not resumed yet: the term stands still',
    },
    {
      input: {
        term: '2025-09-30',
        suspensions: [{ reason: '13.1.1', from: '2025-06-01', resume: '2025-06-01' }],
      },
      expected: { extendedTerm: '2025-09-30' },
      clause: 'C13.1, OQ-SUS-3',
      why: 'resumed on the same day: a day on which works are allowed is not counted',
    },
  ),
  ...cases(
    'completion',
    'CO',
    {
      input: { physicallyFinished: '2024-12-30', noticePortal: '2025-01-02' },
      expected: { completedOn: '2025-01-02' },
      clause: 'C2.7',
      why: 'the notice goes out in the new year',
    },
    {
      input: { physicallyFinished: '2025-08-01', noticePost: '2025-08-10' },
      expected: { completedOn: '2025-08-10', operatorFulfilled: true },
      clause: 'C2.7, OQ-NOT-1',
      why: 'by post: the day of dispatch',
    },
  ),
  ...cases(
    'connectionDue',
    'CD',
    {
      input: { completed: '2025-12-20', readinessPortal: '2025-12-28', replacesOldInstallation: false },
      expected: { connectBy: '2026-01-07' },
      clause: 'C4.1',
      why: '10 days over the year end',
    },
    {
      input: { completed: '2024-01-20', readinessPortal: '2024-01-31', replacesOldInstallation: true },
      expected: { connectBy: '2024-03-01' },
      clause: 'C4.2',
      why: 'an old installation is replaced: 30 days over a leap February',
    },
    {
      input: { completed: '2025-08-10', readinessHandedOver: '2025-08-27', replacesOldInstallation: false },
      expected: { connectBy: '2025-09-06' },
      clause: 'C4.1, C16.4.1',
      why: 'a posted declaration counts from the day on which it is handed over',
    },
    {
      input: { completed: '2025-08-10', readinessPortal: '2025-08-20', agreedDays: 20 },
      expected: { connectBy: '2025-09-09' },
      clause: 'C4.1, C1.1',
      why: 'agreed otherwise in Part I',
    },
    {
      input: { completed: '2025-08-10', readinessPortal: '2025-08-01', replacesOldInstallation: true },
      expected: { connectBy: '2025-09-09' },
      clause: 'C4.2, T-23',
      why: 'ready before completion: 30 days from the later day',
      alternatives: [{ policy: 'connectionClock=readinessOnly', connectBy: '2025-08-31' }],
    },
  ),
  ...cases(
    'termExpiry',
    'TE',
    {
      input: {
        term: '2025-09-30',
        completed: '2025-10-10',
        readiness: null,
        agreement: null,
        on: '2025-10-20',
      },
      expected: { operatorObligationsFulfilled: false, endAllowedFrom: null, contractEnded: false },
      clause: 'C4.5, T-21',
      why: 'completed after the term: the operator itself was late, nothing ends',
    },
    {
      input: {
        term: '2025-09-30',
        completed: '2025-09-30',
        readiness: null,
        agreement: null,
        on: '2025-10-01',
      },
      expected: { operatorObligationsFulfilled: true, endAllowedFrom: '2025-10-01' },
      clause: 'C4.5, T-25',
      why: 'completed on the very last day: by the strict text the term stands',
    },
    {
      input: {
        term: '2025-09-30',
        completed: '2025-08-10',
        readiness: '2025-09-30',
        agreement: null,
        on: '2025-10-05',
      },
      expected: { endAllowedFrom: null, contractEnded: false },
      clause: 'C4.5',
      why: 'readiness confirmed on the last day',
    },
    {
      input: {
        term: '2025-09-30',
        completed: '2025-08-10',
        readiness: '2025-09-10',
        disproved: '2025-09-20',
        agreement: null,
        on: '2025-10-01',
      },
      expected: { endAllowedFrom: '2025-10-01', connected: false },
      clause: 'C4.5, T-24',
      why: 'confirmed, but not in fact ready',
    },
    {
      input: {
        term: '2025-09-30',
        completed: '2025-08-10',
        readiness: null,
        agreement: { on: '2025-09-20', termOn: '2025-12-31' },
        on: '2025-10-01',
      },
      expected: { endAllowedFrom: null, capacityMayBeReused: false },
      clause: 'C4.6',
      why: 'a later term is agreed',
    },
    {
      input: {
        term: '2025-09-30',
        completed: '2025-08-10',
        readiness: null,
        agreement: { on: '2025-09-20', usage: true },
        on: '2025-10-01',
      },
      expected: { endAllowedFrom: null },
      clause: 'C4.6',
      why: 'the use of system services is agreed',
    },
    {
      input: {
        term: '2025-09-30',
        completed: null,
        readiness: null,
        agreement: null,
        suspendedFrom: '2025-09-01',
        on: '2025-10-01',
      },
      expected: { endAllowedFrom: null, contractEnded: false },
      clause: 'C13.1, T-29',
      why: 'the term is frozen while works are suspended',
    },
  ),
  ...cases(
    'lastGuaranteedSupply',
    'LG',
    {
      input: {
        completed: '2025-08-10',
        readiness: '2025-08-20',
        connected: '2025-08-25',
        tradingContract: 'T-000123',
      },
      expected: { supplyMode: 'trading', connectionRefusedForThis: false },
      clause: 'C4.7',
      why: 'a trading contract stands for the object',
    },
    {
      input: {
        completed: '2024-12-20',
        readiness: '2024-12-20',
        connected: '2024-12-20',
        tradingContract: null,
      },
      expected: { supplyMode: 'PGP', connectionRefusedForThis: false },
      clause: 'C4.7',
      why: 'completed, ready and connected on one day without a trader',
    },
  ),
  ...cases(
    'terminateWhileSuspended',
    'TS',
    {
      input: { state: 'suspended', mutual: '2025-06-15' },
      expected: { contractEnded: true, endDate: '2025-06-15', basis: 'II.14.1' },
      clause: 'C14.1, T-29',
      why: 'both agree while works are suspended',
    },
    {
      input: { state: 'suspended', notReadyAttempt: '2025-06-15' },
      expected: { contractEnded: false, endDate: null },
      clause: 'C14.3.7, T-29',
      why: 'the term has stood still since before its day: not ready is no ground',
    },
  ),
];

const CONTRACT: readonly LifecycleCase[] = [
  ...cases(
    'withdrawal',
    'WD',
    {
      input: { customer: 'natural', inForceFrom: '2024-02-15', noticePortal: ['2024-02-29', '2024-03-01'] },
      expected: { lastDay: '2024-02-29', basis: ['15.2', '14.5'] },
      clause: 'C15.2, T-45',
      why: 'a natural person; the 14th day is the leap day',
    },
    {
      input: {
        customer: 'natural',
        household: true,
        inForceFrom: '2025-05-04',
        noticePortal: ['2025-05-18', '2025-05-19'],
      },
      expected: { lastDay: '2025-05-18', basis: ['15.2', '14.5'] },
      clause: 'C15.2, OQ-DAY-1',
      why: 'the last day is a Sunday and does not roll',
      alternatives: [
        { policy: 'consumerWithdrawalRoll=true', lastDay: '2025-05-19', basis: ['15.2', '15.2'] },
      ],
    },
    {
      input: { customer: 'legal', inForceFrom: '2024-12-25', noticePortal: ['2025-01-08', '2025-01-09'] },
      expected: { lastDay: '2025-01-08', basis: ['15.1', '14.5'] },
      clause: 'C15.1',
      why: 'over the year end',
    },
  ),
  ...cases(
    'nonPaymentEnd',
    'NP',
    {
      input: { inForce: true, worksStarted: false, due: '2025-04-17', paid: false },
      expected: { contractEnds: '2025-04-22' },
      clause: 'C14.3.2, T-47',
      why: 'due on Maundy Thursday: the next working day is Tuesday after Easter',
    },
    {
      input: { inForce: true, worksStarted: false, due: '2025-05-02', paid: false },
      expected: { contractEnds: '2025-05-06' },
      clause: 'C14.3.2, T-47',
      why: '4 May is a Sunday, Monday its substitute',
    },
    {
      input: { inForce: true, worksStarted: false, due: '2024-12-23', paid: false },
      expected: { contractEnds: '2024-12-27' },
      clause: 'C14.3.2',
      why: 'Christmas lies between',
    },
    {
      input: { inForce: true, worksStarted: false, due: '2025-12-30', paid: false },
      expected: { contractEnds: '2026-01-02' },
      clause: 'C14.3.2, T-45',
      why: 'over the year end',
    },
    {
      input: { inForce: true, worksStarted: false, due: '2025-12-30', paid: false, holidays: ['2026-01-02'] },
      expected: { contractEnds: '2026-01-05' },
      clause: 'C14.3.2, OQ-DAY-3',
      why: 'an entered day off moves it on',
    },
    {
      input: { inForce: true, worksStarted: false, due: '2025-01-11', paid: false },
      expected: { contractEnds: '2025-01-13' },
      clause: 'C14.3.2, T-39',
      why: 'a due date on a Saturday stays where it is',
    },
    {
      input: { inForce: true, worksStarted: false, due: '2025-01-10', paid: '2025-01-11' },
      expected: { contractEnds: null },
      clause: 'C14.3.2, T-38, OQ-PAY-3',
      why: 'an instant transfer on Saturday is late and cures',
      alternatives: [{ policy: 'lateCure=false', contractEnds: '2025-01-13' }],
    },
    {
      input: { inForce: true, worksStarted: false, due: '2025-01-10', paid: '2025-01-10' },
      expected: { contractEnds: null },
      clause: 'C10.2',
      why: 'paid on the last day',
    },
    {
      input: { inForce: true, worksStarted: true, due: '2025-01-10', paid: false },
      expected: { contractEnds: null },
      clause: 'C14.3.2, T-37',
      why: 'works had started: nothing ends by itself',
    },
  ),
  ...cases(
    'nonPaymentDebt',
    'ND',
    {
      input: { inForce: true, worksStarted: false, due: '2025-01-10', paid: false },
      expected: { mayTerminate: true, paymentStillDue: false },
      clause: 'C14.3.2',
      why: 'no works: the contract has ended and nothing is owed',
    },
    {
      input: { inForce: true, worksStarted: true, due: '2025-01-10', paid: true },
      expected: { mayTerminate: false, paymentStillDue: false },
      clause: 'C14.3.2',
      why: 'paid in time: no right to end',
    },
  ),
  ...cases(
    'debtHandover',
    'DH',
    {
      input: {
        inForceEver: true,
        worksStartedOrFinished: true,
        due: '2025-01-10',
        warningDeemedReceived: '2025-02-20',
        paid: false,
        attempt: '2025-03-12',
      },
      expected: { allowed: true },
      clause: 'C10.5, T-41',
      why: '60 days of delay have passed',
    },
    {
      input: {
        inForceEver: true,
        worksStartedOrFinished: true,
        due: '2025-01-10',
        warningDeemedReceived: '2025-02-20',
        paid: false,
        attempt: '2025-03-11',
      },
      expected: { allowed: false },
      clause: 'C10.5, OQ-DAY-2',
      why: 'the 60th day of delay is running',
      alternatives: [{ policy: 'days.atLeast=dateDifference', allowed: true }],
    },
    {
      input: {
        inForceEver: true,
        worksStartedOrFinished: true,
        due: '2024-01-10',
        warningDeemedReceived: '2024-02-20',
        paid: false,
        attempt: '2024-03-10',
      },
      expected: { allowed: false },
      clause: 'C10.5, T-45',
      why: 'in a leap year the 61st day after the due date is 11 March',
    },
    {
      input: {
        inForceEver: true,
        worksStartedOrFinished: true,
        due: '2024-01-10',
        warningDeemedReceived: '2024-02-20',
        paid: false,
        attempt: '2024-03-11',
      },
      expected: { allowed: true },
      clause: 'C10.5, T-45',
      why: 'and on that day it is lawful',
    },
    {
      input: {
        inForceEver: true,
        worksStartedOrFinished: true,
        due: '2025-01-10',
        warningDeemedReceived: null,
        paid: false,
        attempt: '2025-06-01',
      },
      expected: { allowed: false },
      clause: 'C10.5',
      why: 'never without a warning',
    },
    {
      input: {
        inForceEver: true,
        worksStartedOrFinished: true,
        due: '2025-01-10',
        warningDeemedReceived: '2025-03-20',
        paid: false,
        attempt: '2025-03-20',
      },
      expected: { allowed: false },
      clause: 'C10.5',
      why: 'the warning comes first, on a day before',
    },
    {
      input: {
        inForceEver: true,
        worksStartedOrFinished: true,
        due: '2025-01-10',
        warningDeemedReceived: '2025-02-20',
        paid: '1000.00',
        attempt: '2025-03-12',
      },
      expected: { allowed: true },
      clause: 'C10.5, T-41',
      why: 'a part payment keeps the clock for the rest',
    },
    {
      input: {
        inForceEver: true,
        worksStartedOrFinished: true,
        due: '2025-01-10',
        warningDeemedReceived: '2025-02-20',
        paid: true,
        attempt: '2025-03-12',
      },
      expected: { allowed: false },
      clause: 'C10.7',
      why: 'paid, though late',
    },
    {
      input: {
        inForceEver: true,
        worksStartedOrFinished: true,
        due: '2025-01-10',
        warningDeemedReceived: '2025-02-20',
        paid: false,
        contractEnded: '2025-02-25',
        attempt: '2025-03-12',
      },
      expected: { allowed: true },
      clause: 'C10.4, T-42',
      why: 'the contract has ended, the debt stays',
    },
    {
      input: {
        inForceEver: false,
        worksStartedOrFinished: false,
        due: '2025-01-10',
        warningDeemedReceived: null,
        paid: false,
        attempt: '2025-06-01',
      },
      expected: { allowed: false },
      clause: 'C10.7',
      why: 'a contract never came into force',
    },
  ),
  ...cases(
    'ownerChange',
    'OC',
    {
      input: {
        inForce: true,
        connected: false,
        ownerChanged: '2025-07-01',
        ownerChangeNotified: '2025-07-15',
      },
      expected: { contractEnded: true, endDate: '2025-07-15', connected: false, transferAllowed: false },
      clause: 'C4.3, OQ-OWN-1',
      why: 'ended on the day on which the operator learns of it',
      alternatives: [{ policy: 'ownerChange.endsOn=dayOfChange', endDate: '2025-07-01' }],
    },
    {
      input: { inForce: false, connected: false, ownerChangeNotified: '2025-07-15' },
      expected: { contractEnded: false, endDate: null, transferAllowed: false, status: 'incomplete' },
      clause: 'C4.3, ledger 2.2 (22)',
      why: 'before conclusion: a new applicant, back to incomplete',
    },
  ),
  ...cases(
    'forceMajeureNotice',
    'FN',
    {
      input: { since: '2024-02-26', notices: ['2024-03-02', '2024-03-03'] },
      expected: { valid: [true, false] },
      clause: 'C17.2, T-45',
      why: 'five days over a leap day',
      alternatives: [{ policy: 'noticeCounting=includingFirstDay', valid: [false, false] }],
    },
    {
      input: { since: '2025-06-01', notices: ['2025-06-01', '2025-06-02'], event: 'the contractor is late' },
      expected: { valid: [false, false] },
      clause: 'C17.1',
      why: 'a late contractor is never force majeure',
    },
  ),
  ...cases(
    'forceMajeureEnd',
    'FE',
    {
      input: { since: '2025-01-31', worksStarted: true },
      expected: { contractEnds: '2025-03-01', reason: 'forceMajeure', connected: false },
      clause: 'C14.2.3, T-45',
      why: 'one month from 31 January ends on 28 February',
    },
    {
      input: { since: '2024-01-31', worksStarted: true },
      expected: { contractEnds: '2024-03-01' },
      clause: 'C14.2.3, T-45',
      why: 'and on the 29th in a leap year',
    },
    {
      input: { since: '2025-06-15', worksStarted: true },
      expected: { contractEnds: '2025-07-16' },
      clause: 'C14.2.3',
      why: 'longer than one month: the day after',
    },
    {
      input: { since: '2025-06-15', worksStarted: false },
      expected: { contractEnds: null, reason: null },
      clause: 'C14.2.3',
      why: 'no works had started',
    },
    {
      input: { since: '2025-06-15', worksStarted: true, newTermAgreed: '2025-07-01' },
      expected: { contractEnds: null },
      clause: 'C14.2.3',
      why: 'a new term is agreed',
    },
  ),
  ...cases(
    'complaintAnswer',
    'CA',
    {
      input: { received: '2024-02-20', cases: [{ extraChecks: false }, { extraChecks: true }] },
      expected: { lastDay: ['2024-03-06', '2024-03-21'] },
      clause: 'C16.5, T-45',
      why: 'over a leap February',
    },
    {
      input: { received: '2024-12-20', cases: [{ extraChecks: false }, { extraChecks: true }] },
      expected: { lastDay: ['2025-01-04', '2025-01-19'] },
      clause: 'C16.5',
      why: 'over the year end',
    },
  ),
  ...cases(
    'powerOfAttorney',
    'PA',
    {
      input: { operatorReceivedRevocation: '2025-03-09', signed: ['2025-03-08', '2025-03-09'] },
      expected: { agentActValid: [true, false] },
      clause: 'C5.3',
      why: 'the day before the receipt, and after it',
    },
    {
      input: {
        publishedRevocation: '2024-02-01',
        operatorReceivedRevocation: '2024-03-01',
        signed: ['2024-02-29'],
      },
      expected: { agentActValid: [true] },
      clause: 'C6.2, C6.3',
      why: 'whatever a register says: a month after the publication the agent still binds',
    },
  ),
  ...cases(
    'commonProject',
    'PR',
    {
      input: { due: '2025-04-09', paid: true, othersOwe: '100.00', attempt: '2025-04-10' },
      expected: { mayEnd: true },
      clause: 'C14.3.3',
      why: 'one’s own share is paid, the total is not',
    },
    {
      input: { due: '2025-04-09', paid: true, othersOwe: '0.00', attempt: '2025-04-10' },
      expected: { mayEnd: false },
      clause: 'C14.3.3',
      why: 'the total is paid',
    },
    {
      input: { due: '2025-04-09', paid: false, othersOwe: '0.00', attempt: '2025-04-09' },
      expected: { mayEnd: false },
      clause: 'C14.3.3',
      why: 'the last day to pay is still running',
    },
  ),
];

export const MORE_CASES: readonly LifecycleCase[] = [...OFFER, ...CONCLUSION, ...WORKS, ...CONTRACT];
