import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail that arrived, as it came over the wire. */
export interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  readonly envelopeId: string | null;
  readonly raw: string;
  readonly mail: Email;
}

/** A real mail relay on a port of its own. */
export interface Relay {
  readonly url: string;
  readonly arrived: Arrived[];
  /** What it says to a recipient: an SMTP code and words. */
  refuse(recipient: string, code: number, words: string): void;
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRelay(): Promise<Relay> {
  const arrived: Arrived[] = [];
  const refusals = new Map<string, { code: number; words: string }>();
  const serve = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo({ address }, _session, done) {
        const refusal = refusals.get(address);
        done(refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null);
      },
      onData(stream, { envelope }, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks).toString('utf8');
          PostalMime.parse(raw).then((mail) => {
            const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
            const envelopeId = raw.match(/ENVID=(\S+)/)?.[1] ?? null;
            arrived.push({ from, to: envelope.rcptTo.map(({ address }) => address), envelopeId, raw, mail });
            done();
          }, done);
        });
      },
    });
  const listen = async (on: number): Promise<SMTPServer> => {
    const started = serve();
    started.on('error', () => undefined);
    const listening = started.listen(on, '127.0.0.1');
    await once(listening, 'listening');
    return started;
  };
  const close = (one: SMTPServer) => new Promise<void>((resolve) => one.close(() => resolve()));

  let server = await listen(0);
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    refuse: (recipient, code, words) => refusals.set(recipient, { code, words }),
    goDown: () => close(server),
    async comeBack() {
      server = await listen(port);
    },
    stop: () => close(server),
  };
}
