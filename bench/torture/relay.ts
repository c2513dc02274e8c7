import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { startWire, type Wire } from './wire.ts';

/** A letter as the relay got it, whole. */
export interface Arrived {
  readonly messageId: string;
  readonly to: string;
  /** Which process brought it: the name that it greeted with. */
  readonly by: string;
  /** SHA-256 of the attached document, as it came over the wire. */
  readonly document: string;
  /** Real time, of `performance.now()`. */
  readonly at: number;
  /** Whether the relay said that it has it. */
  readonly answered: boolean;
}

type RelayMood =
  | 'well'
  /** Asks every sender to come again later. */
  | 'refusing'
  /** Takes the letter and is gone before it says so. */
  | 'dropping';

/** A mail relay with moods, behind a wire that can be cut. */
export interface Relay {
  readonly arrived: readonly Arrived[];
  readonly wire: Wire;
  mood: RelayMood;
  /** Its address for one process, which greets by its name. */
  urlFor(process: string): string;
  stop(): Promise<void>;
}

const LATER = Object.assign(new Error('4.3.2 Not now, please come again'), { responseCode: 451 });

export async function startRelay(): Promise<Relay> {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1000,
    onRcptTo: (_address, _session, done) => done(relay.mood === 'refusing' ? LATER : null),
    onData(stream, { envelope, hostNameAppearsAs: by }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', () => undefined);
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        const answered = relay.mood !== 'dropping';
        arrived.push({
          messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '',
          to: envelope.rcptTo.map(({ address }) => address).join(', '),
          by: String(by),
          document: documentIn(raw),
          at: performance.now(),
          answered,
        });
        if (answered) done();
        else wire.cut();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const wire = await startWire(() => (server.server.address() as AddressInfo).port);
  const relay: Relay = {
    arrived,
    wire,
    mood: 'well',
    urlFor: (process) => `smtp://127.0.0.1:${wire.port}?name=${process}`,
    async stop() {
      await wire.stop();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return relay;
}

function documentIn(raw: string): string {
  const from = raw.search(/^content-type: application\/pdf/im);
  if (from < 0) return '';
  const body = raw.indexOf('\r\n\r\n', from) + 4;
  const end = raw.indexOf('\r\n--', body);
  return createHash('sha256').update(raw.slice(body, end)).digest('hex');
}
