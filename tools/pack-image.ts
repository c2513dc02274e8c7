/** `npm run db:image`, after PGlite or a migration has changed: packs the database that a first start unpacks. */

import { databaseOn } from '../db/embedded.ts';
import { keepImage } from '../db/image.ts';
import { migrate } from '../db/migrate.ts';
import { PGlite } from '../db/pglite.ts';

const engine = await PGlite.create({ startParams: [...PGlite.defaultStartParams] });
const database = databaseOn(engine, () => undefined);
await migrate(database);
await engine.exec('vacuum (analyze)');
await engine.exec('checkpoint');
const file = await keepImage(await engine.dumpDataDir('none'));
await database.close();
process.stdout.write(`${file}\n`);
