import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer as createHttp2 } from 'node:http2';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { askAll, load, type Rival, timed } from './rival.ts';

/** A handler of a virtual object a case; its journal stands in the engine's own server, started for the bench. */
export const restate: Rival = {
  name: 'Restate',
  async open({ callers, rows }) {
    const sdk = await load('@restatedev/restate-sdk');
    const theCase = sdk.object({
      name: 'case',
      handlers: {
        event: (context: { run(name: string, work: () => Promise<void>): Promise<void> }, place: number) =>
          context.run('rows', () => rows(place)),
      },
    });
    const handler = createHttp2(sdk.createEndpointHandler({ services: [theCase], logger: () => undefined }));
    const [endpoint, ingress, admin, node] = await Promise.all([1, 2, 3, 4].map(freePort));
    await new Promise<void>((resolve) => handler.listen(endpoint, '127.0.0.1', resolve));
    const folder = await mkdtemp(join(tmpdir(), 'bench-restate-'));
    const server = spawn(serverBinary(), ['--no-logo', '--listen-mode', 'tcp'], {
      cwd: folder,
      stdio: 'ignore',
      env: {
        ...process.env,
        RESTATE_BASE_DIR: folder,
        RESTATE_DISABLE_TELEMETRY: 'true',
        RESTATE_LOG_FILTER: 'error',
        RESTATE_BIND_ADDRESS: `127.0.0.1:${node}`,
        RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${node}`,
        RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`,
        RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
      },
    });
    const ended = new Promise((resolve) => server.once('exit', resolve));
    await registered(admin!, endpoint!);
    const event = async (place: number): Promise<void> => {
      const response = await fetch(`http://127.0.0.1:${ingress}/case/${place % 4096}/event`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: String(place),
      });
      if (!response.ok) throw new Error(`Restate answered ${response.status}: ${await response.text()}`);
      await response.arrayBuffer();
    };
    return {
      events: (count) => timed(() => askAll(count, callers, event)),
      async close() {
        server.kill('SIGTERM');
        const late = setTimeout(() => server.kill('SIGKILL'), 5_000);
        await ended;
        clearTimeout(late);
        handler.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

/** The server takes some seconds to stand. */
async function registered(admin: number, endpoint: number): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const response = await fetch(`http://127.0.0.1:${admin}/deployments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ uri: `http://127.0.0.1:${endpoint}` }),
    }).catch(() => null);
    if (response?.ok) return;
    await pause(200);
  }
  throw new Error('Restate did not take the service within 30 s.');
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

const serverBinary = (): string =>
  createRequire(import.meta.resolve('@restatedev/restate-server/package.json')).resolve(
    `@restatedev/restate-server-${process.platform}-${process.arch}/bin/restate-server`,
  );
