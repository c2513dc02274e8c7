import type { Clause } from '../../src/law/clauses.ts';
import { day } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { openSuspensions, termsOf } from '../derived.ts';
import type { Facts } from '../facts.ts';
import type { Happening } from '../happening.ts';
import { SUSPENSION_REASONS, type SuspensionReason } from '../vocabulary.ts';
import { type Asking, choose, refuse, type Standing } from './verdict.ts';

/** What a suspension of the works rests on (II.13.1). */

export const SUSPENSION_CLAUSES: Readonly<Record<SuspensionReason, Clause>> = {
  'design-flaws': 'II.13.1.1',
  'preparatory-works': 'II.13.1.2',
  'adverse-conditions': 'II.13.1.3',
  'digging-ban': 'II.13.1.4',
};

/** II.13.1.3 alone may be invoked by either party. */
export const isOperatorsGround = (reason: unknown): boolean =>
  reason !== 'adverse-conditions' && SUSPENSION_REASONS.includes(reason as SuspensionReason);

export const partyMaySuspend: Asking<Happening<string, { readonly reason: SuspensionReason }>> = (
  _facts,
  { data, party },
) =>
  party === 'operator' || !isOperatorsGround(data.reason)
    ? null
    : refuse({
        code: 'suspension.operator-only',
        kind: 'forbidden',
        clause: SUSPENSION_CLAUSES[data.reason],
        detail: say(
          'Šī iemesla dēļ darbus aptur tikai operators.',
          'Only the operator suspends the works for this reason.',
        ),
      });

const isOpenFor = (facts: Facts, reason: SuspensionReason): boolean =>
  openSuspensions(facts).some((one) => one.reason === reason);

const groundsOf = (party: string): readonly SuspensionReason[] =>
  SUSPENSION_REASONS.filter((reason) => party === 'operator' || !isOperatorsGround(reason));

/** A ground of the party's own for which the works do not stand still yet. */
export const aGroundIsLeft: Standing = (facts, { party }) =>
  groundsOf(party).some((reason) => !isOpenFor(facts, reason))
    ? null
    : refuse({
        code: 'suspension.already-open',
        clause: 'II.13.1',
        detail: say(
          'Darbi šī iemesla dēļ jau ir apturēti.',
          'The works are already suspended for this reason.',
        ),
      });

/** A ground of the party's own for which the works stand still. */
export const aGroundIsOpen: Standing = choose((facts, { party }) =>
  groundsOf(party).some((reason) => isOpenFor(facts, reason)),
);

export const isSuspended = (facts: Facts): boolean => openSuspensions(facts).length > 0;

/** The ground of 13.1.3 exists from the sixth day; day five is the last of the notice (T-33). */
export function noticeLastDay(facts: Facts, from: string, includingFirst: boolean, law: LawBook) {
  const days = termsOf(facts, law, day(from)).adverseConditionsNoticeDays;
  return day(from).add({ days: includingFirst ? days - 1 : days });
}
