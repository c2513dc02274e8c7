import { expect, test } from 'vitest';
import { CursorIsUnknown } from '../../db/case-cursor.ts';
import type { CaseFilter } from '../../db/case-filter.ts';
import { type Bounds, type CasePage, countCases, listCases } from '../../db/case-list.ts';
import { casesOfObject, casesOfProject, findCaseByNumber } from '../../db/cases.ts';
import { commitSteps, type StepCase } from '../../db/commit.ts';
import type { Database } from '../../db/connect.ts';
import { everyCaseId } from '../../db/history.ts';
import { type HeldPage, heldCases } from '../../db/holds.ts';
import { wordsOf } from '../../db/words.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { aCase, aDeadline, after, anEvent, created } from './a-step.ts';

const STATUSES = ['received', 'evaluating', 'offered', 'in-force', 'closed'];
const AWAITS = ['operator', 'customer', 'nobody'];

const SEEN: readonly (Partial<StepCase> & { name: string })[] = Array.from({ length: 60 }, (_, i) => ({
  name: i % 2 === 0 ? `Jānis Bērziņš ${i}` : `Zane Kļaviņa ${i}`,
  number: `P-${String(i).padStart(3, '0')}`,
  status: STATUSES[i % 5]!,
  awaits: AWAITS[i % 3]!,
  queueOn: i % 4 === 0 ? null : `2025-04-${String(1 + ((i * 7) % 28)).padStart(2, '0')}`,
  overdue: i % 10 === 1,
  ownerAccount: i % 6 === 0 ? 'account-1' : null,
  partyCode: i % 15 === 0 ? '010186-12345' : null,
  objectKey: `object-${i % 20}`,
  projectId: i % 30 === 0 ? 'project-1' : null,
}));

/** What each case has of deadlines: one that many have, one that few have, and one that was met or missed. */
const DEADLINES = (i: number) => [
  aDeadline('term', { state: i % 3 === 0 ? 'void' : 'running', lastDay: '2025-05-01' }),
  ...(i % 10 === 1 ? [aDeadline('complaint-answer', { state: i % 20 === 1 ? 'missed' : 'frozen' })] : []),
  aDeadline('offer', {
    state: i % 6 === 0 ? 'missed' : 'met',
    lastDay: `2025-03-${String(1 + (i % 28)).padStart(2, '0')}`,
    wakeAt: null,
  }),
];

/** As with very many cases: nothing is few, few are asked, everything is many or nothing is. */
const BOUNDS: Readonly<Record<string, Bounds>> = {
  'as delivered': { few: 5_000, asked: 3_000, many: 20_000 },
  'few asked, then collected': { few: 2, asked: 4, many: 1_000 },
  'few asked, then walked to the end': { few: 2, asked: 4, many: 3 },
};

