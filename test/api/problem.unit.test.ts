import { describe, expect, test } from 'vitest';
import { DatabaseUnavailable } from '../../db/errors.ts';
import { describe as describeError } from '../../src/http/log.ts';
import { problemOf, refusalOrFault } from '../../src/http/problem.ts';
import { day } from '../../src/law/days.ts';
import { Refusal, type RefusalKind } from '../../src/law/refusal.ts';
import { say } from '../../src/law/words.ts';

const REQUEST = '6f0c9d3e-0000-4000-8000-000000000000';
const refusal = (kind?: RefusalKind) =>
  new Refusal({
    code: 'annulment.too-early',
    ...(kind ? { kind } : {}),
    clause: 'II.11.3',
    detail: say('Brīdinājuma termiņš vēl rit.', 'The warning still runs.'),
    allowedFrom: day('2025-04-21'),
    errors: [{ field: 'on', message: say('par agru', 'is too early') }],
  });

describe('a refusal over HTTP (RFC 9457)', () => {
  test('tells type, title, status, detail, clause, the first lawful day and the fields', () => {
    expect(problemOf(refusal(), 'en', REQUEST)).toEqual({
      type: 'urn:pieslegums:problem:annulment.too-early',
      title: 'Not possible now',
      status: 409,
      detail: 'The warning still runs.',
      instance: `urn:uuid:${REQUEST}`,
      clause: 'II.11.3',
      allowedFrom: '2025-04-21',
      errors: [{ field: 'on', message: 'is too early' }],
    });
  });

  test('speaks Latvian where Latvian is asked for', () => {
    expect(problemOf(refusal(), 'lv', REQUEST)).toMatchObject({
      title: 'Pašlaik nav iespējams',
      detail: 'Brīdinājuma termiņš vēl rit.',
      errors: [{ field: 'on', message: 'par agru' }],
    });
  });

  test.each([
    ['invalid', 422],
    ['not-possible', 409],
    ['forbidden', 403],
    ['not-found', 404],
  ] as const)('%s is answered %i', (kind, status) => {
    expect(problemOf(refusal(kind), 'en', REQUEST).status).toBe(status);
  });
});

describe('a fault over HTTP', () => {
  const answered = (error: unknown) => problemOf(refusalOrFault(error), 'en', REQUEST);

  test('a database that cannot be reached is 503, and says when nothing was stored', () => {
    expect(answered(new DatabaseUnavailable(new Error('x'), false))).toMatchObject({
      status: 503,
      type: expect.stringContaining('database-away'),
    });
  });

  test('a commit whose answer never came is 503, and says that the outcome is not known', () => {
    expect(answered(new DatabaseUnavailable(new Error('x'), true))).toMatchObject({
      status: 503,
      type: expect.stringContaining('outcome-unknown'),
    });
  });

  test('the same where the query builder has wrapped it', () => {
    const away = new DatabaseUnavailable(new Error('Connection terminated'), false);
    expect(answered(new Error('Failed query', { cause: away }))).toMatchObject({
      status: 503,
      type: expect.stringContaining('database-away'),
    });
  });

  test('a full disk is 503: nothing was stored, and it can be tried again', () => {
    const full = Object.assign(new Error('could not extend file'), { code: '53100' });
    expect(answered(full)).toMatchObject({ status: 503, type: expect.stringContaining('database-away') });
  });

  test('a driver’s own connection error is 503 too', () => {
    const broken = Object.assign(new Error('terminating connection'), { code: '57P01' });
    expect(answered(new Error('Failed query', { cause: broken })).status).toBe(503);
  });

  test('a value that no column keeps is 422, since it came from outside', () => {
    const overflow = Object.assign(new Error('date out of range: "0000-01-01"'), { code: '22008' });
    expect(answered(new Error('Failed query', { cause: overflow })).status).toBe(422);
  });

  test('anything unexpected is 500 and tells nothing of its inside', () => {
    const problem = answered(new Error('Failed query: insert into cases … params: Anna Ozoliņa'));
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem)).not.toContain('Anna');
  });
});

describe('the log of a fault', () => {
  test('names error, code and places, never the message that may quote what somebody wrote', () => {
    const cause = Object.assign(new Error('Key (email)=(anna@piemers.example) already exists'), {
      code: '23505',
    });
    const described = describeError(
      new Error('Failed query, params: Anna Ozoliņa\n    at the address Brīvības 1', { cause }),
    );
    expect(JSON.stringify(described)).not.toMatch(/anna|Brīvības/i);
    expect(described).toMatchObject({ name: 'Error', cause: { code: '23505' } });
    expect(described.at[0]).toContain('problem.unit.test.ts');
  });
});
