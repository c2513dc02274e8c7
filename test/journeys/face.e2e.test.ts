import { afterAll, beforeAll, expect } from 'vitest';
import { describeApplying } from './face/applying.ts';
import { describeCaseList } from './face/case-list.ts';
import { describeClock } from './face/clock.ts';
import { faceOf } from './face/face.ts';
import { describeOpenApi } from './face/openapi.ts';
import { describeProblems } from './face/problems.ts';
import { describeQuotes } from './face/quotes.ts';
import { describeRequests } from './face/requests.ts';
import { describeSignIn } from './face/sign-in.ts';
import { describeValues } from './face/values.ts';
import { describeWhoMay } from './face/who-may.ts';
import { type Home, newHome, type Product, startProduct } from './product.ts';

/** The form of the API, line by line as the public face promises it. What is stored and how it moves is told by the
 *  stories; what happens at once, by `at-once`. */

let home: Home;
let product: Product;

beforeAll(async () => {
  home = await newHome('embedded');
  product = await startProduct(home, { CLOCK_START: '2025-03-10T08:00:00Z' });
}, 60_000);
afterAll(async () => {
  const code = await product?.stop();
  await home?.remove();
  expect(code).toBe(0);
  expect(product.said()).not.toContain('"level":50');
});

const face = faceOf(() => product.client);
describeSignIn(face);
describeOpenApi(face);
describeWhoMay(face);
describeProblems(face);
describeValues(face);
describeApplying(face);
describeCaseList(face);

// From here on the clock moves.
describeClock(face);
describeQuotes(face);
describeRequests(face);
