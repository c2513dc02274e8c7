import { furtherCases } from './further-cases.ts';

/** The warning, its ten days and the annulment (II.11.3). */
export const ANNULMENT = [
  ...furtherCases(
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
  ...furtherCases(
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
];
