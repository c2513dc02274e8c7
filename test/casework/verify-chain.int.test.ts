import { beforeEach, describe, expect, test } from 'vitest';
import { commitSteps } from '../../db/commit.ts';
import type { Database } from '../../db/database.ts';
import { historyHead, sealHistory } from '../../db/history-chain.ts';
import { verifyChain } from '../../src/casework/verify/chain.ts';
import { chainHolds, toldOfChain } from '../../src/casework/verify/chain-report.ts';
import { aCase, anEvent, created } from '../db/a-step.ts';
import { behindTheGuard } from '../support/behind-the-guard.ts';
import { describeOnBothDatabases } from '../support/database.ts';

/** Whoever owns the tables can take a guard away and put it back. What was done meanwhile is found. */
const pastTheGuard = (database: Database, ...changes: readonly string[]): Promise<void> =>
  behindTheGuard(database, ['history', 'history_seals'], ...changes);

/** Keys out of order, and letters that are more than one byte. */
const ODD = { b: 1, a: 'ā', quote: '"\\', nested: [null, { z: 1.5, y: '🙂' }] };

describeOnBothDatabases('the chain of history', (database) => {
  let id: string;
  let number: string;
  /** A case of five events, stored by three steps. */
  async function aLife(): Promise<void> {
    const step = created();
    id = step.caseId;
    number = step.case.number;
    await commitSteps(database(), [step]);
    for (const seqs of [
      [2, 3],
      [4, 5],
    ])
      await commitSteps(database(), [
        {
          ...step,
          expectedVersion: seqs[0]! - 1,
          case: aCase({ number, version: seqs[1]! }),
          history: seqs.map((seq) => anEvent(seq, { type: `event-${seq}`, data: ODD, clause: null })),
        },
      ]);
  }
  beforeEach(aLife);

  const broken = async () => (await verifyChain(database()))!.broken.filter(({ caseId }) => caseId === id);
  const ofCase = () => `case_id = '${id}'`;

  describe('holds', () => {
    test('for what was stored, sealed or not, and tells how far it is sealed', async () => {
      const before = (await verifyChain(database()))!;
      expect(before.broken).toEqual([]);
      expect(before.unsealed).toBeGreaterThanOrEqual(5);
      expect(await sealHistory(database())).toBe(before.unsealed);
      expect(await sealHistory(database())).toBe(0);
      const after = (await verifyChain(database()))!;
      expect(after).toMatchObject({ broken: [], unsealed: 0, events: before.events });
      expect(await historyHead(database())).toEqual(after.head);
      expect(toldOfChain(after, null)).toContain('Every link holds.');
    });

    test('for whatever hash came along: the database writes its own', async () => {
      await database().query(
        `insert into history (case_id, seq, type, at, actor, role, data, status, hash)
         values ($1, 6, 'x', now(), 'a', 'b', '{}', 'received', '\\x00')`,
        [id],
      );
      expect(await broken()).toEqual([]);
    });
  });

  test('an event that has none before it is refused', async () => {
    const insert = (seq: number) =>
      database().query(
        `insert into history (case_id, seq, type, at, actor, role, data, status)
         values ($1, ${seq}, 'x', now(), 'a', 'b', '{}', 'received')`,
        [id],
      );
    await expect(insert(7)).rejects.toThrow(/has none before it/);
    await expect(insert(0)).rejects.toThrow(/has none before it/);
  });

  describe.each([true, false])('sealed: %s', (sealed) => {
    beforeEach(async () => {
      if (sealed) await sealHistory(database());
    });

    test.each([
      ['who did it', `actor = 'somebody else'`, 3],
      ['when', `at = at + interval '1 microsecond'`, 3],
      ['what was said', `data = '{"a":1}'`, 3],
      ['the order of its keys alone', `data = (data::jsonb)::text::json`, 3],
      ['nothing into something', `clause = 'II.1'`, 3],
      ['its type', `type = 'offer.issued'`, 3],
    ])('a changed event is found: %s', async (_what, change, seq) => {
      await pastTheGuard(database(), `update history set ${change} where ${ofCase()} and seq = ${seq}`);
      expect(await broken()).toMatchObject([{ number, seq }]);
    });

    test('a removed event is found', async () => {
      await pastTheGuard(database(), `delete from history where ${ofCase()} and seq = 3`);
      expect(await broken()).toMatchObject([{ number, seq: 3, what: expect.stringMatching(/is missing$/) }]);
    });

    test('a removed event is found where the later ones moved up', async () => {
      await pastTheGuard(
        database(),
        `delete from history where ${ofCase()} and seq = 3`,
        `update history set seq = seq - 1 where ${ofCase()} and seq = 4`,
        `update history set seq = seq - 1 where ${ofCase()} and seq = 5`,
      );
      expect(await broken()).toMatchObject([{ number, seq: 3 }]);
    });

    test('events that changed places are found', async () => {
      await pastTheGuard(
        database(),
        `update history set seq = 99 where ${ofCase()} and seq = 3`,
        `update history set seq = 3 where ${ofCase()} and seq = 4`,
        `update history set seq = 4 where ${ofCase()} and seq = 99`,
      );
      expect(await broken()).toMatchObject([{ number, seq: 3 }]);
    });

    test('the last events, and a whole case, are missed', async () => {
      await pastTheGuard(database(), `delete from history where ${ofCase()} and seq > 3`);
      expect(await broken()).toMatchObject([{ number, seq: 5, what: expect.stringMatching(/is missing$/) }]);
      await pastTheGuard(
        database(),
        `delete from history where ${ofCase()}`,
        `delete from cases where id = '${id}'`,
      );
      expect(await broken()).toMatchObject([{ number: null, caseId: id }]);
    });

    test('an event that was put at the end past the guard is found', async () => {
      await pastTheGuard(
        database(),
        `insert into history select case_id, 6, 'x', at, actor, role, clause, data, status, hash
         from history where ${ofCase()} and seq = 5`,
      );
      expect(await broken()).toMatchObject([{ number, seq: 6 }]);
    });

    test('a case that was written anew, every link right in itself, is found', async () => {
      await pastTheGuard(
        database(),
        `update history set actor = 'somebody else' where ${ofCase()} and seq = 4`,
        `update history h set hash = history_link((select p.hash from history p where p.${ofCase()} and p.seq = 3), h)
         where ${ofCase()} and seq = 4`,
        `update history h set hash = history_link((select p.hash from history p where p.${ofCase()} and p.seq = 4), h)
         where ${ofCase()} and seq = 5`,
      );
      expect(await broken()).toMatchObject([{ number, seq: 5, what: expect.stringContaining('anew') }]);
    });
  });
});

