import { nextWake } from '../../db/due.ts';
import { applicationSchema, draftSchema } from '../../workflows/application.ts';
import { actOf, EVENT_DATA } from '../../workflows/events.ts';
import type { Clock } from '../casework/clocks.ts';
import { createCasework } from '../casework/create.ts';
import { moveThrough } from '../casework/move-clock.ts';
import type { CaseworkParts } from '../casework/parts.ts';
import type { CaseView } from '../casework/show/shown.ts';
import type { IsoDay } from '../law/days.ts';
import type { StoryDays } from './days.ts';
import { signedIn } from './people.ts';
import type { Act, Scene, Story } from './story.ts';

/** A clock of the stories alone: it stands still and is moved from act to act. */
export interface StoryClock extends Clock {
  moveTo(instant: Temporal.Instant): Promise<void>;
}

export function storyClock(start: Temporal.Instant): StoryClock {
  let now = start;
  return {
    kind: 'virtual',
    now: async () => now,
    moveTo: async (instant) => {
      now = instant;
    },
  };
}

/** The first act of a day in minutes from midnight, spread over the morning, and the time between two of one day. */
const OFFICE_OPENS = 8 * 60 + 15;
const MORNING = 4 * 60;
const BETWEEN_ACTS = 20;

interface Beat {
  readonly day: IsoDay;
  readonly at: Temporal.Instant;
  readonly happens: () => Promise<void>;
}

/** A deadline that fails would be postponed in silence; in a story it is a mistake. */
const MISTAKES_ARE_LOUD = {
  warn(details: object, message: string): never {
    throw new Error(`${message}: ${JSON.stringify(details)}`);
  },
};

/** Lets every story happen through the case workers, all on one clock that moves forward once, through every deadline
 *  that falls due on the way. */
export async function tell(
  stories: readonly Story[],
  parts: Omit<CaseworkParts, 'clock'>,
  days: StoryDays,
  present: Temporal.Instant,
): Promise<void> {
  const first = stories.reduce((most, { ago }) => Math.max(most, ago), 0);
  const clock = storyClock(days.at(first, 0));
  const onClock: CaseworkParts = { ...parts, clock };
  const beats = stories
    .flatMap((story, place) => beatsOf(story, place, onClock, days))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  for (const ofOneDay of Map.groupBy(beats, ({ day }) => day).values()) {
    await passTo(onClock, clock, ofOneDay[0]!.at);
    for (const { at, happens } of ofOneDay) {
      await clock.moveTo(at);
      await happens();
    }
  }
  await passTo(onClock, clock, present);
}

/** Deadlines fall due at midnight: between two acts of one day there is none. */
async function passTo(parts: CaseworkParts, clock: StoryClock, at: Temporal.Instant): Promise<void> {
  const wake = await nextWake(parts.db);
  if (wake === null || Temporal.Instant.compare(wake, at) > 0) return clock.moveTo(at);
  await moveThrough(parts, clock.moveTo, at, MISTAKES_ARE_LOUD);
}

function beatsOf(story: Story, place: number, parts: CaseworkParts, days: StoryDays): Beat[] {
  const casework = createCasework(parts);
  const opens = OFFICE_OPENS + ((place * 53) % MORNING);
  let theCase: CaseView | undefined;
  let lastDay = '';
  let onThisDay = 0;

  const beat = (ago: number, what: string, happens: () => Promise<CaseView | undefined>): Beat => {
    const today = days.workedOn(ago);
    onThisDay = today === lastDay ? onThisDay + 1 : 0;
    lastDay = today;
    return {
      day: today,
      at: days.at(ago, opens + onThisDay * BETWEEN_ACTS),
      async happens() {
        try {
          theCase = (await happens()) ?? theCase;
        } catch (cause) {
          throw new Error(`The story “${story.tells}” does not go on: ${what} on ${today}.`, { cause });
        }
      },
    };
  };

  const scene = ({ ago }: Act, current: CaseView): Scene => ({
    today: days.workedOn(ago),
    on: days.on,
    theCase: current,
    async letter(notice) {
      const letters = await casework.notices(signedIn('service'), current.id);
      const found = letters.findLast((one) => one.notice === notice);
      if (!found) throw new Error(`The case has no letter ${notice}.`);
      return found.id;
    },
  });

  const opened = beat(story.ago, 'the application', () =>
    'applies' in story
      ? casework.submit(signedIn(story.by), applicationSchema.parse(story.applies), OPTIONS)
      : casework.draft(signedIn(story.by), draftSchema.parse(story.drafts), OPTIONS),
  );
  const acts = (story.acts ?? []).map((act) =>
    beat(act.ago, act.type, async () => {
      const current = theCase!;
      const told: unknown = EVENT_DATA[act.type].parse(await act.data(scene(act, current)));
      const event = { type: act.type, data: told as Record<string, unknown> };
      const onPaper = act.who.startsWith('service') && actOf(act.type).restsOnFile(event.data, 'service');
      const options = onPaper ? { ...OPTIONS, files: [SIGNED_PAGE] } : OPTIONS;
      const outcome = await casework.post(signedIn(act.who), current.id, event, options);
      if (outcome.kind === 'done') return outcome.case;
      if (!act.approvedBy) return undefined;
      const decision = { decision: 'apply', reasons: '' } as const;
      const decided = await casework.decide(signedIn(act.approvedBy), outcome.approvalId, decision, OPTIONS);
      return decided.kind === 'done' ? decided.case : undefined;
    }),
  );
  return [opened, ...acts];
}

const OPTIONS = { language: 'lv' } as const;

/** What the office scanned in a story: an empty page. */
const SIGNED_PAGE = {
  name: 'parakstita-lapa.pdf',
  purpose: 'scan',
  bytes: new TextEncoder().encode(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`,
  ),
} as const;
