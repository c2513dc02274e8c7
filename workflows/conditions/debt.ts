import { day, isBefore, laterOf } from '../../src/law/days.ts';
import { say } from '../../src/law/words.ts';
import { debtSurvives, demanded, demandIsMet, outstanding, termsOf, worksHaveStarted } from '../derived.ts';
import { refuse, type Standing, tooEarly } from './verdict.ts';

/** The route of a debt: overdue, warned of, handed over (II.10.4 to II.10.7). */

/** II.10.7: the debt route needs a contract that came into force, works started or finished, and an unpaid invoice. */
export const debtRouteIsOpen: Standing = (facts) => {
  if (facts.inForceOn !== null && worksHaveStarted(facts) && outstanding(facts).gt(0)) return null;
  return refuse({
    code: 'debt.route-closed',
    clause: 'II.10.7',
    detail: say(
      'Parādu var nodot tikai tad, ja līgums ir stājies spēkā, darbi ir sākti un rēķins nav samaksāts.',
      'The debt route is open only where the contract came into force, the works had started and the invoice is unpaid.',
    ),
  });
};

export const invoiceIsOverdue: Standing = (facts, { today }) => {
  const demand = demanded(facts);
  if (demand && isBefore(demand.dueOn, day(today)) && !demandIsMet(facts)) return null;
  return refuse({
    code: 'debt.not-overdue',
    clause: 'II.10.5',
    ...(demand ? { allowedFrom: demand.dueOn.add({ days: 1 }) } : {}),
    detail: say('Rēķina samaksas termiņš nav nokavēts.', 'The invoice is not overdue.'),
  });
};

/** II.10.5, T-41: 60 complete days of delay, where the first day of delay is the day after the due date, and a warning
 *  received before. Due 2025-01-10: lawful from 2025-03-12. */
export const debtMayBeHandedOver: Standing = (facts, { today, law }) => {
  const demand = demanded(facts);
  if (!facts.debtWarning?.deemedReceivedOn || !demand)
    return refuse({
      code: 'debt.no-warning',
      clause: 'II.10.5',
      detail: say(
        'Pirms nodošanas klients rakstiski jābrīdina.',
        'The customer must be warned in writing before the hand-over.',
      ),
    });
  const { debtDelayDays } = termsOf(facts, law, day(today));
  const afterDelay = law.earliestAfter(demand.dueOn, debtDelayDays);
  const earliest = laterOf(afterDelay, day(facts.debtWarning.deemedReceivedOn).add({ days: 1 }));
  return isBefore(day(today), earliest)
    ? tooEarly(
        'debt.too-early',
        'II.10.5',
        earliest,
        say(
          `Parādu var nodot no ${earliest}: jāpaiet ${debtDelayDays} kavējuma dienām un brīdinājumam jābūt saņemtam.`,
          `The debt can be handed over from ${earliest}: ${debtDelayDays} days of delay must pass and the warning must have been received.`,
        ),
      )
    : null;
};

export const debtIsNotWarned: Standing = (facts) =>
  facts.debtWarning?.deemedReceivedOn
    ? refuse({
        code: 'debt.already-warned',
        clause: 'II.10.5',
        detail: say('Klients jau ir brīdināts.', 'The customer has already been warned.'),
      })
    : null;

export const debtSurvivesTheEnd: Standing = (facts) =>
  debtSurvives(facts)
    ? null
    : refuse({
        code: 'debt.none',
        clause: 'II.10.4',
        detail: say('Pēc šī līguma parāda nav.', 'No debt survives this contract.'),
      });

export const debtIsNotHandedOver: Standing = (facts) =>
  facts.debtHandedOverOn
    ? refuse({
        code: 'debt.already-handed-over',
        clause: 'II.10.5',
        detail: say('Parāds jau ir nodots.', 'The debt has already been handed over.'),
      })
    : null;