describeOnBothDatabases('the list of cases', (database) => {
  let laid: Promise<void> | undefined;
  const lay = async (): Promise<Database> => {
    laid ??= commitSteps(
      database(),
      SEEN.map(({ name, ...row }, i) =>
        created({
          case: aCase(row),
          words: wordsOf(row.number, name, 'Brīvības iela 15, Rīga'),
          deadlines: DEADLINES(i),
        }),
      ),
    );
    await laid;
    return database();
  };

  const expected = (matches: (row: (typeof SEEN)[number], i: number) => boolean): Set<string> =>
    new Set(SEEN.filter(matches).map((row) => row.number!));

  /** Every page of the list, three cases at a time. */
  const walk = async (filter: CaseFilter, bounds?: Bounds) => {
    const rows = [];
    let cursor: string | undefined;
    do {
      const page: CasePage = await listCases(
        await lay(),
        filter,
        { limit: 3, ...(cursor === undefined ? {} : { cursor }) },
        bounds,
      );
      expect(page.items.length).toBeLessThanOrEqual(3);
      rows.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const places = rows.map((row) => `${row.queueOn ?? '9999'} ${row.id}`);
    expect(places).toEqual(places.toSorted());
    const numbers = rows.map((row) => row.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    return new Set(numbers);
  };

  test.each<[string, CaseFilter, (row: (typeof SEEN)[number], i: number) => boolean]>([
    ['everything', {}, () => true],
    ['one status', { status: ['offered'] }, (row) => row.status === 'offered'],
    [
      'several statuses',
      { status: ['offered', 'closed', 'unknown'] },
      (row) => ['offered', 'closed'].includes(row.status!),
    ],
    ['what awaits the operator', { awaits: 'operator' }, (row) => row.awaits === 'operator'],
    [
      'either of two lists, each case once',
      {
        anyOf: [
          { status: ['offered'] },
          { awaits: 'operator' },
          { status: ['offered', 'closed'], awaits: 'customer' },
        ],
      },
      (row) =>
        row.status === 'offered' ||
        row.awaits === 'operator' ||
        (row.status === 'closed' && row.awaits === 'customer'),
    ],
    [
      'either of two lists with a word of the customer',
      { q: 'kļaviņa', anyOf: [{ status: ['offered'] }, { awaits: 'operator' }] },
      (row) => row.name.startsWith('Zane') && (row.status === 'offered' || row.awaits === 'operator'),
    ],
    [
      'days of the queue',
      { queueFrom: '2025-04-05', queueTo: '2025-04-12' },
      (row) => row.queueOn != null && row.queueOn >= '2025-04-05' && row.queueOn <= '2025-04-12',
    ],
    [
      'a status and who is awaited',
      { status: ['offered'], awaits: 'customer' },
      (row) => row.status === 'offered' && row.awaits === 'customer',
    ],
    ['what is overdue', { overdue: true }, (row) => row.overdue === true],
    ['what is not', { overdue: false }, (row) => row.overdue === false],
    [
      'overdue in a status',
      { overdue: true, status: ['evaluating'] },
      (row) => row.overdue === true && row.status === 'evaluating',
    ],
    ['of an account', { ownerAccount: 'account-1' }, (row) => row.ownerAccount === 'account-1'],
    ['of a party', { partyCode: '010186-12345' }, (row) => row.partyCode === '010186-12345'],
    [
      'mine: of my account or of the party I stand for',
      { mine: { ownerAccount: 'account-1', partyCode: '010186-12345' } },
      (row) => row.ownerAccount === 'account-1' || row.partyCode === '010186-12345',
    ],
    [
      'mine, without a party',
      { mine: { ownerAccount: 'account-1', partyCode: null } },
      (row) => row.ownerAccount === 'account-1',
    ],
    ['words, folded, by prefix', { q: 'BĒRZ jan' }, (_, i) => i % 2 === 0],
    ['words, all of them', { q: 'klavina 15 riga 7' }, (_, i) => i === 7],
    ['words and a status', { q: 'brivibas', status: ['closed'] }, (row) => row.status === 'closed'],
    ['a number', { q: 'P-01' }, (row) => /^P-01/.test(row.number!)],
    ['a deadline that many have open', { deadline: { name: 'term', state: 'open' } }, (_, i) => i % 3 !== 0],
    [
      'the same within some statuses, with a word',
      { q: 'zane', deadline: { name: 'term', state: 'running', within: ['offered', 'closed'] } },
      (row, i) => i % 3 !== 0 && row.name.startsWith('Zane') && ['offered', 'closed'].includes(row.status!),
    ],
    [
      'a deadline that few have open: standing still, or missed where the case is late',
      { deadline: { name: 'complaint-answer', state: 'open' } },
      (_, i) => i % 10 === 1,
    ],
    ['the same, running', { deadline: { name: 'complaint-answer', state: 'running' } }, () => false],
    [
      'deadlines that were missed, the first and the last day included',
      { deadline: { name: 'offer', state: 'missed', from: '2025-03-07', to: '2025-03-19' } },
      (_, i) => i % 6 === 0 && i % 28 >= 6 && i % 28 <= 18,
    ],
    ['deadlines that were met', { deadline: { name: 'offer', state: 'met' } }, (_, i) => i % 6 !== 0],
    [
      'either late or with a deadline, each case once',
      {
        anyOf: [
          { overdue: true },
          { deadline: { name: 'complaint-answer', state: 'open' } },
          { status: ['evaluating'], deadline: { name: 'offer', state: 'missed' } },
          { status: ['received'], awaits: 'operator' },
        ],
      },
      (row, i) =>
        i % 10 === 1 ||
        (row.status === 'evaluating' && i % 6 === 0) ||
        (row.status === 'received' && row.awaits === 'operator'),
    ],
    [
      'mine, with a word and late',
      { mine: { ownerAccount: 'account-1', partyCode: '010186-12345' }, q: 'berzins' },
      (row) =>
        (row.ownerAccount === 'account-1' || row.partyCode === '010186-12345') &&
        row.name.startsWith('Jānis'),
    ],
    ['nothing', { q: 'nekas' }, () => false],
    ['words that are only signs', { q: '%' }, () => false],
    ['blanks', { q: '  ' }, () => true],
  ])('%s, in the order of the queue, page by page', async (_, filter, matches) => {
    for (const [name, bounds] of Object.entries(BOUNDS))
      expect(await walk(filter, bounds), name).toEqual(expected(matches));
  });

  test('a page has its rows whole, and the last one says so', async () => {
    const page = await listCases(await lay(), {}, { limit: 60 });
    expect(page.next).toBeNull();
    expect(page.items).toHaveLength(60);
    expect(page.items[0]).toMatchObject({
      version: 1,
      snapshot: aCase().snapshot,
      createdAt: '2025-03-10T08:00:00Z',
    });
    expect((await listCases(await lay(), {}, { limit: 59 })).next).not.toBeNull();
    expect((await listCases(await lay(), {}, { limit: 0 })).items).toHaveLength(1);
  });

  test.each(['', 'nonsense', Buffer.from("2025-04-01 x' or 1=1").toString('base64url')])(
    'the cursor %j is refused',
    async (cursor) => {
      await expect(listCases(await lay(), {}, { limit: 3, cursor })).rejects.toThrow(CursorIsUnknown);
    },
  );

  test('a case is found by its number, its object and its project', async () => {
    const found = await findCaseByNumber(await lay(), 'P-007');
    expect(found?.number).toBe('P-007');
    expect(await findCaseByNumber(database(), 'P-999')).toBeNull();
    expect((await casesOfObject(database(), 'object-7')).map((row) => row.number).toSorted()).toEqual([
      'P-007',
      'P-027',
      'P-047',
    ]);
    expect((await casesOfProject(database(), 'project-1')).map((row) => row.number).toSorted()).toEqual([
      'P-000',
      'P-030',
    ]);
  });

  test('words that are left out stay, given ones replace', async () => {
    await lay();
    const step = created({ words: ['vecais', 'riga'] });
    await commitSteps(database(), [step]);
    const [second, third] = [after(step), after(after(step), { words: ['jaunais', 'riga'] })];
    const found = async (q: string) =>
      (await listCases(database(), { q }, { limit: 200 })).items.map((row) => row.id);
    await commitSteps(database(), [second]);
    expect(await found('vecais')).toEqual([step.caseId]);
    await commitSteps(database(), [third]);
    expect(await found('vecais')).toEqual([]);
    expect(await found('jaunais riga')).toEqual([step.caseId]);
  });

  test('a walk over all cases meets each once', async () => {
    await lay();
    const ids: string[] = [];
    for await (const batch of everyCaseId(database(), 7)) ids.push(...batch);
    const [{ n } = { n: 0 }] = await database().query<{ n: number }>('select count(*) as n from cases');
    expect(new Set(ids).size).toBe(n);
    expect(ids).toHaveLength(n);
  });

  test('lists are counted in one query, each up to a bound', async () => {
    const db = await lay();
    const filters: CaseFilter[] = [
      {},
      { status: ['offered'] },
      { anyOf: [{ status: ['offered'] }, { awaits: 'operator' }] },
      { queueTo: '2025-04-12' },
      { overdue: true },
      { deadline: { name: 'complaint-answer', state: 'open' } },
      { deadline: { name: 'offer', state: 'missed' } },
      { deadline: { name: 'term', state: 'open' } },
      { status: ['none'] },
      { anyOf: [{ overdue: true }, { deadline: { name: 'complaint-answer', state: 'open' } }] },
    ];
    const listed = await Promise.all(
      filters.map(async (filter) => (await listCases(db, filter, { limit: 200 })).items.length),
    );
    expect(await countCases(db, filters, 1000)).toEqual(listed);
    expect(await countCases(db, filters, 10)).toEqual(listed.map((n) => Math.min(n, 10)));
    expect(await countCases(db, [], 10)).toEqual([]);
  });

  test('holds stand page by page, the oldest first: released ones and ended cases are passed over', async () => {
    const db = await lay();
    const facts = (held: object) => ({
      value: 'x',
      facts: { annulmentHold: null, endingHold: null, ...held },
    });
    const hold = { since: '2025-03-01', by: 'service', reasons: 'Sarunas.' };
    const heldAt = (minute: number) => `2025-03-01T08:0${minute}:00.123456Z`;
    const held = (type: string, minute: number, snapshot: object, status = 'in-force') =>
      created({
        case: aCase({ status, snapshot }),
        history: [anEvent(1), anEvent(2, { type, at: heldAt(minute) })],
      });
    const again = created({
      case: aCase({ status: 'offered', snapshot: facts({ annulmentHold: hold }) }),
      history: [
        anEvent(1, { type: 'annulment.held', at: heldAt(0) }),
        anEvent(2, { type: 'hold.released', at: heldAt(1) }),
        anEvent(3, { type: 'annulment.held', at: heldAt(4) }),
      ],
    });
    const standing = [
      held('ending.held', 1, facts({ endingHold: hold })),
      held('annulment.held', 2, facts({ annulmentHold: hold }), 'offered'),
      held('ending.held', 3, facts({ endingHold: hold })),
      again,
    ];
    await commitSteps(db, [
      ...standing,
      held('ending.held', 1, facts({})),
      held('ending.held', 2, facts({ endingHold: hold }), 'terminated'),
    ]);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: HeldPage = await heldCases(db, { limit: 1, ...(cursor === null ? {} : { cursor }) });
      seen.push(...page.rows.map(({ id, held: what }) => `${what} ${id}`));
      cursor = page.next;
    } while (cursor !== null);
    const kinds = ['ending', 'annulment', 'ending', 'annulment'];
    expect(seen).toEqual(standing.map(({ caseId }, i) => `${kinds[i]} ${caseId}`));
    await expect(heldCases(db, { limit: 1, cursor: 'nonsense' })).rejects.toThrow(CursorIsUnknown);
  });
});
