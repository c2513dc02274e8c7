import { z } from 'zod';
import { suspendedDays, termLastDay } from '../../../workflows/derived.ts';
import { SUSPENSION_REASONS } from '../../../workflows/vocabulary.ts';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { eventOf, factsOf, linesOf, termOf, termsFor } from '../asked.ts';
import { letter } from '../definition.ts';
import { count, isoDay, words } from '../fields.ts';

type Reason = (typeof SUSPENSION_REASONS)[number];

/** The suspension that the event declares for a reason. */
function dataOf<R extends Reason>(asked: LetterAsked, reason: R) {
  const { data } = eventOf(asked, 'works.suspended');
  if (data.reason !== reason)
    throw new Error(`The letter tells of ${reason}; the works were suspended for ${data.reason}.`);
  return data as Extract<typeof data, { reason: R }>;
}

const term = (asked: LetterAsked): string => termOf(asked) ?? '';

/** Flaws in the customer's design (II.13.1.1). */
export const designFlaws = letter({
  fields: z.strictObject({ from: isoDay, remedyBy: isoDay, flaws: z.array(words).min(1), termOn: isoDay }),
  fill(asked) {
    const { from, remedyBy, flaws } = dataOf(asked, 'design-flaws');
    return { from, remedyBy, flaws: linesOf(flaws), termOn: term(asked) };
  },
});

/** Preparatory works that the customer has not done (II.13.1.2). */
export const preparatoryWorks = letter({
  fields: z.strictObject({
    from: isoDay,
    remedyBy: isoDay,
    works: z.array(words).min(1),
    source: z.enum(['TR', 'design', 'TP']).nullable(),
    termOn: isoDay,
  }),
  fill(asked) {
    const { from, remedyBy, works, source } = dataOf(asked, 'preparatory-works');
    return { from, remedyBy, works: linesOf(works), source: source ?? null, termOn: term(asked) };
  },
});

/** Conditions in which nobody builds properly (II.13.1.3); either party may invoke them. */
export const adverseConditions = letter({
  fields: z.strictObject({
    by: z.enum(['customer', 'operator']),
    conditions: words,
    from: isoDay,
    likelyEndOn: isoDay,
    /** Notified too late, they lengthen the term only from the day of the notice (T-34). */
    countsFrom: isoDay,
    moreThanDays: count,
    termOn: isoDay,
  }),
  fill(asked) {
    const { from, likelyEndOn, conditions } = dataOf(asked, 'adverse-conditions');
    const { party } = asked.happened.event;
    const declared = factsOf(asked).suspensions.findLast((one) => one.reason === 'adverse-conditions');
    return {
      by: party,
      conditions,
      from,
      likelyEndOn,
      countsFrom: declared?.countsFrom ?? from,
      moreThanDays: termsFor(asked).adverseConditionsDays,
      termOn: term(asked),
    };
  },
});

/** A municipality restricts digging for a season (II.13.1.4). */
export const diggingBan = letter({
  fields: z.strictObject({
    municipality: words,
    regulation: words,
    from: isoDay,
    likelyEndOn: isoDay.nullable(),
    termOn: isoDay,
  }),
  fill(asked) {
    const { municipality, regulation, from, likelyEndOn } = dataOf(asked, 'digging-ban');
    return { municipality, regulation, from, likelyEndOn: likelyEndOn ?? null, termOn: term(asked) };
  },
});

/** The works go on and the term moves by the suspended days, without an amendment (II.13.1, II.12.3). */
export const resumption = letter({
  fields: z.strictObject({
    reason: z.enum(SUSPENSION_REASONS),
    on: isoDay,
    intervals: z
      .array(z.strictObject({ reason: z.enum(SUSPENSION_REASONS), from: isoDay, to: isoDay }))
      .min(1),
    agreedTermOn: isoDay,
    suspendedDays: count,
    termOn: isoDay,
  }),
  fill(asked) {
    const { data } = eventOf(asked, 'works.resumed');
    const facts = factsOf(asked);
    const { law } = asked.moment;
    return {
      reason: data.reason,
      on: data.on,
      intervals: facts.suspensions
        .filter((one) => one.to !== null)
        .map(({ reason, countsFrom, to }) => ({ reason, from: countsFrom, to: to! })),
      agreedTermOn: facts.term?.on ?? '',
      suspendedDays: suspendedDays(facts, law),
      termOn: termLastDay(facts, law)?.toString() ?? '',
    };
  },
});
