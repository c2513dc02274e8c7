import { chmod, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../../db/database.ts';
import { archiveOf } from './entries.ts';
import { BackupRefused } from './format.ts';

/** Backups of a database that the product runs on. The product itself gives them, over a socket in the folder of the
 *  database: who may read the files may ask. */

/** null: the system would cut the path off at 104 or 108 bytes and take another file for it. */
function socketIn(dataDir: string): string | null {
  const socket = join(dataDir, 'backup.sock');
  return Buffer.byteLength(socket) <= 100 ? socket : null;
}

/** Beside the database, so that a copy can share its blocks. */
const COPY = 'backup.unfinished';

export interface BackupGiver {
  stop(): Promise<void>;
}

/** Gives a backup to everybody who asks, one after the other. null: this database is no folder, or one too deep for a
 *  socket. */
export async function giveBackups(
  db: Database,
  dataDir: string,
  told: (error: unknown) => void,
): Promise<BackupGiver | null> {
  const { copyTo } = db;
  const socket = socketIn(dataDir);
  if (!copyTo || socket === null) return null;
  const copy = join(dataDir, COPY);
  // What a product that died left.
  await rm(copy, { recursive: true, force: true }).catch(told);
  await rm(socket, { force: true }).catch(told);

  async function give(response: ServerResponse): Promise<void> {
    try {
      await rm(copy, { recursive: true, force: true });
      const release = await copyTo!(copy);
      await pipeline(archiveOf(copy, release), response);
    } catch (error) {
      // Cut off rather than ended: what has arrived so far is no backup.
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(error instanceof Error ? error.message : String(error));
      told(error);
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  }
  let given: Promise<void> = Promise.resolve();
  const server = createServer((_request, response) => {
    given = given.then(() => give(response)).catch(told);
  });
  server.on('error', told);
  const listens = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(socket, () => resolve(true));
  });
  if (listens) await chmod(socket, 0o600);
  return {
    async stop() {
      server.close();
      server.closeAllConnections();
      await given;
    },
  };
}

/** The archive of the database that the product runs on just now; null: it does not run there.
 *  @throws BackupRefused where it runs and cannot give one */
export async function archiveOfRunning(dataDir: string): Promise<Readable | null> {
  const socketPath = socketIn(dataDir);
  if (socketPath === null) return null;
  const response = await new Promise<IncomingMessage | null>((resolve, reject) => {
    const asked = request({ socketPath }, resolve);
    asked.on('error', (error: NodeJS.ErrnoException) =>
      NOBODY_THERE.has(error.code ?? '') ? resolve(null) : reject(error),
    );
    asked.end();
  });
  if (response === null || response.statusCode === 200) return response;
  throw new BackupRefused(`The product could not give a backup: ${await text(response)}`);
}

/** Nobody has run there yet; who did is gone. */
const NOBODY_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ECONNREFUSED']);
