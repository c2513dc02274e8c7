/** What staff and customers look at over all cases, with few cases and with many on the same machine in one run, through the
 *  real pages over HTTP; each round asks every size in turn. The cases are the demo stories, copied with days of their own.
 *  A JSON line a figure.
 *
 *      node bench/portal/queue.ts [--rounds 7] [--cases 200,200000] [--own 1000] [--laid URL,URL]
 *
 *  `--laid` names databases that hold such cases already, one a size. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Product, startProduct } from '../../test/browser/product.ts';
import { figureOf, print, say } from '../support/figures.ts';
import { readOptions } from '../support/options.ts';
import { benchServer } from '../support/server.ts';
import { layManyCases, PRESENT } from './many-cases.ts';

const options = readOptions(['rounds', 'cases', 'own', 'laid']);
const ROUNDS = options.number('rounds', 7, 3);
const SIZES = options.list('cases', options.quick ? ['200', '5000'] : ['200', '200000']).map(Number);
const LAID = options.list('laid', []);
/** Cases of the one customer; fewer where there are fewer cases. */
const OWN = options.number('own', 1000, 100);

/** Figures of a period are kept for a while: each round asks for another. */
const period = (round: number, from: string): string =>
  `from=${from}-${String(1 + (round % 28)).padStart(2, '0')}&to=2026-03-10`;

const PAGES_OF_STAFF: Readonly<Record<string, (round: number) => string>> = {
  'my work of an engineer': () => '/cases',
  'all cases': () => '/cases?work=all',
  'one status': () => '/cases?work=all&status=evaluating',
  'what is late': () => '/cases?work=overdue',
  'the list as one types a name': () => '/staff/queue?work=all&q=ozolina',
  'the list as one types two names': () => '/staff/queue?work=all&q=anna%20ozolina',
  'the list as one types a number': (round) => `/staff/queue?work=all&q=P-000${round}`,
  'the list as one types a common word': () => '/staff/queue?work=all&q=iela',
  'the list as one types two common words': () => '/staff/queue?work=all&q=iela%20nov',
  'the list as one types what there is nowhere': () => '/staff/queue?work=all&q=iela%20nekas',
  'a running deadline': () => '/cases?work=all&deadline=offer',
  'a deadline that seldom runs': () => '/cases?work=all&deadline=remedy',
  'complaints to answer': () => '/cases?work=complaints',
  'deadlines kept in a year': () => '/cases?work=all&deadline=offer&state=met&from=2025-03-10&to=2026-03-10',
  'missed deadlines of a year': () =>
    '/cases?work=all&deadline=offer&state=missed&from=2025-03-10&to=2026-03-10',
  'cases opened in a month': () => '/cases?work=all&openedFrom=2025-06-01&openedTo=2025-06-30',
  holds: () => '/staff/holds',
  'the dashboard of a year': (round) => `/staff/dashboard?${period(round, '2025-03')}`,
  'the report on a quarter': (round) => `/staff/report?${period(round, '2025-12')}`,
};

const PAGES_OF_A_CUSTOMER: Readonly<Record<string, (round: number) => string>> = {
  'the list of a customer': () => '/cases',
};

type Visit = (path: string) => Promise<number>;

async function signedIn({ address }: Product, username: string): Promise<Visit> {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(address + path, {
      ...init,
      redirect: 'manual',
      headers: {
        ...init.headers,
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      cookies.set(name, value);
    }
    return response;
  };
  const form = await (await ask('/sign-in')).text();
  const token = form.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? '';
  const body = new URLSearchParams({ _csrf: token, username, password: 'demo' });
  await ask('/sign-in', { method: 'POST', body });
  return async (path) => {
    const begun = performance.now();
    const response = await ask(path);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    return performance.now() - begun;
  };
}

const server = await benchServer();
say(server.said);
const products: Product[] = [];
try {
  const visitors: { readonly staff: Visit; readonly customer: Visit }[] = [];
  for (const [place, size] of SIZES.entries()) {
    const url = LAID[place] ?? (await server.fresh(`queue_${size}`));
    if (LAID[place] === undefined) await layManyCases(url, size, Math.min(OWN, size / 10));
    say(`${size} cases stand`);
    const product = await startProduct({
      clockStart: PRESENT,
      environment: { DATABASE_URL: url, ROLE: 'web' },
    });
    products.push(product);
    visitors.push({
      staff: await signedIn(product, 'engineer'),
      customer: await signedIn(product, 'customer'),
    });
  }
  const pages = [
    ...Object.entries(PAGES_OF_STAFF).map(([name, path]) => ({ name, path, of: 'staff' as const })),
    ...Object.entries(PAGES_OF_A_CUSTOMER).map(([name, path]) => ({ name, path, of: 'customer' as const })),
  ];
  for (let warm = 0; warm < 3; warm += 1)
    for (const visitor of visitors) for (const { path, of } of pages) await visitor[of](path(27 - warm));
  for (const { name, path, of } of pages) {
    const times = SIZES.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [place, visitor] of visitors.entries()) times[place]!.push(await visitor[of](path(round)));
    const first = { name: `${name}, ${SIZES[0]} cases`, rounds: times[0]! };
    for (const [place, size] of SIZES.entries())
      print(figureOf(`${name}, ${size} cases`, 'ms', times[place]!, place === 0 ? undefined : first));
  }
} finally {
  for (const product of products) await product.stop();
  await pause(500);
  await server.stop();
}
