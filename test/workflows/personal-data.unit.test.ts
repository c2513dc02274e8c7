import { describe, expect, test } from 'vitest';
import { deadlinesOf } from '../../workflows/deadlines/index.ts';
import { EVENT_DATA } from '../../workflows/events.ts';
import { situationOf } from '../../workflows/step.ts';
import {
  act,
  applicationWithdrawn,
  dataRequestAnswered,
  dataRequested,
  dataRequestProlonged,
  disclosureNotified,
  drafted,
  factsOf,
  given,
  offerIssued,
  regionsOf,
  statusOf,
  submitted,
  until,
  untold,
  when,
} from '../builders/index.ts';
import { BEGINNINGS } from './walk/beginnings.ts';

const filed = given(submitted('2025-03-10'));

describe('II.9.3: a request about personal data', () => {
  test('is answered within 15 days, as II.16.5 ends before the month of the GDPR', () => {
    const story = when(filed, dataRequested('2025-03-10'));
    expect(story).toHaveDeadline('data-request-answer', {
      lastDay: '2025-03-25',
      awaits: 'operator',
      clause: 'II.16.5',
      state: 'running',
    });
    expect(when(story, dataRequestAnswered('2025-03-25'))).toHaveDeadline('data-request-answer', {
      state: 'met',
    });
    expect(when(story, dataRequestAnswered('2025-03-25'))).toHaveSent('N-GDPR', {
      on: '2025-03-25',
      times: 1,
    });
  });

  test('with extra checks within 30 days, told within the first 15 and once', () => {
    const story = when(filed, dataRequested('2025-03-10'));
    const longer = when(story, dataRequestProlonged('2025-03-25'));
    expect(longer).toHaveDeadline('data-request-answer', { lastDay: '2025-04-09', clause: 'II.16.5' });
    expect(longer).toHaveSent('N-GDPR', { times: 1 });
    expect(when(longer, dataRequestProlonged('2025-03-25'))).toRefuse('data-request.not-to-prolong', {
      clause: 'II.16.5',
    });
    expect(when(story, dataRequestProlonged('2025-03-26'))).toRefuse('data-request.not-to-prolong');
  });

  test.each([
    ['2025-01-31', '2025-02-28', 'II.9.3'],
    ['2025-02-01', '2025-03-01', 'II.9.3'],
    ['2025-04-10', '2025-05-10', 'II.16.5'],
    ['2025-03-10', '2025-04-09', 'II.16.5'],
  ])('GDPR: asked on %s with extra checks, it is answered by %s at the latest', (on, lastDay, clause) => {
    const story = given(submitted(on), dataRequested(on), dataRequestProlonged(on));
    expect(story).toHaveDeadline('data-request-answer', { lastDay, clause });
  });

  test('left unanswered it is a breach that staff see, until the answer', () => {
    const late = given(submitted('2025-03-10'), dataRequested('2025-03-10'), until('2025-03-27'));
    expect(late).toHaveDeadline('data-request-answer', { state: 'missed' });
    const flags = (story: typeof late) => factsOf(story).flags.map(({ name }) => name);
    expect(flags(late)).toContain('data-request-answer-breach');
    const answered = when(late, dataRequestAnswered('2025-03-28'));
    expect(answered).toHaveDeadline('data-request-answer', { state: 'missed' });
    expect(flags(answered)).not.toContain('data-request-answer-breach');
  });

  test('each right is answered for itself; the one whose time ends first is shown', () => {
    const both = when(filed, dataRequested('2025-03-10', 'access'), dataRequested('2025-03-12', 'erasure'));
    expect(both).toHaveDeadline('data-request-answer', { lastDay: '2025-03-25' });
    expect(when(both, dataRequestAnswered('2025-03-13', 'portability'))).toRefuse('data-request.none');
    const one = when(both, dataRequestAnswered('2025-03-13', 'access'));
    expect(one).toHaveDeadline('data-request-answer', { lastDay: '2025-03-27', state: 'running' });
    const none = when(one, dataRequestAnswered('2025-03-14', 'erasure'));
    expect(none).toHaveDeadline('data-request-answer', { lastDay: '2025-03-27', state: 'met' });
    expect(when(none, dataRequestAnswered('2025-03-15', 'erasure'))).toRefuse('data-request.none');
  });

  test('asked for in any order, the one whose time ends first is shown, with the figure that it rests on', () => {
    const both = when(
      filed,
      dataRequested('2025-03-10', 'access'),
      dataRequestProlonged('2025-03-11', 'access'),
      dataRequested('2025-03-12', 'erasure'),
    );
    expect(both).toHaveDeadline('data-request-answer', { lastDay: '2025-03-27' });
    const [shown] = deadlinesOf(situationOf(both.state), both.law).filter(
      ({ name }) => name === 'data-request-answer',
    );
    expect(shown?.used()).toMatchObject([{ name: 'complaintDays', value: 15 }]);
  });

  test('of several that were answered, the one answered last is shown', () => {
    const asked = [dataRequested('2025-03-10', 'access'), dataRequested('2025-03-12', 'erasure')];
    const firstAnsweredLast = when(
      filed,
      ...asked,
      dataRequestAnswered('2025-03-13', 'erasure'),
      dataRequestAnswered('2025-03-14', 'access'),
    );
    expect(firstAnsweredLast).toHaveDeadline('data-request-answer', { lastDay: '2025-03-25', state: 'met' });
  });

  test('of two that were left unanswered, the second is a breach of its own', () => {
    const late = given(
      submitted('2025-03-10'),
      dataRequested('2025-03-10', 'access'),
      dataRequested('2025-03-12', 'erasure'),
      until('2025-04-01'),
      dataRequestAnswered('2025-04-01', 'access'),
      until('2025-04-02'),
    );
    expect(late).toHaveDeadline('data-request-answer', { lastDay: '2025-03-27', state: 'missed' });
    expect(factsOf(late).flags.map(({ name }) => name)).toContain('data-request-answer-breach');
  });

  test('asked for again while unanswered its time runs on; after the answer a new one begins', () => {
    const again = when(filed, dataRequested('2025-03-10'), dataRequested('2025-03-20'));
    expect(again).toHaveDeadline('data-request-answer', { lastDay: '2025-03-25' });
    const anew = when(again, dataRequestAnswered('2025-03-21'), dataRequested('2025-04-01'));
    expect(anew).toHaveDeadline('data-request-answer', { lastDay: '2025-04-16', state: 'running' });
  });

  test('what is refused, in whole or in part, is refused with reasons', () => {
    const { 'data-request.answered': answer } = EVENT_DATA;
    const told = { right: 'erasure', text: 'No.' };
    for (const outcome of ['partly', 'refused']) {
      expect(answer.safeParse({ ...told, outcome }).error?.issues[0]?.path).toEqual(['reasons']);
      expect(answer.safeParse({ ...told, outcome, reasons: 'Kept for claims.' }).success).toBe(true);
    }
    expect(answer.safeParse({ ...told, outcome: 'granted' }).success).toBe(true);
  });
});

