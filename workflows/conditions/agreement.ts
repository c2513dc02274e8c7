import { day, isAfter, isBefore } from '../../src/law/days.ts';
import { say } from '../../src/law/words.ts';
import { matchingConsent } from '../consent.ts';
import { termLastDay } from '../derived.ts';
import type { Happening } from '../happening.ts';
import { type Asking, choose, fieldRefusal, refuse, type Standing } from './verdict.ts';

/** What holds where both sides agree on something (II.4.6, II.12). */

export const otherSideHasConsented = choose<Happening>(
  (facts, event) => matchingConsent(facts, event) !== null,
);

export const isNotConnected: Standing = (facts) =>
  facts.connected
    ? refuse({
        code: 'connection.already-made',
        clause: 'II.4.1',
        detail: say('Pieslēgums jau ir izveidots.', 'The connection has already been made.'),
      })
    : null;

/** The term never moves earlier, also where this side leaves the day to the other's consent. */
export const termMovesLater: Asking<Happening<string, { readonly termOn?: string | undefined }>> = (
  facts,
  event,
) => {
  const { data, today, law } = event;
  const termOn = data.termOn ?? (matchingConsent(facts, event)?.terms.termOn as string | undefined);
  if (termOn === undefined) return null;
  const term = termLastDay(facts, law);
  if (isAfter(day(termOn), day(today)) && (!term || !isBefore(day(termOn), term))) return null;
  return fieldRefusal(
    'termOn',
    'II.12.1',
    say(
      `Jaunajam termiņam jābūt nākotnē un ne agrāk kā līdzšinējam (${term}).`,
      `The new term must lie in the future and not before the present one (${term}).`,
    ),
  );
};
