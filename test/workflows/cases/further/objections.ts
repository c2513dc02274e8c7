import { furtherCases } from './further-cases.ts';

/** The thirty days to object, and those of a revised offer (II.11.2). */
export const OBJECTIONS = [
  ...furtherCases(
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
  ...furtherCases(
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
];