describe('II.8.4: an unauthorised disclosure', () => {
  test('is told to the customer, and not before it was discovered', () => {
    expect(when(filed, disclosureNotified('2025-03-12'))).toHaveSent('N-BREACH', {
      on: '2025-03-12',
      times: 1,
    });
    expect(when(filed, disclosureNotified('2025-03-12', '2025-03-13'))).toRefuse('invalid.discoveredOn', {
      clause: 'II.8.4',
    });
  });
});

describe('ADR 0092: what concerns personal data moves no case', () => {
  const filedCases = Object.keys(BEGINNINGS).filter(
    (name) => factsOf(BEGINNINGS[name]!(untold())).receivedOn,
  );

  test.each(filedCases)('in the situation “%s”', (name) => {
    const story = BEGINNINGS[name]!(untold());
    const on = story.now.toZonedDateTimeISO('Europe/Riga').toPlainDate().toString();
    const told = when(
      story,
      dataRequested(on),
      dataRequestProlonged(on),
      dataRequestAnswered(on),
      disclosureNotified(on),
    );
    expect(statusOf(told)).toBe(statusOf(story));
    expect(regionsOf(told)).toEqual(regionsOf(story));
    expect(told).toHaveSent('N-GDPR', { times: 2 });
    expect(told).toHaveSent('N-BREACH', { times: 1 });
  });

  test('II.8.6: after an end as well', () => {
    const ended = given(offerIssued('2025-03-10'), applicationWithdrawn('2025-03-11'));
    const told = when(ended, dataRequested('2025-03-12'), disclosureNotified('2025-03-12'));
    expect(statusOf(told)).toBe('withdrawn');
    expect(told).toHaveDeadline('data-request-answer', { state: 'running' });
  });

  test('a draft that nobody filed has none', () => {
    const draft = given(drafted('2025-03-10'));
    expect(when(draft, dataRequested('2025-03-10'))).toRefuse('case.not-possible-now');
    expect(when(draft, disclosureNotified('2025-03-10'))).toRefuse('case.not-possible-now');
    expect(
      when(
        draft,
        act('2025-03-10', 'data-request.answered', { right: 'access', outcome: 'granted', text: 'x' }),
      ),
    ).toRefuse('data-request.none');
  });
});
