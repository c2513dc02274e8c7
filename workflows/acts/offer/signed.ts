import { z } from 'zod';
import { day, dayOf } from '../../../src/law/days.ts';
import { say } from '../../../src/law/words.ts';
import { type Asking, fieldRefusal, notBefore, refuse, type Standing } from '../../conditions/verdict.ts';
import { instant } from '../../data.ts';
import type { Happening } from '../../happening.ts';
import { SIGNATURE_FORMS } from '../../vocabulary.ts';
import { act } from '../act.ts';
import { withFlag } from '../changes.ts';

const data = z.strictObject({
  party: z.enum(['customer', 'operator']),
  form: z.enum(SIGNATURE_FORMS),
  signedAt: instant.optional(),
  timestamped: z.boolean().optional(),
});
type Signed = Happening<string, z.output<typeof data>>;

const partyHasNotSigned: Standing = (facts, { party }) =>
  facts.signatures[party]
    ? refuse({
        code: 'contract.already-signed',
        clause: 'II.11.5',
        detail: say('Šī puse jau ir parakstījusi.', 'This party has already signed.'),
      })
    : null;

/** T-12a: while an objection is pending the operator signs only if the customer signed after objecting. */
const objectionDoesNotWait: Standing = (facts, { party }) => {
  const pending = facts.objection?.outcome === 'pending' ? facts.objection : null;
  const affirmed =
    pending !== null &&
    facts.signatures.customer !== undefined &&
    facts.signatures.customer.seq > pending.seq;
  return party === 'customer' || pending === null || affirmed
    ? null
    : refuse({
        code: 'objection.pending',
        clause: 'II.11.2',
        detail: say(
          'Vispirms jāizlemj par klienta iebildumu: noraidiet to ar pamatojumu vai izsniedziet pārskatītu piedāvājumu.',
          'Decide the customer’s objection first: reject it with reasons or issue a revised offer.',
        ),
      });
};

const signatureIsValid: Asking<Signed> = (
  facts,
  { data: { form, signedAt, timestamped }, at, today, law },
) => {
  const signed = signedAt ?? at;
  if (Temporal.Instant.compare(signed, at) > 0)
    return fieldRefusal(
      'signedAt',
      'II.11.5',
      say('Paraksta laiks ir nākotnē.', 'The time of the signature lies in the future.'),
    );
  const stamped = timestamped === true || law.setting('signature.untimestampedCounts', day(today));
  if (form === 'esign-timestamped' && !stamped)
    return refuse({
      code: 'signature.no-time-stamp',
      clause: 'II.7.6.3',
      detail: say(
        'E-paraksts bez laika zīmoga nav derīgs līguma parakstīšanai. Parakstiet vēlreiz ar laika zīmogu, portālā vai ar roku.',
        'An e-signature without a time stamp does not sign the contract. Sign again with a time stamp, in the portal or by hand.',
      ),
    });
  return notBefore(
    'signedAt',
    dayOf(signed, law.operator.timeZone).toString(),
    facts.offer?.issuedOn ?? null,
    'II.11.5',
    say('piedāvājuma izsniegšana', 'the issue of the offer'),
  );
};

/** One party signs in a valid form; the contract is in force when both have (II.7.6, II.11.5). The engineer signs for the
 *  operator, service registers what a customer signed outside the portal. */
export const contractSigned = act({
  type: 'contract.signed',
  clause: 'II.7.6',
  data,
  form: {
    party: { instead: 'own-side' },
    form: { first: 'first-choice' },
    timestamped: { instead: 'time-stamp' },
  },
  by: {
    customer: { party: 'customer', where: ({ party }) => party !== 'operator' },
    engineer: { party: 'operator', where: ({ party }) => party !== 'customer' },
    service: { party: 'customer', where: ({ party, form }) => party !== 'operator' && form !== 'portal' },
  },
  weight: 'carries-on',
  files: { staff: 'scan' },
  restsOnFile: ({ form }) => form === 'handwritten-identifiable',
  ways: {
    signed: {
      says: 'One party signs in a valid form; the operator not while an objection waits. The contract is in force when both have.',
      possible: { partyHasNotSigned, objectionDoesNotWait },
      allowed: { signatureIsValid },
      write: (facts, { data: { party, form, signedAt }, at, seq, law, today }) => {
        const signed = signedAt ?? at;
        const declared = form === 'esign-timestamped';
        return {
          signatures: {
            ...facts.signatures,
            [party]: { form, on: dayOf(signed, law.operator.timeZone).toString(), at: signed, seq, declared },
          },
          flags: declared ? withFlag(facts, 'declared-signature', today) : facts.flags,
        };
      },
    },
  },
});
