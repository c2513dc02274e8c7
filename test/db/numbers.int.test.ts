import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lockCases } from '../../db/cases.ts';
import { commitSteps } from '../../db/commit.ts';
import { drawNumbers } from '../../db/numbers.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { after, anInvoice, created } from './a-step.ts';

describeOnBothDatabases('numbers', (database) => {
  test('begin at 1, go on by one, and each series for itself', async () => {
    expect(await drawNumbers(database(), 'a')).toBe(1);
    expect(await drawNumbers(database(), 'a', 3)).toBe(2);
    expect(await drawNumbers(database(), 'a')).toBe(5);
    expect(await drawNumbers(database(), 'b')).toBe(1);
  });

  test('II.10: invoice numbers have no gap, although half of those who drew one rolled back', async () => {
    const cases = Array.from({ length: 40 }, () => created());
    await commitSteps(database(), cases);
    const invoice = async (i: number) =>
      database().transaction(async (tx) => {
        await lockCases(tx, [cases[i]!.caseId]);
        const number = await drawNumbers(tx, 'invoice-2025');
        if (i % 4 === 0) await pause(2);
        await commitSteps(tx, [
          after(cases[i]!, { invoices: [anInvoice(`R-${String(number).padStart(6, '0')}`)] }),
        ]);
        if (i % 2 === 0) throw new Error('decided otherwise');
      });
    const outcomes = await Promise.allSettled(cases.map((_, i) => invoice(i)));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(20);
    const rows = await database().query<{ number: string }>(
      `select number from invoices where number like 'R-%' order by 1`,
    );
    expect(rows.map((row) => row.number)).toEqual(
      Array.from({ length: 20 }, (_, i) => `R-${String(i + 1).padStart(6, '0')}`),
    );
    expect(await drawNumbers(database(), 'invoice-2025')).toBe(21);
  });
});
