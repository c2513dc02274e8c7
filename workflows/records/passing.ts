import type { LawBook } from '../../src/law/law-book.ts';
import { completedByTheTerm } from '../derived.ts';
import type { Facts, Flag } from '../facts.ts';
import { record, type Writing, withFlag } from './record.ts';

/** What staff are told when a deadline passes: a breach of the operator's own, or a right that may now be used. */
const FLAG_OF: Readonly<Record<string, Flag['name']>> = {
  offer: 'offer-breach',
  'objection-answer': 'objection-answer-breach',
  connection: 'connection-breach',
  'complaint-answer': 'complaint-answer-breach',
  'data-request-answer': 'data-request-answer-breach',
  remedy: 'remedy-missed',
};

/** II.4.5 looks at the customer only where the operator had completed by the term itself (T-21). */
function flagFor(facts: Facts, name: string, law: LawBook): Flag['name'] | undefined {
  if (name !== 'term') return FLAG_OF[name];
  return completedByTheTerm(facts, law) ? 'not-ready-by-term' : 'term-missed-by-operator';
}

export const PASSING_RECORDS = {
  recordPassed: record<'deadline.passed'>((facts, { data, today, law }) => {
    const flag = flagFor(facts, data.name, law);
    return {
      passed: { ...facts.passed, [data.name]: data.day },
      flags: flag ? withFlag(facts, flag, today) : facts.flags,
    };
  }),
} as const satisfies Record<string, Writing>;
