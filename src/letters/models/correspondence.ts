import { z } from 'zod';
import { dataAnswerLastDay } from '../../../workflows/deadlines/data-request-answer.ts';
import { DATA_ANSWERS, DATA_RIGHTS } from '../../../workflows/vocabulary.ts';
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

/** Confidential information was disclosed without right (II.8.4). */
export const breach = letter({
  fields: z.strictObject({
    discoveredOn: isoDay,
    happened: words,
    data: z.array(words).min(1),
    measures: words,
    advice: words.nullable(),
  }),
  fill(asked) {
    const { discoveredOn, happened, data, measures, advice } = eventOf(asked, 'disclosure.notified').data;
    return { discoveredOn, happened, data, measures, advice: advice ?? null };
  },
});

/** Published on the site, and to nobody by name (II.1.5): no event of a case sends it. */
const published = (): never => {
  throw new Error('N-GTC is published; no event of a case sends it.');
};

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
  fill: published,
});

/** The answer to a request of a data subject (II.9.3, GDPR), or the word that extra checks need more time. */
export const dataSubjectAnswer = letter({
  fields: z.strictObject({
    requestedOn: isoDay,
    right: z.enum(DATA_RIGHTS),
    /** null: not answered yet. */
    outcome: z.enum(DATA_ANSWERS).nullable(),
    answer: words,
    reasons: words.nullable(),
    /** The last day of the full answer, where this one only announces extra checks. */
    answerBy: isoDay.nullable(),
  }),
  fill(asked) {
    const { type, data } = eventOf(asked, 'data-request.answered', 'data-request.prolonged');
    const requestedOn = factsOf(asked).dataRequests?.[data.right]?.on ?? '';
    const { right } = data;
    return type === 'data-request.prolonged'
      ? {
          requestedOn,
          right,
          outcome: null,
          answer: data.reasons,
          reasons: null,
          answerBy: dataAnswerLastDay(factsOf(asked), right, asked.moment.law),
        }
      : {
          requestedOn,
          right,
          outcome: data.outcome,
          answer: data.text,
          reasons: data.reasons ?? null,
          answerBy: null,
        };
  },
});
