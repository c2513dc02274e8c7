import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Not by `import`, which looks at everything that the module offers and so wakes the browser's `fetch` in it: a tenth of a
 *  start, for nothing that we use. */
const { createServer } = process.getBuiltinModule('node:http');

export interface Listening {
  /** Where it can be reached, `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Where figures for monitoring are answered, when apart. */
  readonly metricsAddress?: string;
  /** Takes no new requests, answers those that run, and ends. After `graceMs` it no longer waits. */
  stop(graceMs: number): Promise<void>;
}

export async function listen(app: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 },
    app,
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    address: addressOf(server.address() as AddressInfo),
    stop: (graceMs) =>
      new Promise((resolve) => {
        // A connection that is kept open between requests would hold the process back; it may be idle at any moment.
        const idle = setInterval(() => server.closeIdleConnections(), 50);
        const grace = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearInterval(idle);
          clearTimeout(grace);
          resolve();
        });
      }),
  };
}

const addressOf = ({ address, family, port }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
