import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire that can be cut, between the product and something that it depends on. */
export interface Wire {
  readonly port: number;
  /** Breaks every connection at once, without a farewell. */
  cut(): number;
  /** From now on nothing gets through, in either direction, and nobody is told. */
  stall(): void;
  /** Nobody is let in until {@link mend}; whoever is in is put out. */
  close(): void;
  mend(): void;
  stop(): Promise<void>;
}

export async function startWire(target: () => number): Promise<Wire> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let mood: 'well' | 'stalled' | 'closed' = 'well';
  const server = createServer((near) => {
    if (mood === 'closed') {
      near.on('error', () => undefined);
      near.resetAndDestroy();
      return;
    }
    const far = connect({ port: target(), host: '127.0.0.1' });
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.setNoDelay(true);
      one.on('data', (chunk: Buffer) => {
        if (!other.write(chunk)) one.pause();
      });
      one.on('drain', () => {
        if (mood !== 'stalled') other.resume();
      });
      one.on('end', () => other.end());
      one.on('error', () => undefined);
      one.on('close', () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
    if (mood === 'stalled') for (const one of pair) one.pause();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): number => {
    const count = pairs.size;
    for (const [near, far] of pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
    return count;
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    stall() {
      mood = 'stalled';
      for (const pair of pairs) for (const one of pair) one.pause();
    },
    close() {
      mood = 'closed';
      cut();
    },
    mend() {
      mood = 'well';
      for (const pair of pairs) for (const one of pair) one.resume();
    },
    async stop() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
