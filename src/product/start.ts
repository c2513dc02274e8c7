import type { Database } from '../../db/connect.ts';
import { createAdministration } from '../administration/create.ts';
import { giveBackups } from '../backup/running.ts';
import { startClockWorker } from '../casework/clock-worker.ts';
import { systemClock, type VirtualClock, virtualClock } from '../casework/clocks.ts';
import { createCasework } from '../casework/create.ts';
import { openLawShelf } from '../casework/law-shelf.ts';
import type { CaseworkParts } from '../casework/parts.ts';
import { startDelivery } from '../delivery/create.ts';
import { openDocuments } from '../delivery/documents.ts';
import { pressLetter } from '../delivery/press.ts';
import { startReminders } from '../delivery/reminders/create.ts';
import type { Environment } from '../environment/environment.ts';
import type { Log } from '../http/log.ts';
import type { Listening } from '../http/server.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, layDemoAccounts } from '../identity/demo-accounts.ts';
import { composeLetter } from '../letters/compose.ts';
import { readdressLetter } from '../letters/readdress.ts';
import { createPaymentServices } from '../payments/create.ts';
import { startPaymentWorker } from '../payments/worker.ts';
import { staffInvitations } from '../portal/administration/staff-invitation.ts';
import { startFiguresWorker } from '../reports/figures-worker.ts';
import { answers, openMigrated } from './database.ts';
import { clockLog, deliveryLog } from './logs.ts';
import { reasonsOf } from './reasons.ts';
import { serve } from './serve.ts';
import { keepUp } from './upkeep.ts';

/** Wiring: starts everything and ends it. */

const SHUTDOWN_GRACE_MS = 10_000;

export interface Running {
  stop(): Promise<void>;
}

export async function start(environment: Environment, log: Log): Promise<Running> {
  const db = await openMigrated(environment);
  const shelf = await openLawShelf(db);
  const virtual = await virtualClockOf(environment, db);
  const laws = { db, clock: virtual ?? systemClock, lawBook: shelf.book };
  const documents = openDocuments({ ...laws, render: pressLetter });
  const parts: CaseworkParts = {
    ...laws,
    compose: composeLetter,
    readdress: readdressLetter,
    documentOf: documents.documentOf,
    lettersWait: () => delivery.nudge(),
  };
  const delivery = startDelivery(
    parts,
    documents,
    createCasework(parts),
    { ...environment, inBackground: environment.role !== 'web' },
    deliveryLog(log),
  );
  const reminders = startReminders({ ...laws, mailer: delivery.mailer }, deliveryLog(log), {
    inBackground: environment.role !== 'web',
  });
  const paying = createPaymentServices(parts, createCasework(parts), {
    demo: environment.demo !== 'none',
    warn: (message, details) => log.said(message, { ...details }),
  });
  const cashier =
    environment.role === 'web'
      ? null
      : startPaymentWorker(db, paying.payments, (payment, error) => {
          log.said('a payment could not be booked', { payment });
          log.fault(error);
        });
  if (environment.demo !== 'none') await layDemoAccounts(db, Temporal.Now.instant());

  let stands = false;
  const law = createAdministration({
    db,
    clock: parts.clock,
    shelf,
    told: (error) => log.fault(error),
    demo: environment.demo !== 'none',
    invite: staffInvitations(delivery.mailer, environment.publicUrl, () => shelf.book().operator),
  });
  const ready = async (): Promise<boolean> => stands && (await answers(db));
  const started = { parts, law, delivery, reminders, paying, virtual, ready };
  const server = await serve(environment, started, log);
  const worker = environment.role === 'web' ? null : startClockWorker(parts, clockLog(log));
  const figures = environment.role === 'web' ? null : startFiguresWorker(laws, (error) => log.fault(error));
  const readLaw = environment.role === 'web' ? shelf.refresh : law.lawDesk.follow;
  const endUpkeep = keepUp(parts, readLaw, log);
  const backups = await giveBackups(db, environment.dataDir, (error) => log.fault(error));
  announce(environment, server);
  const standing = layDemoCases(environment, parts).then(() => {
    stands = true;
  });
  standing.catch((error: unknown) => {
    process.stderr.write(`The demo data could not be laid.\n${reasonsOf(error)}\n`);
    process.exit(1);
  });

  return {
    async stop() {
      endUpkeep();
      await server?.stop(SHUTDOWN_GRACE_MS);
      await standing;
      await worker?.stop();
      await figures?.stop();
      await cashier?.stop();
      await reminders.stop();
      await delivery.stop();
      await backups?.stop();
      await db.close();
    },
  };
}

/** Lives of cases, told up to the product's present; `/readyz` answers once they stand. Loaded for a trial alone. */
async function layDemoCases({ demo }: Environment, parts: CaseworkParts): Promise<void> {
  if (demo !== 'full') return;
  const { layDemoData } = await import('../demo/lay-demo-data.ts');
  await layDemoData({ ...parts, now: await parts.clock.now() });
}

const virtualClockOf = async ({ clock }: Environment, db: Database): Promise<VirtualClock | null> =>
  clock.kind === 'virtual' ? virtualClock(db, clock.start ?? Temporal.Now.instant()) : null;

function announce({ demo, role }: Environment, server: Listening | null): void {
  const lines = [server ? `Pieslēgums: ${server.address}` : `Pieslēgums: ${role}`];
  if (server?.metricsAddress) lines.push(`Metrics: ${server.metricsAddress}/metrics`);
  if (demo !== 'none' && server) {
    const names = DEMO_ACCOUNTS.map(({ username }) => username).join(', ');
    lines.push(`Demo accounts (password ${DEMO_PASSWORD}): ${names}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}
