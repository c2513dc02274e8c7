import { z } from 'zod';
import {
  debtIsNotHandedOver,
  debtIsNotWarned,
  debtRouteIsOpen,
  debtSurvivesTheEnd,
  invoiceIsOverdue,
} from '../../conditions/debt.ts';
import { channel } from '../../data.ts';
import { notice } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';
import { receivedBy } from '../offer/record-offer.ts';
import type { Writing } from '../way.ts';

const data = z.strictObject({ channel });

const write: Writing<Happening<string, z.output<typeof data>>> = (facts, event) => ({
  debtWarning: {
    seq: event.seq,
    sentOn: event.today,
    channel: event.data.channel,
    deemedReceivedOn: receivedBy(facts, event.data.channel, event),
  },
});
const effects = [notice('N-DEBTWARN')];

/** An overdue customer is warned in writing before the debt is handed over (II.10.5). */
export const debtWarned = act({
  type: 'debt.warned',
  clause: 'II.10.5',
  data,
  form: { channel: { first: 'channel-of-offer' } },
  by: { finance: 'operator' },
  approval: { setting: 'approval.debt.warned' },
  looksUp: 'address-of-channel',
  adverse: true,
  ways: {
    underTheContract: {
      says: 'An overdue customer is warned in writing before the debt is handed over.',
      possible: { debtRouteIsOpen, invoiceIsOverdue, debtIsNotHandedOver, debtIsNotWarned },
      write,
      effects,
    },
    afterTheEnd: {
      says: 'The customer is warned that the debt may be handed over.',
      possible: { debtSurvivesTheEnd, debtRouteIsOpen, invoiceIsOverdue, debtIsNotWarned },
      write,
      effects,
    },
  },
});
