import { z } from 'zod';
import { day, isAfter, isBefore } from '../../../src/law/days.ts';
import { say } from '../../../src/law/words.ts';
import {
  aGroundIsLeft,
  isOperatorsGround,
  noticeLastDay,
  partyMaySuspend,
  SUSPENSION_CLAUSES,
} from '../../conditions/suspension.ts';
import {
  type Asking,
  choose,
  fieldRefusal,
  notBefore,
  notInTheFuture,
  refuse,
} from '../../conditions/verdict.ts';
import { isoDay, line, text } from '../../data.ts';
import { openSuspensions } from '../../derived.ts';
import { notice } from '../../effects.ts';
import type { Facts, Suspension } from '../../facts.ts';
import type { Happening } from '../../happening.ts';
import type { NoticeId } from '../../notices.ts';
import type { SuspensionReason } from '../../vocabulary.ts';
import { act } from '../act.ts';
import { withFlag, withoutPassed } from '../changes.ts';
import type { WayDefinition, Writing } from '../way.ts';

const data = z.discriminatedUnion('reason', [
  z.strictObject({
    reason: z.literal('design-flaws'),
    from: isoDay,
    remedyBy: isoDay,
    likelyEndOn: isoDay.optional(),
    flaws: z.union([text, z.array(text).min(1)]),
  }),
  z.strictObject({
    reason: z.literal('preparatory-works'),
    from: isoDay,
    remedyBy: isoDay,
    likelyEndOn: isoDay.optional(),
    works: z.union([text, z.array(text).min(1)]),
    source: z.enum(['TR', 'design', 'TP']).optional(),
  }),
  z.strictObject({
    reason: z.literal('adverse-conditions'),
    from: isoDay,
    likelyEndOn: isoDay,
    conditions: text,
  }),
  z.strictObject({
    reason: z.literal('digging-ban'),
    from: isoDay,
    likelyEndOn: isoDay.optional(),
    municipality: line,
    regulation: text,
  }),
]);

type Suspended = Happening<string, z.output<typeof data>>;

/** OQ-SUS-2: a suspension starts on the date in its notice, not before the notice; conditions of II.13.1.3 have begun
 *  before it (T-34). */
const suspensionDateCanBe: Asking<Suspended> = (facts, { data, today, law }) => {
  const clause = SUSPENSION_CLAUSES[data.reason];
  const wrong =
    notInTheFuture('from', data.from, today, clause) ??
    notBefore(
      'from',
      data.from,
      facts.inForceOn,
      clause,
      say('līguma spēkā stāšanās', 'the contract’s entry into force'),
    );
  if (wrong) return wrong;
  if (data.reason !== 'adverse-conditions' && isBefore(day(data.from), day(today)))
    return notBefore('from', data.from, today, clause, say('paziņojuma diena', 'the day of the notice'));
  if (
    data.reason === 'preparatory-works' &&
    data.source === 'TP' &&
    law.setting('prepWorks.sources', day(today)) === 'TR,design'
  )
    return fieldRefusal(
      'source',
      clause,
      say(
        'Sagatavošanas darbiem jābūt tehniskajos noteikumos vai projektā.',
        'Preparatory works must stand in the technical rules or the design.',
      ),
    );
  if ('remedyBy' in data && !isAfter(day(data.remedyBy), day(data.from)))
    return fieldRefusal(
      'remedyBy',
      clause,
      say(
        'Novēršanas dienai jābūt pēc apturēšanas dienas.',
        'The remedy date must lie after the day of suspension.',
      ),
    );
  if (data.likelyEndOn !== undefined && isBefore(day(data.likelyEndOn), day(data.from)))
    return fieldRefusal(
      'likelyEndOn',
      clause,
      say('Iespējamās beigas nevar būt pirms sākuma.', 'The likely end cannot lie before the start.'),
    );
  return null;
};

