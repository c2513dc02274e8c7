import { z } from 'zod';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { TERMS_CLAUSES, type TermsParameter } from '../../law/terms/terms.ts';
import type { Language } from '../../law/words.ts';
import { factsOf, offerOf } from '../asked.ts';
import { amount, clause, isoDay, words } from '../fields.ts';
import { feeFields, feeOf, parametersFields, parametersOf, partyFields, partyOf } from './shapes.ts';

/** Part I of the contract: the individual terms, which stand above the general ones (II.1.1). */
export const partOneFields = z.strictObject({
  customer: partyFields,
  place: z.strictObject({
    address: words.nullable(),
    cadastreNumber: words.nullable(),
    installation: words.nullable(),
  }),
  purpose: z.enum(['new', 'load-increase', 'load-decrease', 'separate-meter', 'restore']),
  replacesOldInstallation: z.boolean(),
  parameters: parametersFields,
  ownershipBoundary: words,
  designBy: z.enum(['customer', 'operator']).nullable(),
  contractorChosenBy: z.enum(['customer', 'operator']).nullable(),
  regime: z.enum(['1/8', '1/7']),
  fee: feeFields,
  advanceGross: amount,
  paidInAdvance: z.boolean(),
  paymentDueOn: isoDay,
  instalments: z.array(z.strictObject({ dueOn: isoDay, net: amount })),
  worksBeforeFullPayment: z.boolean(),
  worksInWithdrawalPeriod: z.boolean(),
  termOn: isoDay,
  overrides: z.array(z.strictObject({ label: words, clause, value: words, reason: words })),
  termsVersion: words,
});

const overridesOf = (asked: LetterAsked, language: Language) =>
  Object.entries(offerOf(asked).partOne).map(([name, override]) => {
    const { label, clause: of } = TERMS_CLAUSES[name as TermsParameter];
    return { label: label[language], clause: of, value: String(override.value), reason: override.reason };
  });

export function partOneOf(asked: LetterAsked): z.input<typeof partOneFields> {
  const { application, route } = factsOf(asked);
  const offer = offerOf(asked);
  return {
    customer: partyOf(asked),
    place: {
      address: application.object?.address ?? null,
      cadastreNumber: application.object?.cadastreNumber ?? null,
      installation: application.object?.installation ?? null,
    },
    purpose: application.purpose ?? 'new',
    replacesOldInstallation: application.connection?.replacesOldInstallation === true,
    parameters: parametersOf(asked),
    ownershipBoundary: offer.ownershipBoundary,
    designBy: (route?.designNeeded && route.designBy) || null,
    contractorChosenBy: (route?.contractorNeeded && route.contractorChosenBy) || null,
    regime: offer.quote.regimeApplied,
    fee: feeOf(asked),
    advanceGross: offer.advanceGross,
    paidInAdvance: offer.advanceGross === offer.quote.customerGross,
    paymentDueOn: offer.paymentDueOn,
    instalments: offer.quote.financing.schedule.map(({ dueOn, payment }) => ({ dueOn, net: payment })),
    worksBeforeFullPayment: offer.worksBeforeFullPayment,
    worksInWithdrawalPeriod: offer.worksInWithdrawalPeriod,
    termOn: offer.termOn,
    overrides: overridesOf(asked, asked.language),
    termsVersion: offer.termsVersion,
  };
}
