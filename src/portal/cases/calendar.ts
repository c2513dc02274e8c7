import type { CaseView, DeadlineView } from '../../casework/show/shown.ts';
import { type Day, day, daysBetween, laterOf } from '../../law/days.ts';
import { escaped, round, textAt } from '../components/svg.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { detailsOf } from './case-details.ts';
import { openDeadlines } from './next-deadline.ts';

/** Running deadlines as bars on a calendar, with the gaps in which works were suspended; drawn for staff. */
export interface DeadlineCalendar {
  readonly svg: string;
  readonly text: string;
  readonly gapText: string | null;
}

const WIDTH = 1080;
const LABEL = 330;
const ROW = 34;
const TOP = 34;

export function calendarOf(view: View, found: CaseView): DeadlineCalendar | null {
  const { t, formats, today, names } = view;
  const open = openDeadlines(found).filter(({ lastDay }) => lastDay !== null);
  if (open.length === 0) return null;
  const begin = beginOf(found, today);
  const end = open
    .map(({ lastDay }) => day(lastDay!))
    .reduce(laterOf, today)
    .add({ days: 7 });
  const whole = Math.max(1, daysBetween(begin, end));
  const x = (on: Day): number => round(LABEL + ((WIDTH - LABEL) * daysBetween(begin, on)) / whole);
  const bottom = TOP + open.length * ROW;
  const gaps = detailsOf(found).suspension.intervals.map(({ from, to }) => ({
    from: laterOf(day(from), begin),
    to: to ? day(to) : today,
  }));
  const text = t('cases.calendar.text', {
    from: formats.shortDate(begin.toString()),
    to: formats.shortDate(end.toString()),
  });
  const bars = open.map((deadline, index) => {
    const y = TOP + index * ROW;
    const to = day(deadline.lastDay!);
    const from = begin;
    return [
      textAt(0, y + 20, nameOf(names, 'deadline', deadline.name)),
      `<rect class="bars__rect--${toneOf(deadline)}" x="${x(from)}" y="${y + 6}" width="${Math.max(3, round(x(to) - x(from)))}" height="18" rx="3"/>`,
      ...(deadline.name === 'term'
        ? gaps.map(
            (gap) =>
              `<path d="M${x(gap.from)} ${y + 6}h${Math.max(2, round(x(gap.to) - x(gap.from)))}v18h-${Math.max(2, round(x(gap.to) - x(gap.from)))}z" fill="url(#gap)"/>`,
          )
        : []),
    ].join('');
  });
  return {
    svg: [
      `<svg class="bars" viewBox="0 0 ${WIDTH} ${bottom + 8}" width="100%" role="img" aria-label="${escaped(text)}" font-size="15" fill="currentColor">`,
      '<defs><pattern id="gap" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0h8v8h-8z" fill="Canvas"/><path d="M0 0V8" stroke="currentColor" stroke-width="3"/></pattern></defs>',
      ...monthsBetween(begin, end).map(
        (month) =>
          `<path d="M${x(month)} ${TOP - 6}V${bottom}" stroke="currentColor" stroke-opacity=".22"/>${textAt(x(month) + 4, 16, formats.month(month.toString()))}`,
      ),
      ...bars,
      `<path d="M${x(today)} ${TOP - 10}V${bottom}" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3"/>`,
      '</svg>',
    ].join(''),
    text,
    gapText: gaps.length > 0 ? t('cases.calendar.gap') : null,
  };
}

/** The picture begins with what runs, and not in the year of the application. */
function beginOf({ dates }: CaseView, today: Day): Day {
  const begun = dates.worksStartedOn ?? dates.inForceOn ?? dates.offerIssuedOn ?? dates.receivedOn;
  const earliest = today.subtract({ days: 120 });
  return begun ? laterOf(day(begun), earliest) : earliest;
}

const toneOf = (deadline: DeadlineView): string => (deadline.overdue ? 'bad' : deadline.awaits);

function monthsBetween(begin: Day, end: Day): readonly Day[] {
  const months: Day[] = [];
  const step = daysBetween(begin, end) > 400 ? 3 : 1;
  for (
    let on = begin.with({ day: 1 }).add({ months: 1 });
    daysBetween(on, end) > 10;
    on = on.add({ months: step })
  )
    months.push(on);
  return months;
}
