import { runAdmin } from '../commands/admin/admin.ts';
import type { Environment } from '../environment/environment.ts';
import { readEnvironment } from '../environment/read-environment.ts';
import { createLog, type Log } from '../http/log.ts';
import { breakGlass } from './break-glass.ts';
import { openMigrated } from './database.ts';
import { reasonsOf } from './reasons.ts';
import { type Running, start } from './start.ts';

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
  if (command === 'admin' || command === 'break-glass') {
    process.exitCode = await atTheConsole(command, environment, args);
    return;
  }
  const log = createLog(environment.logLevel);
  process.on('uncaughtException', (error) => {
    log.fault(error);
    process.exit(1);
  });
  endOnSignals(await start(environment, log), log);
}

async function atTheConsole(
  command: 'admin' | 'break-glass',
  environment: Environment,
  args: readonly string[],
): Promise<number> {
  const db = await openMigrated(environment);
  try {
    if (command === 'break-glass') return await breakGlass(environment, args, db);
    return await runAdmin(args, db, { input: process.stdin, output: process.stdout });
  } finally {
    await db.close();
  }
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
