import { setTimeout as pause } from 'node:timers/promises';
import type { ProductProcess } from './fleet.ts';
import type { TorturedPostgres } from './postgres.ts';
import type { Quota } from './quota.ts';
import type { Random } from './random.ts';
import type { Relay } from './relay.ts';
import type { Wire } from './wire.ts';

/** Everything that a fault can lay hands on. */
export interface Stage {
  readonly processes: readonly ProductProcess[];
  readonly relay: Relay;
  /** The wire of each process to PostgreSQL; none where the database is embedded. */
  readonly wires: ReadonlyMap<string, Wire>;
  readonly postgres: TorturedPostgres | null;
  readonly quota: Quota | null;
  /** Real time goes by while nobody looks: longer than a letter may be in one hand. */
  readonly leasesEnd: () => Promise<void>;
}

export interface Fault {
  readonly name: string;
  readonly possible: (stage: Stage) => boolean;
  /** Ends when the fault is over, and what it struck stands again. */
  readonly strike: (stage: Stage, random: Random) => Promise<void>;
}

const MOMENT = [300, 2_000] as const;

const victims = ({ processes }: Stage, ...roles: readonly ProductProcess['role'][]) =>
  processes.filter(({ role }) => roles.includes(role));

const kill = (name: string, ...roles: readonly ProductProcess['role'][]): Fault => ({
  name,
  possible: (stage) => victims(stage, ...roles).length > 0,
  async strike(stage, random) {
    const struck = random.pick(victims(stage, ...roles));
    await struck.kill(struck.role === 'all' ? stage.leasesEnd : undefined);
    await struck.untilUp();
    if (struck.role !== 'all') await stage.leasesEnd();
  },
});

const smtp = (name: string, begin: (relay: Relay) => void): Fault => ({
  name,
  possible: () => true,
  async strike({ relay }, random) {
    begin(relay);
    await pause(random.whole(...MOMENT));
    relay.mood = 'well';
    relay.wire.mend();
  },
});

export const FAULTS: readonly Fault[] = [
  kill('kill-web', 'web'),
  kill('kill-worker', 'worker'),
  kill('kill-product', 'all'),
  {
    name: 'kill-everyone',
    possible: ({ processes }) => processes.length > 1,
    async strike({ processes, leasesEnd }) {
      await Promise.all(processes.map((one) => one.kill()));
      await Promise.all(processes.map((one) => one.untilUp()));
      await leasesEnd();
    },
  },
  {
    name: 'freeze',
    possible: () => true,
    async strike(stage, random) {
      const thaw = random.pick(stage.processes).freeze();
      // What it has in hand is taken by others, and then it goes on as if nothing had been.
      if (stage.processes.length > 1) await stage.leasesEnd();
      await pause(random.whole(...MOMENT));
      thaw();
    },
  },
  {
    name: 'restart-postgres',
    possible: ({ postgres }) => postgres !== null,
    async strike({ postgres, leasesEnd }, random) {
      await postgres!.restartImmediately(random.whole(0, 1_000));
      await leasesEnd();
    },
  },
  {
    name: 'cut-connections',
    possible: ({ wires }) => wires.size > 0,
    async strike({ wires, leasesEnd }, random) {
      const all = [...wires.values()];
      for (let times = random.whole(1, 4); times > 0; times -= 1) {
        for (const wire of random.chance(0.5) ? all : [random.pick(all)]) wire.cut();
        await pause(random.whole(20, 300));
      }
      await leasesEnd();
    },
  },
  {
    name: 'stall-connections',
    possible: ({ wires }) => wires.size > 0,
    async strike({ wires, leasesEnd }, random) {
      const wire = random.pick([...wires.values()]);
      wire.stall();
      await pause(random.whole(...MOMENT));
      // Half of them never hear what they had asked for.
      if (random.chance(0.5)) wire.cut();
      wire.mend();
      await leasesEnd();
    },
  },
  {
    name: 'fill-disk',
    possible: ({ quota }) => quota !== null,
    async strike({ quota }, random) {
      await quota!.leave(random.whole(0, 256) * 1024);
      await pause(random.whole(...MOMENT));
      await quota!.lift();
    },
  },
  smtp('stall-smtp', (relay) => relay.wire.stall()),
  smtp('refuse-smtp', (relay) => {
    relay.mood = 'refusing';
  }),
  smtp('drop-smtp', (relay) => {
    relay.mood = 'dropping';
  }),
  smtp('close-smtp', (relay) => relay.wire.close()),
];

/** From when to when a fault lasted, of `performance.now()`. */
export interface Struck {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}
