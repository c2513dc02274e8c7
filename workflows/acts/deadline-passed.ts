import { ruleOf } from '../deadlines/index.ts';
import { notePassed, PASSED, passedData } from '../deadlines/passing.ts';
import { act } from './act.ts';

/** A deadline has passed: the clock notes it, and staff are told. What the passing of one does beyond that stands with the
 *  deadline. */
export const deadlinePassed = act({
  type: PASSED,
  clause: null,
  data: passedData,
  by: { clock: 'operator' },
  adverse: true,
  ways: {
    beforeTheOffer: {
      clause: 'II.11.1',
      says: 'The time for the offer is over; staff are told.',
      write: (facts, event) => notePassed(ruleOf(event.data.name), facts, event),
    },
    onTheOffer: {
      clause: 'II.11.2',
      says: 'A deadline has passed; staff are told of a breach.',
      write: (facts, event) => notePassed(ruleOf(event.data.name), facts, event),
    },
    underTheContract: {
      says: 'A deadline has passed; staff are told what may or must be done now.',
      write: (facts, event) => notePassed(ruleOf(event.data.name), facts, event),
    },
    afterTheEnd: {
      clause: 'II.16.5',
      says: 'A deadline that outlives the end has passed; staff are told.',
      write: (facts, event) => notePassed(ruleOf(event.data.name), facts, event),
    },
  },
});
