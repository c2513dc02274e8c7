import { type Database, openDatabase } from '../db/connect.ts';
import { deleteAnswersBefore } from '../db/idempotency.ts';
import { migrate } from '../db/migrate.ts';
import { deletePlacesUnusedSince } from '../db/sign-in-places.ts';
import { clearTries } from '../db/tries.ts';
import { runAdmin } from './admin.ts';
import { type AdministrationServices, createAdministration } from './administration/create.ts';
import { createApi, createHealth } from './api/create-api.ts';
import { giveBackups } from './backup/running.ts';
import type { Clock } from './casework/casework.ts';
import { moveThrough, startClockWorker } from './casework/clock-worker.ts';
import { systemClock, type VirtualClock, virtualClock } from './casework/clocks.ts';
import { createCasework } from './casework/create.ts';
import { openLawShelf } from './casework/law-shelf.ts';
import type { CaseworkParts } from './casework/parts.ts';
import { type Delivery, startDelivery } from './delivery/create.ts';
import { openDocuments } from './delivery/documents.ts';
import { inOrder } from './delivery/outbox.ts';
import { pressLetter } from './delivery/press.ts';
import { type Reminders, startReminders } from './delivery/reminders/create.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { createLog, type Log } from './http/log.ts';
import { rateLimits } from './http/rate-limits.ts';
import { type Listening, listen } from './http/server.ts';
import { timersBehind } from './http/timers-behind.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, layDemoAccounts } from './identity/demo-accounts.ts';
import { createIdentity } from './identity/identity.ts';
import { createMyData } from './identity/my-data/create.ts';
import { createPasswordReset } from './identity/password-reset.ts';
import { createSubUsers } from './identity/sub-users.ts';
import { composeLetter } from './letters/compose.ts';
import { readdressLetter } from './letters/readdress.ts';
import { createPaymentServices, type PaymentServices } from './payments/create.ts';
import { startPaymentWorker } from './payments/worker.ts';
import { openSignInMethods } from './portal/account/provider-sign-in.ts';
import { createPortal } from './portal/create-portal.ts';
import { createOverview } from './reports/create.ts';
import { startFiguresWorker } from './reports/figures-worker.ts';

/** Wiring: starts everything and ends it. */

const SHUTDOWN_GRACE_MS = 10_000;
const LAW_READ_EVERY_MS = 5_000;
const UPKEEP_EVERY_MS = 60 * 60 * 1000;
/** How long an answer is kept for whoever repeats a request with its Idempotency-Key. */
const ANSWERS_KEPT = Temporal.Duration.from({ hours: 30 * 24 });
/** Of tries at what can be guessed, these many are remembered, and places for as long after the last sign-in there. */
const MOST_TRIES = 100_000;
const PLACES_KEPT = Temporal.Duration.from({ hours: 180 * 24 });

interface Running {
  stop(): Promise<void>;
}

const open = (environment: Environment): Promise<Database> =>
  openDatabase(
    environment.database.kind === 'server'
      ? { databaseUrl: environment.database.url }
      : { dataDir: environment.dataDir },
  );

async function start(environment: Environment, log: Log): Promise<Running> {
  const db = await open(environment);
  await migrate(db);
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
  });
  const server = await serve(
    environment,
    parts,
    law,
    delivery,
    reminders,
    paying,
    virtual,
    async () => stands && (await answers(db)),
    log,
  );
  const worker = environment.role === 'web' ? null : startClockWorker(parts, clockLog(log));
  const figures = environment.role === 'web' ? null : startFiguresWorker(laws, (error) => log.fault(error));
  const readLaw = environment.role === 'web' ? shelf.refresh : law.lawDesk.follow;
  const upkeep = keepUp(parts, readLaw, log);
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
      clearInterval(upkeep.law);
      clearInterval(upkeep.hourly);
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
  const { layDemoData } = await import('./demo/lay-demo-data.ts');
  await layDemoData({ ...parts, now: await parts.clock.now() });
}

