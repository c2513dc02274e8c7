import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCases } from '../../db/case-list.ts';
import type { Database } from '../../db/connect.ts';
import { historyOf } from '../../db/history.ts';
import { replay, sameState } from '../../src/casework/decide/replay.ts';
import { createAccount } from '../../src/identity/accounts.ts';
import { type LawBook, lawBook } from '../../src/law/law-book.ts';
import type { CaseState } from '../../workflows/step.ts';
import { ASKED_ONLY, type Engine, type Home, newHome, type Product, startProduct } from './product.ts';
import { APPLICATION_STORIES } from './stories/application.ts';
import { ENDING_STORIES } from './stories/endings.ts';
import { OFFER_STORIES } from './stories/offer.ts';
import { PAYMENT_STORIES } from './stories/payment.ts';
import { PEOPLE_STORIES, READER } from './stories/people.ts';
import { READINESS_STORIES } from './stories/readiness.ts';
import { WORKS_STORIES } from './stories/works.ts';
import { holdsTogether, instantOf, type Story, type Teller } from './story.ts';
import { timeline } from './timeline.ts';

const STORIES = {
  'the application': APPLICATION_STORIES,
  'the offer': OFFER_STORIES,
  'the money': PAYMENT_STORIES,
  'the works': WORKS_STORIES,
  'readiness and connection': READINESS_STORIES,
  'the ends': ENDING_STORIES,
  'the people': PEOPLE_STORIES,
} as const;

type Told = { readonly ok: true } | { readonly ok: false; readonly reason: unknown };

/** All stories at once in one running product, on one clock that begins on 1 December 2024. */
export function describeLives(engine: Engine): void {
  describe(`lives of contracts (${engine})`, () => {
    let home: Home;
    let product: Product;
    const told = new Map<Story, Promise<Told>>();

    beforeAll(async () => {
      home = await newHome(engine);
      const database = await home.open();
      await createAccount(database, READER, Temporal.Now.instant());
      await database.close();
      product = await startProduct(home, {
        ...ASKED_ONLY(engine),
        CLOCK_START: instantOf('2024-12-01').toString(),
      });
      const { client } = product;
      const time = timeline((to) => client.moveTo(to));
      const at: Teller = Object.assign((localTime: string) => time.until(instantOf(localTime)), { client });
      for (const one of Object.values(STORIES).flat()) {
        const outcome = time
          .run(() => one.tell(at))
          .then(
            (): Told => ({ ok: true }),
            (reason: unknown): Told => ({ ok: false, reason }),
          );
        told.set(one, outcome);
      }
    }, 60_000);
    afterAll(async () => {
      await product?.stop();
      await home?.remove();
    });

    for (const [part, stories] of Object.entries(STORIES)) {
      describe(part, () => {
        for (const one of stories) {
          test(one.name, { timeout: 90_000 }, async () => {
            const outcome = await told.get(one);
            if (outcome?.ok !== true) throw outcome?.reason;
          });
        }
      });
    }

    test('every history is gapless, oldest first, and ends where its case stands', async () => {
      const { items } = await product.client.list('service', '?limit=200');
      expect(items.length).toBeGreaterThanOrEqual(Object.values(STORIES).flat().length);
      for (const { id } of items) await holdsTogether(product.client, id);
      const { body } = await product.client.call(null, 'GET', 'metrics');
      expect(String(body), 'no deadline waits to be tried again').toMatch(/^pieslegums_deadlines_due 0$/m);
      expect(product.said(), 'nothing went wrong unsaid').not.toMatch(/"level":50/);
    });

    test('every case rebuilt from its history equals the stored one', async () => {
      expect(await product.stop()).toBe(0);
      const database = await home.open();
      try {
        expect(await thoseThatReplayOtherwise(database, lawBook())).toEqual([]);
      } finally {
        await database.close();
      }
    });
  });
}

async function thoseThatReplayOtherwise(database: Database, law: LawBook): Promise<string[]> {
  const { items } = await listCases(database, {}, { limit: 200 });
  const different: string[] = [];
  for (const row of items) {
    const history = await historyOf(database, row.id);
    try {
      if (!sameState(replay(history, law), row.snapshot as CaseState)) different.push(row.number);
    } catch (refusal) {
      different.push(`${row.number}: ${refusal} after ${history.map(({ type }) => type).join(', ')}`);
    }
  }
  return different;
}
