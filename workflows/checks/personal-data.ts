import { type Day, day, isAfter, lastDayWithin } from '../../src/law/days.ts';
import { say } from '../../src/law/words.ts';
import { dataRequestsOf } from '../deadlines/personal-data.ts';
import { termsOf } from '../derived.ts';
import { type Check, check, notInTheFuture, refuse } from './check.ts';

const noSuchRequest = () =>
  refuse({
    code: 'data-request.none',
    clause: 'II.9.3',
    detail: say(
      'Nav neatbildēta pieprasījuma par šādām datu subjekta tiesībām.',
      'There is no unanswered request for this right of a data subject.',
    ),
  });

/** II.16.5: that extra checks are needed is told within the ordinary time, and once. */
const requestMayBeProlonged: Check = check<'data-request.prolonged'>((facts, { data, today, law }) => {
  const request = facts.dataRequests![data.right]!;
  const on = day(request.on);
  const lastDay: Day = lastDayWithin(on, termsOf(facts, law, on).complaintDays);
  if (!request.prolonged && !isAfter(day(today), lastDay)) return null;
  return refuse({
    code: 'data-request.not-to-prolong',
    clause: 'II.16.5',
    detail: say(
      `Par papildu pārbaudi paziņo vienu reizi un līdz ${lastDay}.`,
      `That extra checks are needed is told once, and until ${lastDay}.`,
    ),
  });
});

export const PERSONAL_DATA_CHECKS = {
  dataRequestAwaitsAnswer: ((facts) =>
    dataRequestsOf(facts).some(({ answeredOn }) => answeredOn === null)
      ? null
      : noSuchRequest()) satisfies Check,
  rightWasAskedFor: check<'data-request.answered' | 'data-request.prolonged'>((facts, { data }) =>
    facts.dataRequests?.[data.right]?.answeredOn === null ? null : noSuchRequest(),
  ),
  requestMayBeProlonged,
  discoveryDateCanBe: check<'disclosure.notified'>((_facts, { data, today }) =>
    notInTheFuture('discoveredOn', data.discoveredOn, today, 'II.8.4'),
  ),
} as const satisfies Record<string, Check>;
