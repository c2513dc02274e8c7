import { z } from 'zod';
import { day } from '../../../src/law/days.ts';
import { choose } from '../../conditions/verdict.ts';
import { line, text } from '../../data.ts';
import { resendByPost } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import type { NoticeId } from '../../notices.ts';
import { act } from '../act.ts';
import { withFlag, withoutPassed } from '../changes.ts';
import { receivedBy } from '../offer/record-offer.ts';

const data = z.strictObject({ noticeId: line, reason: text });
type Failed = Happening<string, z.output<typeof data>>;

const isLetter = (...letters: readonly NoticeId[]) =>
  choose<Failed>((_facts, { computed: { failedNotice } }) =>
    letters.includes(failedNotice?.notice as NoticeId),
  );

/** A failed e-mail takes a receipt back where e-mail counts as the notice; otherwise it was a copy of the portal's. A
 *  posted letter counts on the 7th day also where it comes back: 16.6 protects who used the known address (T-31). */
const receiptIsTakenBack = choose<Failed>((facts, { computed: { failedNotice }, law, today }) => {
  const current =
    failedNotice !== undefined &&
    [facts.warning?.seq, facts.offer?.seq, facts.debtWarning?.seq].includes(failedNotice.seq);
  const counted = failedNotice?.channel !== 'email' || law.setting('email.counts', day(today)) === 'always';
  return current && counted && failedNotice.channel !== 'post';
});

/** A letter was not delivered (II.16.4.3): its receipt is taken back, and it goes by post to the known address (T-31). */
export const noticeFailed = act({
  type: 'notice.failed',
  clause: 'II.16.4.3',
  data,
  by: { service: 'operator', clock: 'operator' },
  onLetter: true,
  looksUp: 'failed-letter',
  adverse: true,
  ways: {
    // A customer who has objected has the offer in hand: the objection stays.
    offer: {
      says: 'The offer was not delivered: its window starts anew on receipt by post.',
      allowed: { isOffer: isLetter('N-OFFER', 'N-REVOFFER'), receiptIsTakenBack },
      write: (facts, event) => ({
        offer: {
          ...facts.offer!,
          seq: event.seq,
          channel: 'post',
          deemedReceivedOn: receivedBy(facts, 'post', event),
        },
        warning: null,
        passed: withoutPassed(facts, 'objection-window', 'annulment-earliest'),
        flags: withFlag(facts, 'letter-undelivered', event.today),
      }),
      effects: [resendByPost],
    },
    warning: {
      says: 'The warning was not delivered: its ten days start anew on receipt by post.',
      allowed: { isWarning: isLetter('N-ANNWARN'), receiptIsTakenBack },
      write: (facts, event) => ({
        warning: {
          ...facts.warning!,
          seq: event.seq,
          channel: 'post',
          sentOn: event.today,
          deemedReceivedOn: event.computed.postalAddressKnown ? receivedBy(facts, 'post', event) : null,
        },
        passed: withoutPassed(facts, 'annulment-earliest'),
        flags: withFlag(facts, 'letter-undelivered', event.today),
      }),
      effects: [resendByPost],
    },
    // A warning that came back was not received, and the debt cannot be handed over on it.
    warningOfDebt: {
      says: 'The warning of the debt was not delivered: it counts from its receipt by post.',
      allowed: { isWarningOfDebt: isLetter('N-DEBTWARN'), receiptIsTakenBack },
      write: (facts, event) => ({
        debtWarning: {
          ...facts.debtWarning!,
          seq: event.seq,
          sentOn: event.today,
          channel: 'post',
          deemedReceivedOn: event.computed.postalAddressKnown ? receivedBy(facts, 'post', event) : null,
        },
        flags: withFlag(facts, 'letter-undelivered', event.today),
      }),
      effects: [resendByPost],
    },
    other: {
      says: 'A letter was not delivered; it goes again by post.',
      write: (facts, { today }) => ({ flags: withFlag(facts, 'letter-undelivered', today) }),
      effects: [resendByPost],
    },
  },
});
