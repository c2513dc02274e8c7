import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  bothAgree,
  building,
  buildingUnpaid,
  completed,
  debtWarned,
  given,
  objected,
  offerIssued,
  type Part,
  paid,
  ready,
  rejected,
  resumed,
  type Story,
  signed,
  signedContract,
  suspended,
  until,
  untold,
} from '../../builders/index.ts';
import { BEGINNINGS } from '../walk/beginnings.ts';
import { recordedOf } from '../walk/recorded.ts';
import { take } from '../walk/walk.ts';
import { retold } from './replay-elsewhere.ts';

/** ADR 0001: the same event log with another server time zone gives the same dates. */

/** Acts around midnight in Riga and over both clock changes, where a server elsewhere has another day. */
const TOLD: readonly (readonly Part[])[] = [
  [
    offerIssued('2025-03-10T00:05'),
    objected('2025-04-09T23:59'),
    rejected('2025-04-10T00:00'),
    until('2025-06-01'),
  ],
  [
    offerIssued('2025-10-01T23:55'),
    signed('2025-10-25T23:59', 'customer'),
    signed('2025-10-26T22:30:00Z', 'operator'),
  ],
  [offerIssued('2024-02-10', { channel: 'post' }), paid('2024-03-18T23:59')],
  [signedContract('2024-12-11', { paymentDueOn: '2025-01-10' }), until('2025-02-01')],
  [
    building('2025-03-10'),
    suspended('2025-10-25T23:30', 'digging-ban'),
    resumed('2025-10-27T00:10', 'digging-ban'),
  ],
  [buildingUnpaid('2025-03-10'), debtWarned('2025-06-01T00:00'), until('2025-07-01')],
  [completed('2025-03-10', '2025-08-10'), ready('2025-08-20T23:59')],
  [
    building('2025-03-10'),
    bothAgree('2025-05-01T00:00', 'term.extended', { termOn: '2026-03-29', agreement: 'later' }),
  ],
];

/** Histories that nobody would think of: walks of fixed seeds. */
const walked: readonly Story[] = Object.values(BEGINNINGS).map((begin, k) => {
  let story = begin(untold());
  for (let move = 0; move < 25; move++) story = take(story, { seed: 1000 * k + move, days: move % 7 }).after;
  return story;
});

const histories = [...TOLD.map((parts) => given(...parts)), ...walked].map(({ happened }) =>
  recordedOf(happened),
);
const here = JSON.stringify(histories.map(retold));
const script = fileURLToPath(new URL('./replay-elsewhere.ts', import.meta.url));

test.each([['Pacific/Auckland'], ['America/Los_Angeles'], ['Asia/Kathmandu']])(
  'a server in %s replays the same states, deadlines and timers',
  (timeZone) => {
    const printed = execFileSync(process.execPath, [script], {
      input: JSON.stringify(histories),
      env: { ...process.env, TZ: timeZone },
      maxBuffer: 2 ** 28,
    });
    const { offset, told } = JSON.parse(printed.toString('utf8')) as { offset: number; told: unknown[] };
    expect(offset, 'the child stands elsewhere').not.toBe(new Date().getTimezoneOffset());
    expect(JSON.stringify(told)).toBe(here);
  },
  60_000,
);
