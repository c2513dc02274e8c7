import { z } from 'zod';
import type { Route } from '../../../workflows/facts.ts';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { factsOf, lastDayOf, termsFor } from '../asked.ts';
import { letter } from '../definition.ts';
import { parametersFields, parametersOf } from '../documents/shapes.ts';
import { count, isoDay, words } from '../fields.ts';

/** The application is registered (II.11.1): its receipt starts the time for the offer. */
export const receipt = letter({
  fields: z.strictObject({
    receivedOn: isoDay,
    purpose: z.enum(['new', 'load-increase', 'load-decrease', 'separate-meter', 'restore']),
    parameters: parametersFields,
    temporary: z.boolean(),
    offerDays: count,
    offerDaysAfterDesign: count,
    offerLastDay: isoDay,
  }),
  fill(asked) {
    const { receivedOn, application } = factsOf(asked);
    const { offerDays, offerDaysAfterDesign } = termsFor(asked);
    return {
      receivedOn: receivedOn ?? '',
      purpose: application.purpose ?? 'new',
      parameters: parametersOf(asked),
      temporary: application.connection?.temporary === true,
      offerDays,
      offerDaysAfterDesign,
      offerLastDay: lastDayOf(asked, 'offer') ?? '',
    };
  },
});

/** Identification or documents are missing (II.5.2), or the object has a new owner before conclusion (II.4.3). */
export const missing = letter({
  fields: z.strictObject({
    newOwner: z.boolean(),
    /** Empty for a new owner, of whom everything that identifies is missing. */
    missing: z.array(words),
    /** By when the offer is due all the same: the time runs from the receipt of the application (OQ-LC-2). */
    offerLastDay: isoDay.nullable(),
  }),
  fill(asked) {
    const { event } = asked.happened;
    const newOwner = event.type === 'owner.changed';
    return {
      newOwner,
      missing: newOwner ? [] : [...factsOf(asked).missing],
      offerLastDay: newOwner ? null : lastDayOf(asked, 'offer'),
    };
  },
});

const side = z.enum(['customer', 'operator']).nullable();

function needed(asked: LetterAsked) {
  const route = factsOf(asked).route;
  if (!route) throw new Error('The letter tells of the route of an application; it has none.');
  return route;
}

const requirementsOf = ({ requirementsNumber: number, requirementsValidUntil, on }: Route) =>
  number === undefined ? null : { number, issuedOn: on, validUntil: requirementsValidUntil ?? null };

/** The application needs a design or a contractor (II.11.1.2): who provides them, and what the offer waits for. */
export const technical = letter({
  fields: z.strictObject({
    designBy: side,
    contractorChosenBy: side,
    reasons: words.nullable(),
    /** Issued to this customer with the letter; null where the published ones apply (D-TP, D-TR). */
    requirements: z
      .strictObject({ number: words, issuedOn: isoDay, validUntil: isoDay.nullable() })
      .nullable(),
    connectionPoint: words.nullable(),
    ownershipBoundary: words.nullable(),
    parameters: parametersFields,
    offerDaysAfterDesign: count,
  }),
  fill(asked) {
    const route = needed(asked);
    return {
      designBy: (route.designNeeded && route.designBy) || null,
      contractorChosenBy: (route.contractorNeeded && route.contractorChosenBy) || null,
      reasons: route.reasons ?? null,
      requirements: requirementsOf(route),
      connectionPoint: route.connectionPoint ?? null,
      ownershipBoundary: route.ownershipBoundary ?? null,
      parameters: parametersOf(asked),
      offerDaysAfterDesign: termsFor(asked).offerDaysAfterDesign,
    };
  },
});