const reasonIsNotOpen: Asking<Suspended> = (facts, { data }) =>
  openSuspensions(facts).some((one) => one.reason === data.reason)
    ? refuse({
        code: 'suspension.already-open',
        clause: SUSPENSION_CLAUSES[data.reason],
        detail: say(
          'Darbi šī iemesla dēļ jau ir apturēti.',
          'The works are already suspended for this reason.',
        ),
      })
    : null;

const findingsOf = (data: Suspended['data']): string => {
  const lines = (found: string | string[]) => (typeof found === 'string' ? found : found.join('\n'));
  switch (data.reason) {
    case 'design-flaws':
      return lines(data.flaws);
    case 'preparatory-works':
      return lines(data.works);
    case 'adverse-conditions':
      return data.conditions;
    case 'digging-ban':
      return `${data.municipality}: ${data.regulation}`;
  }
};

/** An interval of II.13.1.3 notified in time counts from the start of the conditions, otherwise from the notice (T-34). */
function countedFrom(facts: Facts, { data, today, law }: Suspended): string {
  if (data.reason !== 'adverse-conditions')
    return law.setting('suspension.start', day(today)) === 'dispatch' ? today : data.from;
  const including = law.setting('suspension.noticeCounting', day(today)) === 'includingFirstDay';
  return isAfter(day(today), noticeLastDay(facts, data.from, including, law)) ? today : data.from;
}

const recordSuspension: Writing<Suspended> = (facts, event) => {
  const { data, today } = event;
  const countsFrom = countedFrom(facts, event);
  const late = data.reason === 'adverse-conditions' && countsFrom !== data.from;
  const suspension: Suspension = {
    reason: data.reason,
    from: data.from,
    countsFrom,
    to: null,
    remedyBy: 'remedyBy' in data ? data.remedyBy : null,
    likelyEndOn: data.likelyEndOn ?? null,
    noticedOn: today,
    findings: findingsOf(data),
  };
  return {
    suspensions: [...facts.suspensions, suspension],
    passed: withoutPassed(facts, 'remedy', 'conditions-notice'),
    flags: late ? withFlag(facts, 'conditions-notice-breach', today) : facts.flags,
  };
};

const forReason = (reason: SuspensionReason, letter: NoticeId, says: string): WayDefinition<Suspended> => ({
  clause: SUSPENSION_CLAUSES[reason],
  says,
  possible: { aGroundIsLeft },
  allowed: {
    reasonIsThis: choose<Suspended>((_facts, event) => event.data.reason === reason),
    partyMaySuspend,
    suspensionDateCanBe,
    reasonIsNotOpen,
  },
  write: recordSuspension,
  effects: [notice(letter)],
});

/** Works stand still for one of four reasons; the term moves by the days (II.13.1). */
export const worksSuspended = act({
  type: 'works.suspended',
  clause: 'II.13.1',
  data,
  form: { from: { first: 'today' }, regulation: { as: 'line' }, source: { instead: 'nothing' } },
  by: {
    engineer: 'operator',
    // Adverse conditions may be reported by either party (II.13.1.3), the other grounds are the operator's.
    customer: { party: 'customer', where: ({ reason }) => !isOperatorsGround(reason) },
  },
  files: { staff: 'scan', customer: 'other' },
  ways: {
    designFlaws: forReason(
      'design-flaws',
      'N-SUSP-1',
      'Flaws in the customer’s design stop the works; a day for the remedy is set.',
    ),
    preparatoryWorks: forReason(
      'preparatory-works',
      'N-SUSP-2',
      'The customer’s preparatory works are missing; a day for them is set.',
    ),
    adverseConditions: forReason(
      'adverse-conditions',
      'N-SUSP-3',
      'Conditions unsuitable for building; either party gives notice.',
    ),
    diggingBan: forReason(
      'digging-ban',
      'N-SUSP-4',
      'The municipality’s rules forbid digging in the season.',
    ),
  },
});
