import { furtherCases } from './further-cases.ts';

/** The day on which the contract comes into force (II.11.5). */
export const CONCLUSION = [
  ...furtherCases(
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
  ...furtherCases(
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
  ...furtherCases(
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
];
