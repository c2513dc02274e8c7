import { describe, expect, test } from 'vitest';
import { lawBook } from '../../src/law/law-book.ts';
import { Refusal } from '../../src/law/refusal.ts';
import { partyFor, rolesOf } from '../../workflows/acts/act.ts';
import { standingVerdict, type Way } from '../../workflows/acts/way.ts';
import { actOf, type CaseEvent, EVENT_TYPES, type EventType } from '../../workflows/events.ts';
import { ROLES, type Role } from '../../workflows/roles.ts';
import { STATUSES } from '../../workflows/status.ts';
import { type CaseState, possibleActs, situationOf, step } from '../../workflows/step.ts';
import { type Story, todayOf, untold } from '../builders/index.ts';
import { BEGINNINGS } from './walk/beginnings.ts';
import { dice } from './walk/dice.ts';
import { payloads } from './walk/payloads.ts';
import { computedFor, take } from './walk/walk.ts';

/** Every status × act × role: what `actions` offers is never refused for a reason that the state alone decides, and what it
 *  leaves out is always refused. The states are those that random lives pass through. */

const LIVES = 150;
const MOVES = 40;
const PAYLOADS = 4;

interface Found {
  readonly story: Story;
  readonly state: CaseState;
}

/** States of random lives, at most some of each status. */
function statesMet(): ReadonlyMap<string, readonly Found[]> {
  const found = new Map<string, Found[]>();
  const note = (story: Story) => {
    const { status } = situationOf(story.state);
    const some = found.get(status) ?? [];
    found.set(status, some);
    if (some.length < 25) some.push({ story, state: story.state });
  };
  const beginnings = Object.values(BEGINNINGS);
  for (let life = 0; life < LIVES; life++) {
    const [begin] = beginnings.splice(0, 1);
    beginnings.push(begin!);
    let story = begin!(untold(lawBook()));
    note(story);
    for (let i = 0; i < MOVES; i++) {
      story = take(story, { seed: life * 1_000 + i, days: (life * 7 + i * 3) % 25 }).after;
      note(story);
    }
  }
  return found;
}

const MET = statesMet();

const nowOf = ({ story }: Found) => ({
  today: todayOf(story),
  at: story.now.toString(),
  law: story.law,
});

function eventFor(found: Found, type: EventType, role: Role, data: object): CaseEvent {
  return {
    ...nowOf(found),
    type,
    data,
    role,
    party: partyFor(actOf(type), role),
    seq: found.story.happened.length + 1,
    actor: role,
    computed: computedFor(type, data, found.story, dice(type.length)),
  } as unknown as CaseEvent;
}

/** Whether the state alone speaks against every way of an act for a role. */
const stateRefuses = (ways: readonly Way[], { state }: Found, event: CaseEvent): boolean =>
  ways.every((way) => standingVerdict(way, state.facts, event) !== null);

function payloadsFor(type: EventType, found: Found): readonly object[] {
  return Array.from({ length: PAYLOADS }, (_, i) => {
    const given = payloads(found.story, dice(i * 97 + type.length))[type]?.() ?? {};
    const read = actOf(type).data.safeParse(given);
    return read.success ? (read.data as object) : null;
  }).filter((data) => data !== null);
}

test('the lives pass through every status', () => {
  expect(STATUSES.filter((status) => !MET.has(status))).toEqual([]);
});

const listed = EVENT_TYPES.filter((type) => {
  const act = actOf(type);
  return !act.onLetter && rolesOf(act).some((role) => role !== 'clock');
});

describe.each([...MET])('%s', (_status, states) => {
  test.each(listed)('%s', (type) => {
    const act = actOf(type);
    for (const found of states) {
      const offered = possibleActs(found.state, nowOf(found)).find((one) => one.type === type);
      for (const role of ROLES) {
        const isOffered = offered?.roles.includes(role) ?? false;
        if (!rolesOf(act).includes(role)) {
          expect(isOffered, `${role} is offered ${type}, which is not theirs`).toBe(false);
          continue;
        }
        for (const data of payloadsFor(type, found)) {
          const event = eventFor(found, type, role, data);
          const refused = refusalOf(found.state, event);
          if (!isOffered)
            expect(refused, `${type} is left out for ${role} and was accepted`).toBeInstanceOf(Refusal);
          else if (refused) {
            expect(refused.code, `${type} is offered to ${role} and no way leads on`).not.toBe(
              'case.not-possible-now',
            );
            expect(
              stateRefuses(Object.values(act.ways), found, event),
              `${type} is offered to ${role} and refused by the state: ${refused.detail.en}`,
            ).toBe(false);
          }
        }
      }
    }
  });
});

function refusalOf(state: CaseState, event: CaseEvent): Refusal | null {
  try {
    step(state, event);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
