import { z } from 'zod';
import {
  annulmentIsNotHeld,
  customerDidNothing,
  warningMayComeEarly,
  warningWasNotDelivered,
} from '../../conditions/offer.ts';
import { channel } from '../../data.ts';
import { notice } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';
import { withoutPassed } from '../changes.ts';
import type { Writing } from '../way.ts';
import { receivedBy } from './record-offer.ts';

const data = z.strictObject({ channel: channel.optional() });

const write: Writing<Happening<string, z.output<typeof data>>> = (facts, event) => {
  const by = event.data.channel ?? facts.offer!.channel;
  return {
    warning: {
      seq: event.seq,
      sentOn: event.today,
      channel: by,
      deemedReceivedOn: receivedBy(facts, by, event),
    },
    passed: withoutPassed(facts, 'annulment-earliest'),
  };
};
const effects = [notice('N-ANNWARN')];

/** The written warning before an annulment (II.11.3); the clock sends it when an offer lapses. */
export const annulmentWarned = act({
  type: 'annulment.warned',
  clause: 'II.11.3',
  data,
  form: { channel: { first: 'channel-of-offer' } },
  by: { clock: 'operator', service: 'operator' },
  approval: { setting: 'approval.annulment.warned' },
  looksUp: 'address-of-channel',
  inBulk: true,
  adverse: true,
  ways: {
    early: {
      says: 'Before the window ends only where the operator has chosen so.',
      possible: { warningMayComeEarly, customerDidNothing, annulmentIsNotHeld },
      write,
      effects,
    },
    afterTheWindow: {
      says: 'The written warning goes out; annulment is lawful after ten complete days from its receipt.',
      possible: { customerDidNothing, annulmentIsNotHeld },
      write,
      effects,
    },
    again: {
      says: 'The warning came back and could not go by post: it is sent again.',
      possible: { warningWasNotDelivered, customerDidNothing, annulmentIsNotHeld },
      write,
      effects,
    },
  },
});
