/** Which way imports run: the one place that says so, read by `npm run imports`. */

export interface Part {
  /** Where its files are, from the root. */
  readonly of: string;
  /** The parts that it imports besides itself; each stands above it in the list. */
  readonly from: readonly string[];
  /** Of these it takes types alone. */
  readonly typesFrom?: readonly string[];
}

/** What decides, and where it is kept. */
const CASES = ['src/law', 'workflows', 'db', 'src/casework'];

/** What the operator does with its cases, each beside the others. */
const ROOMS = [
  'src/letters',
  'src/identity',
  'src/payments',
  'src/delivery',
  'src/reports',
  'src/administration',
];

/** Every part imports itself and what is named; what is not named is refused. Two parts that need the same thing take it
 *  from below, or are handed it by `src/product`. */
export const DIRECTION: readonly Part[] = [
  { of: 'src/law', from: [] },
  { of: 'workflows', from: ['src/law'] },
  { of: 'db', from: [], typesFrom: ['src/law', 'workflows'] },
  { of: 'src/casework', from: ['src/law', 'workflows', 'db'] },

  { of: 'src/letters', from: CASES },
  { of: 'src/identity', from: CASES },
  { of: 'src/payments', from: CASES },
  // It carries what letters say, and reminds the people behind accounts.
  { of: 'src/delivery', from: [...CASES, 'src/letters', 'src/identity'] },
  { of: 'src/reports', from: CASES },
  // Administrators keep accounts as well as the law.
  { of: 'src/administration', from: [...CASES, 'src/identity'] },
  { of: 'src/demo', from: [...CASES, 'src/identity'] },

  { of: 'src/http', from: [...CASES, ...ROOMS] },
  { of: 'src/api', from: [...CASES, ...ROOMS, 'src/http'] },
  { of: 'src/portal', from: [...CASES, ...ROOMS, 'src/http'] },

  { of: 'src/backup', from: ['db'] },
  { of: 'src/environment', from: [], typesFrom: ['src/identity'] },
  { of: 'src/verify-history', from: [...CASES, 'src/environment'] },
  { of: 'src/commands', from: [...CASES, 'src/identity', 'src/backup', 'src/environment'] },
  {
    of: 'src/product',
    from: [
      ...CASES,
      ...ROOMS,
      'src/demo',
      'src/http',
      'src/api',
      'src/portal',
      'src/backup',
      'src/environment',
      'src/commands',
    ],
  },
  { of: 'src/main', from: ['src/product'] },
];

/** What is no part of the running product: it may import everything, and nothing of the product imports it. */
export const OUTSIDE: readonly string[] = ['tools', 'bench', 'test'];
