import { day, dayAfterMonths, lastDayWithin, laterOf } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { forceMajeureNoticeLastDay, noticeLastDay } from '../checks/works.ts';
import {
  connectionClockStart,
  connectionIsMade,
  debtSurvives,
  demanded,
  demandIsMet,
  nonPaymentIsCured,
  outstanding,
  replacesOldInstallation,
  suspendedDays,
  termLastDay,
  termsOf,
  withdrawalLastDay,
  worksHaveStarted,
} from '../derived.ts';
import { type Deadline, type DeadlineState, hasEnded, type Situation, stateByDone } from './deadline.ts';

export function withdrawal(situation: Situation, law: LawBook): Deadline | null {
  const { facts } = situation;
  const lastDay = withdrawalLastDay(facts, law);
  if (!lastDay) return null;
  const inForceOn = day(facts.inForceOn!);
  const terms = termsOf(facts, law, inForceOn);
  const used = facts.ending?.reason === 'withdrawal';
  const over = facts.passed.withdrawal === lastDay.toString();
  const state: DeadlineState = used ? 'met' : over ? 'missed' : hasEnded(situation) ? 'void' : 'running';
  return {
    name: 'withdrawal',
    lastDay,
    earliestDay: null,
    awaits: 'customer',
    clause: facts.application.customer?.kind === 'natural' ? 'II.15.2' : 'II.15.1',
    state,
    because: say(
      `${terms.withdrawalDays} dienas no līguma spēkā stāšanās ${inForceOn}: līdz ${lastDay}.`,
      `${terms.withdrawalDays} days from entry into force on ${inForceOn}: until ${lastDay}.`,
    ),
    used: [terms.used('withdrawalDays'), law.usedSetting('days.consumerWithdrawalRoll', inForceOn)],
  };
}

export function paymentDue(situation: Situation, law: LawBook): Deadline | null {
  const { facts } = situation;
  const demand = facts.inForceOn ? demanded(facts) : null;
  if (!demand) return null;
  const missed = facts.passed['payment-due'] === demand.dueOn.toString();
  const state: DeadlineState = missed
    ? 'missed'
    : demandIsMet(facts)
      ? 'met'
      : hasEnded(situation) && !debtSurvives(facts)
        ? 'void'
        : 'running';
  const moved = !facts.finalInvoice && facts.offer && facts.paymentDueOn !== facts.offer.paymentDueOn;
  return {
    name: 'payment-due',
    lastDay: demand.dueOn,
    earliestDay: null,
    awaits: 'customer',
    clause: 'II.10.2',
    state,
    because: moved
      ? say(
          `Rēķina termiņš pēc noslēgšanas ${facts.inForceOn} pārcelts uz ${demand.dueOn}; tas nav agrāk par iebildumu termiņa beigām.`,
          `After conclusion on ${facts.inForceOn} the due date moved to ${demand.dueOn}; it is not before the end of the objection window.`,
        )
      : say(
          `Rēķinā norādītais samaksas termiņš ir ${demand.dueOn}.`,
          `The due date on the invoice is ${demand.dueOn}.`,
        ),
    used: [law.usedSetting('dueDate.daysAfterConclusion', demand.dueOn)],
  };
}

export function nonPaymentEnd(situation: Situation, law: LawBook): Deadline | null {
  const { facts } = situation;
  const demand = facts.inForceOn ? demanded(facts) : null;
  if (!demand || facts.passed['payment-due'] !== demand.dueOn.toString()) return null;
  const earliestDay = law.workingDays(demand.dueOn).nextAfter(demand.dueOn);
  const wakesOn = facts.endingReleasedOn ? laterOf(earliestDay, day(facts.endingReleasedOn)) : earliestDay;
  const ended = facts.ending?.reason === 'nonPayment';
  const over = hasEnded(situation) || nonPaymentIsCured(facts, law, earliestDay) || worksHaveStarted(facts);
  const state: DeadlineState = ended ? 'met' : over ? 'void' : facts.endingHold ? 'frozen' : 'running';
  return {
    name: 'non-payment-end',
    lastDay: null,
    earliestDay: wakesOn,
    awaits: 'customer',
    clause: 'II.14.3.2',
    state,
    because: say(
      `Samaksas termiņš bija ${demand.dueOn}; nākamā darba diena ir ${earliestDay}, un ar to līgums uzskatāms par izbeigtu.`,
      `The due date was ${demand.dueOn}; the next working day is ${earliestDay}, and with it the contract is deemed ended.`,
    ),
    used: [
      law.usedSetting('nonPayment.auto', earliestDay),
      law.usedSetting('calendar.movedWorkingDays', earliestDay),
    ],
  };
}