describeOnBothDatabases('the chain over all cases', (database) => {
  const aLife = () => commitSteps(database(), [created(), created()]);

  test('a seal that was removed is found, and an anchor shows that all of it was made anew', async () => {
    await aLife();
    await sealHistory(database());
    const anchor = (await historyHead(database())).hash!;
    await aLife();
    await sealHistory(database());
    const whole = (await verifyChain(database(), anchor))!;
    expect(whole).toMatchObject({ broken: [], extends: { hash: anchor } });
    expect(chainHolds(whole, anchor)).toBe(true);
    expect(await verifyChain(database(), 'f'.repeat(64))).toMatchObject({ extends: false });

    await pastTheGuard(database(), `update history_seals set at = at - interval '1 day' where no = 2`);
    expect((await verifyChain(database()))!.broken).toMatchObject([
      { caseId: null, what: 'seal 2 is not the one that was made' },
    ]);
    await pastTheGuard(database(), 'delete from history_seals where no = 1');
    expect((await verifyChain(database()))!.broken).toContainEqual(
      expect.objectContaining({ caseId: null, what: 'seal 1 is missing' }),
    );

    // Every seal made anew over what stands there now: in itself right, and no longer what was told outside.
    await pastTheGuard(
      database(),
      'delete from history_seals',
      'delete from history_unsealed',
      `insert into history_unsealed select distinct on (case_id) case_id, 1, seq, hash from history order by case_id, seq desc`,
      'select seal_history()',
    );
    const anew = (await verifyChain(database(), anchor))!;
    expect(anew.extends).toBe(false);
    expect(chainHolds(anew, anchor)).toBe(false);
    expect(toldOfChain(anew, anchor)).toContain(`does not go on from the head ${anchor}`);
  });

  test('a database of an earlier release says that it is not chained', () => {
    expect(toldOfChain(null, null)).toContain('not chained');
  });
});
