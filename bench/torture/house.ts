import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { moveClock, readClock } from '../../db/clock.ts';
import { type Database, openDatabase } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import type { Stage } from './faults.ts';
import { type Member, type ProductProcess, startMember } from './fleet.ts';
import type { Options } from './options.ts';
import { startTorturedPostgres } from './postgres.ts';
import { mountQuota, type Quota } from './quota.ts';
import { startRelay } from './relay.ts';
import { BEGIN } from './time.ts';
import { startWire, type Wire } from './wire.ts';
import { askWitness, callWitness } from './witness.ts';

/** Where a storm takes place: the data, the relay, the wires and the processes. */
export interface House {
  readonly stage: Stage;
  /** Those that answer requests. */
  readonly webs: readonly ProductProcess[];
  /** Moves time by itself: nobody is asked, whoever is there sees that it is later. False where only the product can. */
  readonly letTimePass: ((to: Temporal.Instant) => Promise<void>) | null;
  /** Opens the data beside the product; the embedded ones only when it has been stopped. */
  open(): Promise<Database>;
  readonly databaseFlags: readonly string[];
  /** Events by the process that wrote them; null: there is one process only. */
  writtenBy(): Promise<Record<string, number> | null>;
  /** Faults that this machine does not allow, with the reason. */
  readonly skipped: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** A little longer than a letter may be in one hand. */
const LEASE_OVER = Temporal.Duration.from({ minutes: 11 });

async function letLeasesEnd(db: Database): Promise<void> {
  const now = await readClock(db);
  if (now) await moveClock(db, Temporal.Instant.from(now).add(LEASE_OVER).toString());
}

/** null: this machine has no PostgreSQL. */
export async function serverHouse({ webs, workers }: Options): Promise<House | null> {
  const postgres = await startTorturedPostgres();
  if (!postgres) return null;
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query('create database product');
  await admin.end();
  const urlAt = (port: number, name: string) =>
    `postgres://postgres@127.0.0.1:${port}/product?application_name=${name}`;
  const direct = urlAt(postgres.port, 'outside');
  const db = await openDatabase({ databaseUrl: direct, poolSize: 2 });
  await migrate(db);
  await moveClock(db, BEGIN.toString());
  await callWitness(direct);

  const relay = await startRelay();
  const wires = new Map<string, Wire>();
  const start = async (role: Member['role'], count: number): Promise<ProductProcess[]> => {
    const started: ProductProcess[] = [];
    for (let index = 1; index <= count; index += 1) {
      const name = `${role}-${index}`;
      const wire = await startWire(() => postgres.port);
      wires.set(name, wire);
      const environment = { DATABASE_URL: urlAt(wire.port, name), SMTP_URL: relay.urlFor(name) };
      started.push(startMember({ name, role, environment }));
    }
    return started;
  };
  const asked = await start('web', webs);
  const processes = [...asked, ...(await start('worker', workers))];
  /** The connection of the onlooker is struck like any other; time then simply passes a little later. */
  const patiently = async (work: () => Promise<unknown>): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      try {
        await work();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  return {
    stage: {
      processes,
      relay,
      wires,
      postgres,
      quota: null,
      leasesEnd: () => patiently(() => letLeasesEnd(db)),
    },
    webs: asked,
    letTimePass: (to) => patiently(() => moveClock(db, to.toString())),
    open: async () => openDatabase({ databaseUrl: direct, poolSize: 2 }),
    databaseFlags: ['--database-url', direct],
    writtenBy: () => askWitness(direct),
    skipped: { 'fill-disk': 'is a fault of the embedded database’s folder' },
    async remove() {
      await Promise.all(processes.map((one) => one.stop()));
      await relay.stop();
      for (const wire of wires.values()) await wire.stop();
      await db.close();
      await postgres.stop();
    },
  };
}

export async function embeddedHouse(): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pieslegums-torture-data-'));
  const mounted = await mountQuota(dataDir);
  const quota: Quota | null = typeof mounted === 'string' ? null : mounted;
  const relay = await startRelay();
  const environment = {
    DATA_DIR: dataDir,
    SMTP_URL: relay.urlFor('product'),
    CLOCK_START: BEGIN.toString(),
  };
  const product = startMember({ name: 'product', role: 'all', environment });
  const open = async () => openDatabase({ dataDir });
  return {
    stage: {
      processes: [product],
      relay,
      wires: new Map(),
      postgres: null,
      quota,
      async leasesEnd() {
        const db = await open();
        await letLeasesEnd(db).finally(() => db.close());
      },
    },
    webs: [product],
    letTimePass: null,
    open,
    databaseFlags: ['--data-dir', dataDir],
    writtenBy: async () => null,
    skipped: typeof mounted === 'string' ? { 'fill-disk': mounted } : {},
    async remove() {
      await product.stop();
      await relay.stop();
      await quota?.remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