export function debtHandoverEarliest(situation: Situation, law: LawBook): Deadline | null {
  const { facts } = situation;
  const demand = facts.inForceOn ? demanded(facts) : null;
  if (!demand || !worksHaveStarted(facts) || facts.passed['payment-due'] !== demand.dueOn.toString())
    return null;
  const terms = termsOf(facts, law, demand.dueOn);
  const afterDelay = law.earliestAfter(demand.dueOn, terms.debtDelayDays);
  const warned = facts.debtWarning?.deemedReceivedOn;
  const earliestDay = warned ? laterOf(afterDelay, day(warned).add({ days: 1 })) : afterDelay;
  const over = outstanding(facts).isZero() || (hasEnded(situation) && !debtSurvives(facts));
  const state: DeadlineState = facts.debtHandedOverOn ? 'met' : over ? 'void' : 'running';
  return {
    name: 'debt-handover-earliest',
    lastDay: null,
    earliestDay,
    awaits: 'operator',
    clause: 'II.10.5',
    state,
    because: say(
      `Pirmā kavējuma diena ir ${demand.dueOn.add({ days: 1 })}; jāpaiet ${terms.debtDelayDays} dienām un brīdinājumam jābūt saņemtam${warned ? ` (${warned})` : ''}: nodot var no ${earliestDay}.`,
      `The first day of delay is ${demand.dueOn.add({ days: 1 })}; ${terms.debtDelayDays} days must pass and a warning must have been received${warned ? ` (${warned})` : ''}: lawful from ${earliestDay}.`,
    ),
    used: [terms.used('debtDelayDays')],
  };
}

export function remedy(situation: Situation): Deadline | null {
  const { facts } = situation;
  const withDate = facts.suspensions.filter((one) => one.remedyBy !== null);
  const open = withDate.filter((one) => one.to === null).sort((a, b) => (a.remedyBy! < b.remedyBy! ? -1 : 1));
  const current = open[0] ?? withDate.at(-1);
  if (!current) return null;
  const lastDay = day(current.remedyBy!);
  const done = current.to ? day(current.to) : null;
  return {
    name: 'remedy',
    lastDay,
    earliestDay: null,
    awaits: 'customer',
    clause: current.reason === 'design-flaws' ? 'II.13.1.1' : 'II.13.1.2',
    state: hasEnded(situation) && !done ? 'void' : stateByDone(lastDay, done, facts.passed.remedy),
    because: say(
      `Operators trūkumu novēršanai noteica ${lastDay}.`,
      `The operator set ${lastDay} for the remedy.`,
    ),
    used: [],
  };
}

export function conditionsNotice({ facts }: Situation, law: LawBook): Deadline | null {
  const current = facts.suspensions.findLast((one) => one.reason === 'adverse-conditions');
  if (!current) return null;
  const from = day(current.from);
  const including = law.setting('suspension.noticeCounting', from) === 'includingFirstDay';
  const lastDay = noticeLastDay(facts, current.from, including, law);
  const terms = termsOf(facts, law, from);
  return {
    name: 'conditions-notice',
    lastDay,
    earliestDay: null,
    awaits: 'nobody',
    clause: 'II.13.1.3',
    state: stateByDone(lastDay, day(current.noticedOn), undefined),
    because: say(
      `Apstākļi sākās ${from}; par tiem jāpaziņo ${terms.adverseConditionsNoticeDays} dienās, līdz ${lastDay}. Paziņots ${current.noticedOn}.`,
      `The conditions began on ${from}; notice was due within ${terms.adverseConditionsNoticeDays} days, until ${lastDay}. Notified on ${current.noticedOn}.`,
    ),
    used: [terms.used('adverseConditionsNoticeDays'), law.usedSetting('suspension.noticeCounting', from)],
  };
}

