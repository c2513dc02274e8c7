import { z } from 'zod';
import { eventOf, factsOf, lastDayOf } from '../asked.ts';
import { letter } from '../definition.ts';
import { isoDay, words } from '../fields.ts';

/** The answer to a question, objection or complaint (II.16.5), or the notice that extra checks need more time. */
export const complaintAnswer = letter({
  fields: z.strictObject({
    filedOn: isoDay,
    answer: words,
    lateObjection: z.boolean(),
    /** The last day of the full answer, where this one only announces extra checks. */
    answerBy: isoDay.nullable(),
  }),
  fill(asked) {
    const { data } = eventOf(asked, 'complaint.answered');
    const { complaint } = factsOf(asked);
    return {
      filedOn: complaint?.on ?? '',
      answer: data.text,
      lateObjection: complaint?.lateObjection === true,
      answerBy: complaint?.answeredOn === null ? lastDayOf(asked, 'complaint-answer') : null,
    };
  },
});

const noEvent = (notice: string) => (): never => {
  throw new Error(`${notice} is written by staff; no event of a case sends it.`);
};

/** Confidential information was disclosed without right (II.8.4). */
export const breach = letter({
  fields: z.strictObject({
    discoveredOn: isoDay,
    happened: words,
    data: z.array(words).min(1),
    measures: words,
    advice: words.nullable(),
  }),
  fill: noEvent('N-BREACH'),
});

/** Part II changes (II.1.4 to II.1.7). */
export const termsAmended = letter({
  fields: z.strictObject({
    version: words,
    publishedOn: isoDay,
    effectiveOn: isoDay,
    ground: z.enum(['law', 'authority', 'technical']),
    exemption: z
      .enum(['favours-customer', 'technical-correction', 'law-change', 'authority-instruction'])
      .nullable(),
    changes: z.array(words).min(1),
    /** The version that the customer's own contract keeps (II.1.7); null where none is concluded. */
    ownVersion: words.nullable(),
  }),
  fill: noEvent('N-GTC'),
});

const RIGHTS = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'human-review',
] as const;

/** The answer to a request of a data subject (II.9.3, GDPR). */
export const dataSubjectAnswer = letter({
  fields: z.strictObject({
    requestedOn: isoDay,
    right: z.enum(RIGHTS),
    outcome: z.enum(['granted', 'partly', 'refused']),
    answer: words,
    reasons: words.nullable(),
  }),
  fill: noEvent('N-GDPR'),
});
