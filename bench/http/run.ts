/** Pages, the API and durable events over HTTP under load, beside an Express that only says hello and beside the bare
 *  statements of the same events; memory; and the time from start to the first answer on the embedded database.
 *
 *      node bench/http/run.ts [--quick] [--rounds 3] [--seconds 4] [--connections 16] [--callers 16,128] [--starts 3]
 *
 *  The product runs as one web process. Letters are written with their events and made into documents by a worker, as an
 *  installation with load would have it; the worker is not part of this bench. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driverPerSecond, hasPgbench, pgbenchPerSecond } from '../events/bare.ts';
import { ANSWERED, bareStatements, EVALUATED, FILED, rowsOfEvents } from '../events/rows.ts';
import { copyCase, tellOne } from '../support/cases.ts';
import { figureOf, print, say } from '../support/figures.ts';
import { readOptions } from '../support/options.ts';
import { benchServer } from '../support/server.ts';
import { benchService } from '../support/service.ts';
import { type Load, load, type Request } from './load.ts';
import { type ServerProcess, signIn, startProcess, untilReady } from './product.ts';

const options = readOptions(['rounds', 'seconds', 'connections', 'callers', 'starts']);
const rounds = options.number('rounds', 3, 1);
const seconds = options.number('seconds', 4, 2);
const connections = options.number('connections', 16);
const levels = options.list('callers', options.quick ? ['16'] : ['16', '128']).map(Number);
const starts = options.number('starts', 3, 1);
const CASES_A_CALLER = 16;
const UNLIMITED = { REQUESTS_PER_MINUTE: '999999', SIGN_INS_PER_MINUTE: '999999', LOG_LEVEL: 'error' };
const ADDRESS = /Pieslēgums: (http:\/\/\S+)/;

const server = await benchServer();
say(server.said);
const running: ServerProcess[] = [];
try {
  const url = await server.fresh('http');
  const service = await benchService(url, Temporal.Now.instant().toString());
  const count = Math.max(16, ...levels) * CASES_A_CALLER;
  const model = await tellOne(service.parts, EVALUATED);
  const events = (await rowsOfEvents(service.parts, model.id)).map((rows, place) =>
    bareStatements(place === 0 ? 'filed' : 'answered', rows),
  );
  const bareIds = await copyCase(service.db, model.id, count);
  const ids = await copyCase(service.db, model.id, count, { from: count });
  await service.db.query('vacuum analyze');
  await service.db.close();

  const hello = await startProcess('bench/http/hello.ts', {});
  running.push(hello);
  const product = await startProcess(
    'src/main.ts',
    { DATABASE_URL: url, DEMO: '1', ROLE: 'web', ...UNLIMITED },
    ADDRESS,
  );
  running.push(product);
  await untilReady(product.url);
  const [staff, customer] = await Promise.all(['service', 'customer'].map((who) => signIn(product.url, who)));
  const atRest = await product.memoryMib();

  const bearer = { authorization: `Bearer ${staff}` };
  const inBrowser = (token: string) => ({ cookie: `sesija=${token}` });
  const get = (path: string, headers: Readonly<Record<string, string>> = {}): Request => ({
    method: 'GET',
    path,
    headers,
  });
  const ways: Readonly<Record<string, { readonly url: string; readonly request: Request }>> = {
    'Express hello': { url: hello.url, request: get('/') },
    'health check': { url: product.url, request: get('/healthz') },
    'first page': { url: product.url, request: get('/') },
    'page of a case': { url: product.url, request: get(`/cases/${ids[0]}`, inBrowser(staff!)) },
    'list of a customer': { url: product.url, request: get('/cases', inBrowser(customer!)) },
    'case by the API': { url: product.url, request: get(`/api/v1/cases/${ids[0]}`, bearer) },
    'queue by the API, 25 cases': { url: product.url, request: get('/api/v1/cases?limit=25', bearer) },
  };
  const measured = new Map<string, Load[]>(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, way] of Object.entries(ways)) {
      if (round === 0) await load({ url: way.url, connections, seconds: 2, requests: [way.request] }); // warm-up
      const told = await load({ url: way.url, connections, seconds, requests: [way.request] });
      say(`${name}: ${told.perSecond.toFixed(0)} a second, p50 ${told.p50} ms, p99 ${told.p99} ms`);
      measured.get(name)!.push(told);
    }
  const beside = 'http: Express hello';
  const helloRounds = measured.get('Express hello')!.map(({ perSecond }) => perSecond);
  for (const [name, rows] of measured) {
    print(
      figureOf(
        `http: ${name}`,
        'answers/s',
        rows.map(({ perSecond }) => perSecond),
        {
          name: beside,
          rounds: helloRounds,
        },
      ),
    );
    print(
      figureOf(
        `http: ${name}, p50`,
        'ms',
        rows.map(({ p50 }) => p50),
      ),
    );
    print(
      figureOf(
        `http: ${name}, p99`,
        'ms',
        rows.map(({ p99 }) => p99),
      ),
    );
  }

  let asked = 0;
  const event: Request = {
    method: 'POST',
    headers: { ...bearer, 'content-type': 'application/json' },
    setupRequest: (request) => {
      const turn = asked++;
      const { type, data } = Math.floor(turn / ids.length) % 2 === 0 ? FILED : ANSWERED;
      return {
        ...request,
        path: `/api/v1/cases/${ids[turn % ids.length]}/events`,
        headers: { ...request.headers, 'idempotency-key': randomUUID() },
        body: JSON.stringify({ type, ...data }),
      };
    },
  };
  const withPgbench = await hasPgbench();
  const casesOf = (caller: number) => bareIds.slice(caller * CASES_A_CALLER, (caller + 1) * CASES_A_CALLER);
  for (const callers of levels) {
    const bare: number[] = [];
    const overHttp: Load[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(
        withPgbench
          ? await pgbenchPerSecond(url, events, callers, CASES_A_CALLER, seconds * 1000)
          : await driverPerSecond(url, events, callers, casesOf, seconds * 1000),
      );
      overHttp.push(await load({ url: product.url, connections: callers, seconds, requests: [event] }));
      say(`events over HTTP: ${overHttp.at(-1)!.perSecond.toFixed(0)} beside ${bare.at(-1)!.toFixed(0)}`);
    }
    const statements = `eight statements, ${withPgbench ? 'pgbench' : 'driver'}`;
    print(
      figureOf(
        `http: events, ${callers} at once`,
        'events/s',
        overHttp.map(({ perSecond }) => perSecond),
        { name: `http: ${statements}, ${callers} at once`, rounds: bare },
      ),
    );
    print(figureOf(`http: ${statements}, ${callers} at once`, 'events/s', bare));
    print(
      figureOf(
        `http: events, ${callers} at once, p50`,
        'ms',
        overHttp.map(({ p50 }) => p50),
      ),
    );
    print(
      figureOf(
        `http: events, ${callers} at once, p99`,
        'ms',
        overHttp.map(({ p99 }) => p99),
      ),
    );
  }
  const underLoad = await product.memoryMib();
  if (atRest !== null && underLoad !== null) {
    print(figureOf('http: memory at rest', 'MiB', [atRest]));
    print(figureOf('http: memory after the load', 'MiB', [underLoad]));
  }
  for (const one of running.splice(0)) await one.stop();
} finally {
  for (const one of running) await one.stop();
  await server.stop();
}

/** A folder that is not there yet: the database is made of the delivered image. Then the same folder again. */
const cold: number[] = [];
const warm: number[] = [];
for (let start = 0; start < starts; start += 1) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
  try {
    for (const times of [cold, warm]) {
      const product = await startProcess(
        'src/main.ts',
        { DATA_DIR: join(folder, 'data'), DEMO: 'accounts', ...UNLIMITED },
        ADDRESS,
      );
      times.push(product.firstAnswerMs / 1000);
      say(`start to first answer: ${product.firstAnswerMs.toFixed(0)} ms`);
      await product.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
print(figureOf('http: start to first answer, cold', 's', cold));
print(figureOf('http: start to first answer, warm', 's', warm));
