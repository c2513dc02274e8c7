/** A process that commits one step after another and says the number of each that was answered, until it is killed. */
import { commitSteps } from '../../db/commit.ts';
import { openDatabase } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { drawNumbers } from '../../db/numbers.ts';
import { aDeadline, aNotice, anInvoice, created } from './a-step.ts';

const [where, round] = process.argv.slice(2) as [string, string];
const database = await openDatabase(
  where.startsWith('postgres:') ? { databaseUrl: where } : { dataDir: where },
);
await migrate(database);
process.stdout.write('ready\n');
for (let k = 0; ; k += 1) {
  const step = created({ deadlines: [aDeadline('offer')], notices: [aNotice('1-1')] });
  if (k % 3 === 0) {
    await database.transaction(async (tx) => {
      const number = await drawNumbers(tx, 'invoice');
      await commitSteps(tx, [{ ...step, invoices: [anInvoice(String(number))] }]);
    });
  } else {
    await commitSteps(database, [step]);
  }
  process.stdout.write(`${round} ${step.caseId}\n`);
}