export function forceMajeureNotice({ facts }: Situation, law: LawBook): Deadline | null {
  if (!facts.forceMajeure) return null;
  const from = day(facts.forceMajeure.startedOn);
  const terms = termsOf(facts, law, from);
  const lastDay = forceMajeureNoticeLastDay(facts, facts.forceMajeure.startedOn, law);
  return {
    name: 'force-majeure-notice',
    lastDay,
    earliestDay: null,
    awaits: 'nobody',
    clause: 'II.17.2',
    state: stateByDone(lastDay, day(facts.forceMajeure.noticedOn), undefined),
    because: say(
      `Nepārvarama vara sākās ${from}; par to jāpaziņo līdz ${lastDay}. Paziņots ${facts.forceMajeure.noticedOn}.`,
      `Force majeure began on ${from}; notice was due until ${lastDay}. Notified on ${facts.forceMajeure.noticedOn}.`,
    ),
    used: [terms.used('forceMajeureNoticeDays')],
  };
}

export function forceMajeureEnd(situation: Situation, law: LawBook): Deadline | null {
  const { facts } = situation;
  if (!facts.forceMajeure) return null;
  const from = day(facts.forceMajeure.startedOn);
  const terms = termsOf(facts, law, from);
  const earliestDay = dayAfterMonths(from, terms.forceMajeureMonths);
  const over =
    hasEnded(situation) ||
    facts.forceMajeure.endedOn !== null ||
    facts.forceMajeure.newTermAgreed ||
    !worksHaveStarted(facts);
  const state: DeadlineState = facts.ending?.reason === 'forceMajeure' ? 'met' : over ? 'void' : 'running';
  return {
    name: 'force-majeure-end',
    lastDay: null,
    earliestDay,
    awaits: 'nobody',
    clause: 'II.14.2.3',
    state,
    because: say(
      `Apstākļi sākās ${from}; ja tie turpinās ilgāk par ${terms.forceMajeureMonths} mēnesi un nav jauna termiņa, līgums beidzas ${earliestDay}.`,
      `The circumstances began on ${from}; if they last longer than ${terms.forceMajeureMonths} month and no new term is agreed, the contract ends on ${earliestDay}.`,
    ),
    used: [terms.used('forceMajeureMonths')],
  };
}

export function term(situation: Situation, law: LawBook): Deadline | null {
  const { facts, status } = situation;
  const lastDay = termLastDay(facts, law);
  if (!lastDay || !facts.term) return null;
  const days = suspendedDays(facts, law);
  const done =
    facts.readiness && facts.completedOn ? laterOf(day(facts.readiness.on), day(facts.completedOn)) : null;
  const state: DeadlineState =
    facts.connected || done
      ? stateByDone(lastDay, done, undefined)
      : facts.ending?.reason === 'notReady' || facts.ending?.reason === 'notInstalled'
        ? 'missed'
        : hasEnded(situation) || facts.usageAgreedOn
          ? 'void'
          : status === 'suspended'
            ? 'frozen'
            : stateByDone(lastDay, null, facts.passed.term);
  return {
    name: 'term',
    lastDay,
    earliestDay: null,
    awaits: facts.completedOn && !facts.readiness ? 'customer' : 'operator',
    clause: 'II.2.6',
    state,
    because:
      days > 0
        ? say(
            `Līgumā noteikts ${facts.term.on}; apturētas ${days} dienas, tāpēc termiņš ir ${lastDay}.`,
            `The agreed term is ${facts.term.on}; ${days} days of suspension move it to ${lastDay}.`,
          )
        : say(`Līgumā noteiktais termiņš ir ${lastDay}.`, `The agreed term is ${lastDay}.`),
    used: [law.usedSetting('suspension.length', day(facts.term.countsFrom))],
  };
}

export function connection(situation: Situation, law: LawBook): Deadline | null {
  const { facts } = situation;
  const start = connectionClockStart(facts, law);
  if (!start) return null;
  const terms = termsOf(facts, law, start);
  const replacing = replacesOldInstallation(facts);
  const name = replacing ? 'connectionDaysReplacing' : 'connectionDays';
  const lastDay = lastDayWithin(start, terms[name]);
  const done = facts.connected && connectionIsMade(facts) ? day(facts.connected.on) : null;
  return {
    name: 'connection',
    lastDay,
    earliestDay: null,
    awaits: 'operator',
    clause: replacing ? 'II.4.2' : 'II.4.1',
    state: hasEnded(situation) && !done ? 'void' : stateByDone(lastDay, done, facts.passed.connection),
    because: say(
      `${terms[name]} dienas no ${start} (vēlākā no gatavības un pabeigšanas dienas): līdz ${lastDay}.`,
      `${terms[name]} days from ${start} (the later of readiness and completion): until ${lastDay}.`,
    ),
    used: [terms.used(name), law.usedSetting('connectionClock.start', start)],
  };
}
