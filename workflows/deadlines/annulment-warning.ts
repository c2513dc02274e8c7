import type { LawBook } from '../../src/law/law-book.ts';
import { customerDidNoneOfTheThree, windowLastDay } from '../derived.ts';
import type { Situation } from './deadline.ts';
import type { Timer } from './timer.ts';

/** The name under which the clock keeps what has no deadline of its own. */
const ANNULMENT_WARNING = 'annulment-warning';

/** The operator's warning falls due at once when an offer lapses (II.11.3), unless it is held. */
export function annulmentWarning(situation: Situation, law: LawBook): Timer | null {
  const { facts, status } = situation;
  if (status !== 'offer-lapsed' || !facts.offer || facts.annulmentHold || !customerDidNoneOfTheThree(facts))
    return null;
  const on = windowLastDay(facts, facts.offer, law).add({ days: 1 });
  if (law.setting('annulment.mode', on) !== 'automatic') return null;
  return {
    name: ANNULMENT_WARNING,
    clause: 'II.11.3',
    on,
    event: { type: 'annulment.warned', data: { channel: facts.offer.channel } },
  };
}
