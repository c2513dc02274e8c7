import { furtherCases } from './further-cases.ts';

/** Who is identified, and what signs (II.5.4, II.7.6). */
export const SIGNING = [
  ...furtherCases(
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
      clause: 'C5.4.1',
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
  ...furtherCases(
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
];
