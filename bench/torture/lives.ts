import { setTimeout as pause } from 'node:timers/promises';
import { ACTS, type Act, application, type CaseView, dataOf } from './acts.ts';
import { type Asking, confirmed, type User } from './ask.ts';
import { type Random, randomOf } from './random.ts';

/** Lives of cases, told at random by several people at once for as long as the storm lasts. */
export interface Lives {
  readonly cases: readonly string[];
  /** Ends after the acts that are under way. */
  end(): Promise<void>;
}

export const PEOPLE: readonly User[] = [
  'customer',
  'engineer',
  'service',
  'service2',
  'finance',
  'finance2',
  'admin',
];

interface Telling {
  readonly asking: Asking;
  readonly seed: number;
  readonly today: () => Temporal.PlainDate;
  /** How many act at once. */
  readonly tellers: number;
  /** How many cases there are at most. */
  readonly mostCases: number;
  readonly thinkMs: number;
}

export function startLives({ asking, seed, today, tellers, mostCases, thinkMs }: Telling): Lives {
  const cases: string[] = [];
  const ended = new Set<string>();
  let going = true;

  async function open(random: Random, mark: string): Promise<void> {
    const one = await asking.change('customer', '/cases', application(mark, random), mark);
    const answer = confirmed(one);
    if (answer) cases.push((answer.body as CaseView).id);
  }

  async function actIn(id: string, random: Random, mark: string): Promise<void> {
    const answer = await asking.read('service', `/cases/${id}`);
    if (answer?.status !== 200) return;
    const view = answer.body as CaseView;
    const possible = new Set(view.actions.map(({ type }) => type));
    const choices = ACTS.filter(({ type }) => possible.has(type));
    if (choices.length === 0) {
      ended.add(id);
      return;
    }
    const chosen = random.weighted(choices, ({ weight }) => weight);
    const given = { view, today: today(), random, mark };
    const by = chosen.by(given);
    const data = dataOf(chosen, by, given);
    if (data === null) return;
    const one = await asking.change(by, `/cases/${id}/events`, { type: chosen.type, ...data }, mark);
    await consent(chosen, confirmed(one)?.body, mark);
  }

  async function consent({ second }: Act, body: unknown, mark: string): Promise<void> {
    const { approvalId } = (body ?? {}) as { approvalId?: string };
    if (!second || !approvalId) return;
    const decision = { decision: 'apply', reasons: mark };
    await asking.change(second, `/approvals/${approvalId}`, decision, `${mark}-consent`);
  }

  async function tell(teller: number): Promise<void> {
    const random = randomOf(seed, `teller ${teller}`);
    for (let count = 1; going; count += 1) {
      const mark = `t${teller}-${count}`;
      const living = cases.filter((id) => !ended.has(id));
      const wantsMore = cases.length < mostCases && (living.length < tellers * 3 || random.chance(0.15));
      if (wantsMore || living.length === 0) await open(random, mark);
      else await actIn(random.pick(living), random, mark);
      await pause(random.whole(0, 2 * thinkMs));
    }
  }

  const told = Promise.all(Array.from({ length: tellers }, (_, teller) => tell(teller)));
  // Whoever fails is heard of at the end; nobody listens before.
  told.catch(() => undefined);
  return {
    cases,
    async end() {
      going = false;
      await told;
    },
  };
}
