import { dbos } from './dbos.ts';
import { graphileWorker } from './graphile-worker.ts';
import { pgBoss } from './pg-boss.ts';
import { restate } from './restate.ts';
import { isInstalled, type Rival } from './rival.ts';

const PACKAGES: ReadonlyMap<string, Rival> = new Map([
  ['@dbos-inc/dbos-sdk', dbos],
  ['@restatedev/restate-sdk', restate],
  ['pg-boss', pgBoss],
  ['graphile-worker', graphileWorker],
]);

/** Those of the named that are installed here; `npm ci --prefix bench/rivals` installs all of them. */
export const rivalsNamed = (names: readonly string[]): readonly Rival[] =>
  [...PACKAGES].flatMap(([name, rival]) =>
    names.includes(rival.name.toLowerCase()) && isInstalled(name) ? [rival] : [],
  );

export const EVERY_RIVAL = [...PACKAGES.values()].map(({ name }) => name.toLowerCase());
