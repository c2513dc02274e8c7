import { expect } from 'vitest';
import type { DeadlineName } from '../../workflows/deadlines/index.ts';
import { moneyOf } from '../../workflows/derived.ts';
import { clockActs, deadlineOf, factsOf, lettersOf, regionsOf, type Story, statusOf } from './story.ts';

/** What is asked of a story, in the words of the face: its status, letters, deadlines, money and end. */

interface ExpectedRefusal {
  readonly clause?: string | undefined;
  readonly allowedFrom?: string;
  readonly field?: string;
  readonly kind?: string;
}

interface ExpectedDeadline {
  readonly lastDay?: string | null;
  readonly earliestDay?: string | null;
  readonly state?: string;
  readonly clause?: string;
  readonly awaits?: string;
}

interface ExpectedEnd {
  readonly reason: string;
  readonly clause?: string | null;
  readonly by?: string;
  readonly on?: string;
}

interface StoryMatchers<R> {
  toReach(status: string): R;
  toRefuse(code: string, more?: ExpectedRefusal): R;
  toHaveDeadline(name: DeadlineName, expected?: ExpectedDeadline): R;
  toHaveSent(notice: string, expected?: { on?: string; times?: number }): R;
  toHaveEnded(expected: ExpectedEnd): R;
  toHaveMoney(expected: Partial<ReturnType<typeof moneyOf>>): R;
  toStand(expected: Partial<NonNullable<ReturnType<typeof regionsOf>>>): R;
  toBeFlagged(name: string): R;
}

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void>, T> extends StoryMatchers<R> {}
}

const telling = (story: Story): string => {
  const why = story.refusal ? ` (refused: ${story.refusal.code}, ${story.refusal.message})` : '';
  return `The story stands on ${story.now} in “${statusOf(story)}”${why}; by the clock: ${clockActs(story).join(', ') || 'nothing'}.`;
};

type Plain = Readonly<Record<string, unknown>>;

/** The named fields of what was found are compared; what is not named does not matter. */
function compare(story: Story, what: string, found: object | null | undefined, expected: object) {
  const of = found as Plain | null | undefined;
  const named =
    of && Object.fromEntries(Object.keys(expected).map((key) => [key, of[key]?.toString() ?? null]));
  const wanted = Object.fromEntries(
    Object.entries(expected as Plain).map(([key, value]) => [key, value?.toString() ?? null]),
  );
  return {
    pass: named !== null && named !== undefined && JSON.stringify(named) === JSON.stringify(wanted),
    message: () =>
      `Expected ${what} ${JSON.stringify(wanted)}, found ${JSON.stringify(named ?? null)}. ${telling(story)}`,
  };
}

expect.extend({
  toReach(story: Story, status: string) {
    return compare(story, 'status', { status: story.refusal ? 'refused' : statusOf(story) }, { status });
  },
  toRefuse(story: Story, code: string, more: ExpectedRefusal = {}) {
    const { refusal } = story;
    const found = refusal && {
      code: refusal.code,
      clause: refusal.clause,
      allowedFrom: refusal.allowedFrom,
      field: refusal.errors[0]?.field,
      kind: refusal.kind,
    };
    return compare(story, 'refusal', found, { code, ...more });
  },
  toHaveDeadline(story: Story, name: DeadlineName, expected: ExpectedDeadline = {}) {
    return compare(story, `deadline ${name}`, deadlineOf(story, name), expected);
  },
  toHaveSent(story: Story, notice: string, { on, times }: { on?: string; times?: number } = {}) {
    const sent = lettersOf(story).filter(
      (letter) => letter.notice === notice && (on === undefined || letter.on === on),
    );
    return {
      pass: times === undefined ? sent.length > 0 : sent.length === times,
      message: () =>
        `Expected ${notice}${on ? ` on ${on}` : ''}${times === undefined ? '' : ` ${times} times`}; letters: ${lettersOf(
          story,
        )
          .map((one) => `${one.notice} ${one.on}`)
          .join(', ')}. ${telling(story)}`,
    };
  },
  toHaveEnded(story: Story, expected: ExpectedEnd) {
    return compare(story, 'ending', factsOf(story).ending, expected);
  },
  toHaveMoney(story: Story, expected: object) {
    return compare(story, 'money', moneyOf(factsOf(story)), expected);
  },
  toStand(story: Story, expected: object) {
    return compare(story, 'regions', regionsOf(story), expected);
  },
  toBeFlagged(story: Story, name: string) {
    const flags = factsOf(story).flags.map((flag) => flag.name as string);
    return {
      pass: flags.includes(name),
      message: () => `Expected flag ${name}, found ${flags.join(', ') || 'none'}. ${telling(story)}`,
    };
  },
});
