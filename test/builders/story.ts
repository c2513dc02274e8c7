import { catchUp, decide } from '../../src/casework/decide/decide.ts';
import type { Act as Decided, Happened } from '../../src/casework/happened.ts';
import { rolesFor } from '../../src/casework/rights.ts';
import { dayOf } from '../../src/law/days.ts';
import { type LawBook, lawBook } from '../../src/law/law-book.ts';
import { Refusal } from '../../src/law/refusal.ts';
import { partyFor } from '../../workflows/acts/act.ts';
import type { Computed } from '../../workflows/computed.ts';
import { type Deadline, deadlinesOf, timersOf } from '../../workflows/deadlines/index.ts';
import { dueAt } from '../../workflows/deadlines/timer.ts';
import { actOf, EVENT_DATA, type EventInput, type EventType } from '../../workflows/events.ts';
import { type CaseState, NEW_CASE, situationOf } from '../../workflows/step.ts';

/** One case told in memory, through the same decisions as in the product: given what happened, when an act, then … */
export interface Story {
  readonly law: LawBook;
  readonly now: Temporal.Instant;
  readonly state: CaseState;
  readonly version: number;
  readonly happened: readonly Happened[];
  /** Why the last act of `when` was refused. */
  readonly refusal: Refusal | null;
}

/** Something that happens in a story. */
export type Part = (story: Story) => Story;

/** `2025-03-10` (at ten), `2025-03-10T23:59` in Riga, or an instant `2025-03-10T20:30:00Z`. */
export function instantOf(when: string, timeZone = 'Europe/Riga'): Temporal.Instant {
  if (when.endsWith('Z')) return Temporal.Instant.from(when);
  return Temporal.PlainDateTime.from(when.includes('T') ? when : `${when}T10:00`)
    .toZonedDateTime(timeZone)
    .toInstant();
}

const BEFORE_ALL = Temporal.Instant.from('2018-01-01T00:00:00Z');

export const untold = (law: LawBook = lawBook()): Story => ({
  law,
  now: BEFORE_ALL,
  state: NEW_CASE,
  version: 0,
  happened: [],
  refusal: null,
});

export const todayOf = ({ now, law }: Story): string => dayOf(now, law.operator.timeZone).toString();

const followedBy = (story: Story, happened: readonly Happened[], now = story.now): Story => ({
  ...story,
  now,
  happened: [...story.happened, ...happened],
  version: story.version + happened.length,
  state: happened.at(-1)?.state ?? story.state,
  refusal: null,
});

/** Moves the clock forward, standing still at every instant at which something falls due (as the virtual clock does). */
function moveThrough(story: Story, target: Temporal.Instant): Story {
  let current = followedBy(story, catchUp(story, { at: story.now, law: story.law }).happened);
  for (;;) {
    const [next] = timersOf(situationOf(current.state), current.law);
    const dueNext = next && dueAt(next, current.law);
    if (!dueNext || Temporal.Instant.compare(dueNext, target) > 0) return { ...current, now: target };
    const now = Temporal.Instant.compare(dueNext, current.now) > 0 ? dueNext : current.now;
    current = followedBy(current, catchUp(current, { at: now, law: current.law }).happened, now);
  }
}

function moveForward(story: Story, at: Temporal.Instant): Story {
  if (Temporal.Instant.compare(at, story.now) < 0)
    throw new Error(`A story goes forward: it stands at ${story.now}, and ${at} was asked for.`);
  return moveThrough(story, at);
}

/** Time passes; what falls due happens on its day. */
export const until =
  (when: string): Part =>
  (story) =>
    moveForward(story, instantOf(when));

/** The clock's worker was down: everything that fell due happens when it wakes. */
export const downUntil =
  (when: string): Part =>
  (story) => {
    const now = instantOf(when);
    return followedBy(story, catchUp(story, { at: now, law: story.law }).happened, now);
  };

export interface ActOptions {
  readonly role?: string;
  readonly actor?: string;
  readonly computed?: (story: Story) => Computed;
}

type DataOf<Type extends EventType> = EventInput<Type> | ((story: Story) => EventInput<Type>);

/** Somebody acts at a time; what fell due before is done first. The payload is read as at the edge of the product. */
export function act<Type extends EventType>(
  when: string,
  type: Type,
  data: DataOf<Type>,
  { role, actor, computed }: ActOptions = {},
): Part {
  return (earlier) => {
    const story = moveForward(earlier, instantOf(when));
    const read = EVENT_DATA[type].parse(typeof data === 'function' ? data(story) : data);
    const acting = role ?? rolesFor(type).find((one) => one !== 'clock') ?? 'clock';
    const decided: Decided = {
      type,
      data: read,
      actor: actor ?? acting,
      role: acting,
      party: partyFor(actOf(type), acting),
      computed: computed?.(story) ?? {},
    };
    return followedBy(story, decide(story, [decided], { at: story.now, law: story.law }).happened);
  };
}

/** What has happened; a refusal here is a mistake of the test. */
export const given = (...parts: readonly Part[]): Story =>
  parts.reduce((story, part) => part(story), untold());

/** The same under another law: settings, calendar, figures. */
export const givenUnder = (law: LawBook, ...parts: readonly Part[]): Story =>
  parts.reduce((story, part) => part(story), untold(law));

/** The act under test: it happens, or the story stays as it was and holds the refusal. */
export function when(story: Story, ...parts: readonly Part[]): Story {
  let current = story;
  for (const part of parts) {
    try {
      current = part(current);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...current, refusal: error };
    }
  }
  return current;
}

export const statusOf = (story: Story) => situationOf(story.state).status;
export const regionsOf = (story: Story) => situationOf(story.state).regions;
export const factsOf = (story: Story) => story.state.facts;

export const deadlineOf = (story: Story, name: Deadline['name']): Deadline | undefined =>
  deadlinesOf(situationOf(story.state), story.law).find((one) => one.name === name);

/** Letters of the story, oldest first, each with the day on which it was sent. */
export const lettersOf = ({ happened }: Story): readonly { notice: string; on: string; seq: number }[] =>
  happened.flatMap(({ effects, event }) =>
    effects.flatMap((effect) =>
      effect.type === 'sendNotice' ? [{ notice: effect.notice, on: event.today, seq: event.seq }] : [],
    ),
  );

/** What the clock did by itself. */
export const clockActs = ({ happened }: Story): readonly string[] =>
  happened
    .filter(({ event }) => event.role === 'clock')
    .map(({ event }) =>
      event.type === 'deadline.passed' ? `${event.data.name} ${event.today}` : `${event.type} ${event.today}`,
    );
