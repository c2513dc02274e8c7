import { z } from 'zod';
import { replacesOldInstallation, worksHaveStarted } from '../../../workflows/derived.ts';
import { day, dayAfterMonths } from '../../law/days.ts';
import { eventOf, factsOf, issuedInvoice, owedAmount, termOf, termsFor, todayOf } from '../asked.ts';
import { letter } from '../definition.ts';
import { readinessFormOf } from '../documents/readiness-form.ts';
import { amount, count, isoDay, words } from '../fields.ts';

/** The connection is built (II.2.6): this letter is the completion (II.2.7) and invites the customer to confirm readiness. */
export const completion = letter({
  fields: z.strictObject({
    completedOn: isoDay,
    termOn: isoDay,
    termHasPassed: z.boolean(),
    /** Fewer days are left than the operator wants to leave: an extension is offered (T-25). */
    extensionOffered: z.boolean(),
    replacesOldInstallation: z.boolean(),
    connectionDays: count,
    outstanding: amount,
    /** Nobody unpaid is connected, by the operator's reading of II.4.4 (T-26). */
    withheldWhileUnpaid: z.boolean(),
    invoice: z.strictObject({ number: words, gross: amount, dueOn: isoDay }),
  }),
  fill(asked) {
    const facts = factsOf(asked);
    const terms = termsFor(asked);
    const termOn = termOf(asked) ?? '';
    const invoice = issuedInvoice(asked, 'final');
    const replaces = replacesOldInstallation(facts);
    return {
      completedOn: facts.completedOn ?? '',
      termOn,
      termHasPassed: termOn < asked.happened.event.today,
      extensionOffered: facts.flags.some((flag) => flag.name === 'offer-to-extend-term'),
      replacesOldInstallation: replaces,
      connectionDays: replaces ? terms.connectionDaysReplacing : terms.connectionDays,
      outstanding: owedAmount(asked),
      withheldWhileUnpaid:
        asked.moment.law.setting('connection.withholdWhileUnpaid', todayOf(asked)) === 'all',
      invoice: { number: invoice.number, gross: invoice.gross, dueOn: invoice.dueOn },
    };
  },
  enclose: (asked) => [{ document: 'readiness-form', fields: readinessFormOf(asked) }],
});

/** Force majeure (II.17.2); either party notifies. */
export const forceMajeure = letter({
  fields: z.strictObject({
    by: z.enum(['customer', 'operator']),
    event: words,
    startedOn: isoDay,
    likelyEndOn: isoDay,
    months: count,
    /** The day on which the contract would end (II.14.2.3); null where no works have started. */
    endsOn: isoDay.nullable(),
    termOn: isoDay,
  }),
  fill(asked) {
    const { data, party } = eventOf(asked, 'force-majeure.notified');
    const { forceMajeureMonths: months } = termsFor(asked);
    const started = worksHaveStarted(factsOf(asked));
    return {
      by: party,
      ...data,
      months,
      endsOn: started ? dayAfterMonths(day(data.startedOn), months).toString() : null,
      termOn: termOf(asked) ?? '',
    };
  },
});
