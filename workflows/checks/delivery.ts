import { day, isAfter } from '../../src/law/days.ts';
import { windowLastDay } from '../derived.ts';
import { dispatchMoves } from '../records/delivery.ts';
import { type Check, check } from './check.ts';

export const DELIVERY_CHECKS = {
  /** The offer left so late that its window is open again or still. */
  dispatchReopensWindow: check<'notice.dispatched'>((facts, event) => {
    const { offer } = dispatchMoves(facts, event);
    return offer && !isAfter(day(event.today), windowLastDay(facts, offer, event.law))
      ? null
      : 'not-this-way';
  }),
} as const satisfies Record<string, Check>;
