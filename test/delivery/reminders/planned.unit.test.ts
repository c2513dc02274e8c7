import { describe, expect, test } from 'vitest';
import { goesOutAt, isDue, planned } from '../../../src/delivery/reminders/planned.ts';
import { day } from '../../../src/law/days.ts';

const RIGA = 'Europe/Riga';
const wished = { lastDay: '2025-04-09', daysBefore: 3 };
const at = (text: string) => Temporal.Instant.from(text);

describe('PO-09: which reminder is due on which day', () => {
  test('three days before 9 April is 6 April, at eight in Riga', () => {
    expect(goesOutAt(wished, RIGA).toString()).toBe('2025-04-06T05:00:00Z');
  });

  test('the morning stays at eight on the day on which clocks change', () => {
    expect(goesOutAt({ lastDay: '2025-04-02', daysBefore: 3 }, RIGA).toString()).toBe('2025-03-30T05:00:00Z');
    expect(goesOutAt({ lastDay: '2025-04-01', daysBefore: 3 }, RIGA).toString()).toBe('2025-03-29T06:00:00Z');
  });

  test.each([
    ['2025-04-06T04:59:59Z', false],
    ['2025-04-06T05:00:00Z', true],
    ['2025-04-09T20:59:59Z', true],
    ['2025-04-09T21:00:00Z', false],
  ])('at %s it is due: %s', (now, due) => {
    expect(isDue(wished, at(now), RIGA)).toBe(due);
  });

  const running = (name: string, lastDay: string) => ({ name, lastDay, state: 'running' });

  test('only what runs, was chosen, can be chosen and is not over is planned, soonest first', () => {
    const wish = { deadlines: ['term', 'payment-due', 'withdrawal', 'offer'], daysBefore: 3 };
    const deadlines = [
      running('term', '2025-09-30'),
      running('payment-due', '2025-04-20'),
      running('objection-window', '2025-04-09'),
      running('offer', '2025-04-09'),
      { ...running('withdrawal', '2025-04-12'), state: 'void' },
    ];
    expect(planned(wish, deadlines, day('2025-04-01'))).toEqual([
      { deadline: 'payment-due', lastDay: '2025-04-20', on: '2025-04-17' },
      { deadline: 'term', lastDay: '2025-09-30', on: '2025-09-27' },
    ]);
    expect(planned(wish, [running('payment-due', '2025-04-20')], day('2025-04-21'))).toEqual([]);
  });

  test('what should have come before today comes today', () => {
    expect(
      planned({ deadlines: ['term'], daysBefore: 14 }, [running('term', '2025-09-30')], day('2025-09-25')),
    ).toEqual([{ deadline: 'term', lastDay: '2025-09-30', on: '2025-09-25' }]);
  });
});
