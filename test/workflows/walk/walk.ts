import { Refusal } from '../../../src/law/refusal.ts';
import { rolesOf } from '../../../workflows/acts/act.ts';
import type { Computed } from '../../../workflows/computed.ts';
import { actOf, EVENT_TYPES, type EventType } from '../../../workflows/events.ts';
import { possibleActs } from '../../../workflows/step.ts';
import {
  act,
  factsOf,
  instantOf,
  lettersOf,
  pricedFor,
  type Story,
  todayOf,
  until,
} from '../../builders/index.ts';
import { type Dice, dice } from './dice.ts';
import { payloads } from './payloads.ts';

/** One move of the walk, as numbers that a shrinking search can make smaller: after some days, somebody acts. */
export interface Move {
  readonly seed: number;
  readonly days: number;
}

/** What carries a case on comes often; what ends it or stands beside it, seldom. */
const SELDOM: Readonly<Partial<Record<EventType, number>>> = {
  'application.withdrawn': 1,
  'application.annulled': 2,
  'application.returned': 2,
  'contract.withdrawn': 1,
  'contract.terminated': 2,
  'owner.changed': 1,
  'termination.agreed': 1,
  'refund.decided': 3,
  'authority.filed': 1,
  'authority.revoked': 1,
  'details.changed': 1,
  'complaint.filed': 1,
  'complaint.answered': 2,
  'data-request.filed': 1,
  'data-request.prolonged': 1,
  'data-request.answered': 2,
  'disclosure.notified': 1,
  'customer.identified': 1,
  'project.joined': 1,
  'notice.failed': 3,
  'force-majeure.notified': 1,
  'ending.held': 3,
  'usage.agreed': 3,
  'contract.amended': 4,
};
const OFTEN = 10;

/** Mostly what is possible now; now and then anything at all. */
function typeOf(story: Story, throws: Dice): EventType {
  const now = { today: todayOf(story), at: story.now.toString(), law: story.law };
  const possible = possibleActs(story.state, now).map(({ type }) => type);
  if (throws.chance(5)) return throws.oneOf(['notice.failed', 'notice.dispatched']);
  if (possible.length === 0 || throws.chance(10)) return throws.oneOf(EVENT_TYPES);
  return throws.oneOf(possible.flatMap((type) => Array<EventType>(SELDOM[type] ?? OFTEN).fill(type)));
}

/** What the shell would look up for it. */
export function computedFor(type: EventType, data: unknown, story: Story, throws: Dice): Computed {
  const { quote, partOne } = data as { quote?: Parameters<typeof pricedFor>[1]; partOne?: never };
  if (quote) return { quote: pricedFor(story, quote, partOne) };
  if (type === 'notice.failed' || type === 'notice.dispatched') {
    const sent = lettersOf(story);
    const { notice, seq } = sent.length > 0 ? throws.oneOf(sent) : { notice: 'N-RECEIPT', seq: 0 };
    const channel = throws.oneOf(['email', 'portal', 'post', 'hand'] as const);
    const letter = { notice, seq, channel };
    return type === 'notice.failed'
      ? { failedNotice: letter, postalAddressKnown: throws.chance(80) }
      : { dispatchedNotice: letter };
  }
  if (type === 'contract.terminated' && factsOf(story).project && throws.chance(50))
    return { projectOutstanding: '100.00' };
  return {};
}

export interface Taken {
  /** Where the story stood when the act was tried, everything that was due done. */
  readonly before: Story;
  readonly after: Story;
  readonly type: EventType | null;
  readonly refusal: Refusal | null;
}

/** One move; its throws depend on the seed and on where the story stands. */
export function take(story: Story, { seed, days }: Move): Taken {
  const throws = dice(seed);
  const on = story.now.toZonedDateTimeISO('Europe/Riga').toPlainDate().add({ days });
  const local = instantOf(`${on}T${throws.oneOf(['00:00', '09:30', '23:59'])}`);
  const at = (Temporal.Instant.compare(local, story.now) > 0 ? local : story.now).toString();
  const before = until(at)(story);
  const type = typeOf(before, throws);
  const data = payloads(before, throws)[type]?.();
  if (!data) return { before, after: before, type: null, refusal: null };
  const role = throws.oneOf(rolesOf(actOf(type)).filter((one) => one !== 'clock'));
  try {
    const happens = act(at, type, data as never, {
      role,
      computed: () => computedFor(type, data, before, throws),
    });
    return { before, after: happens(before), type, refusal: null };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { before, after: before, type, refusal };
  }
}
