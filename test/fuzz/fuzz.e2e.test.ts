import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Home, newHome, type Product, startProduct } from '../journeys/product.ts';
import { type Fuzzed, fuzz } from './fuzz.ts';
import { planFor } from './plan.ts';
import { operationsOf } from './requests.ts';

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 3_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_260);

describe('whatever is sent to any operation of the OpenAPI document, as anybody', () => {
  let home: Home;
  let product: Product;
  let seen: Fuzzed;
  let operations: readonly string[];

  beforeAll(async () => {
    home = await newHome('embedded');
    product = await startProduct(home, { DEMO: '1' });
    const plan = await planFor(product.url);
    operations = operationsOf(plan.document).map(({ operationId }) => operationId);
    seen = await fuzz({ ...plan, seed: SEED, requests: REQUESTS });
  }, 600_000);

  afterAll(async () => {
    await product?.stop();
    await home?.remove();
  });

  test('every operation is tried, and many do what they were asked', () => {
    const tried = Object.keys(seen.byOperation).toSorted();
    expect(tried).toEqual(operations.filter((id) => id !== 'signOut').toSorted());
    expect(seen.requests).toBeGreaterThanOrEqual(REQUESTS);
    expect(Object.values(seen.byOperation).filter(({ done }) => done > 0).length).toBeGreaterThan(
      tried.length / 2,
    );
  });

  test('it answers, faults nowhere, and tells nothing of its inside', () => {
    expect(seen.findings).toEqual([]);
  });

  test('it serves on, and its histories still stand up', async () => {
    const { status, body } = await product.client.call('engineer', 'GET', '/cases?limit=1');
    expect([status, (body as { items: unknown[] }).items.length]).toEqual([200, 1]);
  });
});