/** A worker listens only where it was given a port, for health and metrics alone. */
async function serve(
  environment: Environment,
  parts: CaseworkParts,
  law: AdministrationServices,
  delivery: Delivery,
  reminders: Reminders,
  paying: PaymentServices,
  virtual: VirtualClock | null,
  ready: () => Promise<boolean>,
  log: Log,
): Promise<Listening | null> {
  const { role, portIsNamed, host, port, trustedProxies } = environment;
  if (role === 'worker' && !portIsNamed) return null;
  const { db, clock, lawBook } = parts;
  const watched = { ready, timersBehind: timersBehind(db, clock), log };
  if (role === 'worker') return listen(createHealth(watched), host, port);
  const demo = environment.demo !== 'none';
  const identity = createIdentity({ db, demo });
  const shared = {
    letterDesk: delivery.desk,
    reminderDesk: reminders.desk,
    ...paying,
    subUsers: createSubUsers({ db }),
    mailer: delivery.mailer,
    casework: createCasework(parts),
    identity,
    myData: createMyData({ db, identity, clock, book: lawBook }),
    passwordReset: createPasswordReset({ db, identity }),
    publicUrl: environment.publicUrl,
    overview: createOverview(parts),
    book: lawBook,
    clock,
    limits: rateLimits(demo, environment),
    log,
  };
  const moveClock =
    virtual &&
    ((to: Temporal.Instant) =>
      moveThrough(parts, virtual.moveTo, to, clockLog(log), inOrder(delivery, reminders)));
  const signInMethods = await openSignInMethods(environment);
  const portal = createPortal({ ...law, ...shared, db, demo, secure: environment.production, signInMethods });
  const api = createApi({ ...watched, ...law, ...shared, db, moveClock, trustedProxies }, [portal]);
  return listen(api, host, port);
}

const virtualClockOf = async ({ clock }: Environment, db: Database): Promise<VirtualClock | null> =>
  clock.kind === 'virtual' ? virtualClock(db, clock.start ?? Temporal.Now.instant()) : null;

async function answers(db: Database): Promise<boolean> {
  try {
    await db.query('select 1');
    return true;
  } catch {
    return false;
  }
}

/** The reasons of a failed deadline stand in the database, where staff read them; they may quote what people wrote. */
const clockLog = (log: Log) => ({
  warn(details: object, message: string): void {
    const { caseId, deadline } = details as { caseId?: string; deadline?: string };
    log.said(message, { ...(caseId ? { caseId } : {}), ...(deadline ? { deadline } : {}) });
  },
});

/** Why a letter could not be sent stands with the letter; it may quote its recipient. */
const deliveryLog = (log: Log) => ({
  warn: (details: Readonly<Record<string, string>>, message: string): void => log.said(message, details),
});

function keepUp(
  parts: CaseworkParts,
  readLaw: () => Promise<unknown>,
  log: Log,
): { law: NodeJS.Timeout; hourly: NodeJS.Timeout } {
  const told = (error: unknown): void => log.fault(error);
  return {
    law: setInterval(() => void readLaw().catch(told), LAW_READ_EVERY_MS),
    hourly: setInterval(() => void forgetWhatIsOld(parts.db, parts.clock).catch(told), UPKEEP_EVERY_MS),
  };
}

async function forgetWhatIsOld(db: Database, clock: Clock): Promise<void> {
  await deleteAnswersBefore(db, (await clock.now()).subtract(ANSWERS_KEPT).toString());
  const realTime = Temporal.Now.instant();
  await clearTries(db, realTime.toString(), MOST_TRIES);
  await deletePlacesUnusedSince(db, realTime.subtract(PLACES_KEPT).toString());
}

function announce({ demo, role }: Environment, server: Listening | null): void {
  const lines = [server ? `Pieslēgums: ${server.address}` : `Pieslēgums: ${role}`];
  if (demo !== 'none' && server) {
    const names = DEMO_ACCOUNTS.map(({ username }) => username).join(', ');
    lines.push(`Demo accounts (password ${DEMO_PASSWORD}): ${names}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The first signal lets everything that was begun end; a second one does not wait. */
function endOnSignals(running: Running, log: Log): void {
  let ending = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(1);
      ending = true;
      log.said('stopping', { signal });
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.fault(error);
          process.exit(1);
        },
      );
    });
  }
}

async function administer(environment: Environment, args: readonly string[]): Promise<number> {
  const db = await open(environment);
  try {
    await migrate(db);
    return await runAdmin(args, db, { input: process.stdin, output: process.stdout });
  } finally {
    await db.close();
  }
}

/** What is wrong at the start is the installer's to mend, and is said in words. */
function reasonsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n  ${reasonsOf(error.cause)}`;
}

/** Does what the command line asks for. */
export async function runProduct(
  [command, ...args]: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  try {
    await run(command, args, readEnvironment(variables));
  } catch (error) {
    process.stderr.write(`${reasonsOf(error)}\n`);
    process.exitCode = 1;
    // What had been opened before the failure must not keep the process alive.
    setTimeout(() => process.exit(1), 100).unref();
  }
}

async function run(
  command: string | undefined,
  args: readonly string[],
  environment: Environment,
): Promise<void> {
  if (command === 'admin') {
    process.exitCode = await administer(environment, args);
    return;
  }
  const log = createLog(environment.logLevel);
  process.on('uncaughtException', (error) => {
    log.fault(error);
    process.exit(1);
  });
  endOnSignals(await start(environment, log), log);
}
