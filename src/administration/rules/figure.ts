import { type Day, day, isAfter } from '../../law/days.ts';
import type { Edition, LawBook } from '../../law/law-book.ts';
import type { Figure } from '../../law/parameters/figure.ts';
import { figureInForce } from '../../law/parameters/figure-in-force.ts';
import { FIGURES, type FigureName } from '../../law/parameters/index.ts';
import { SETTINGS_IN_FORCE_SINCE } from '../../law/settings/settings.ts';
import { say } from '../../law/words.ts';
import { assertFromTomorrow, type Present, todayOf, wrong } from './rule.ts';

/** A figure counts from tomorrow on. One that was missing may also count for days that have passed: an amount that
 *  nobody had given changes no price that was given, since every offer keeps its own. The same holds for a reported
 *  edition that is confirmed, and for one that is only reported: previews alone read it. */
export function assertFigure({ name, value, since, status }: Edition, present: Present): void {
  const figure: Figure = FIGURES[name as FigureName];
  const isWritten = status === 'missing' ? value === '' : figure.pattern.test(String(value));
  if (!isWritten) throw wrong('value', howToWrite(figure, status), figure.clause);
  if (since < SETTINGS_IN_FORCE_SINCE)
    throw wrong(
      'since',
      say(
        `pirmā diena nav agrāk par ${SETTINGS_IN_FORCE_SINCE}`,
        `the first day is not before ${SETTINGS_IN_FORCE_SINCE}`,
      ),
    );
  if (status === 'reported') return;
  if (
    status === 'verified' &&
    hadNoValue(figure.name as FigureName, day(since), todayOf(present), present.book)
  )
    return;
  assertFromTomorrow(since, present);
}

const howToWrite = ({ unit, pattern }: Figure, status: Edition['status']) =>
  status === 'missing'
    ? say('lielumam, kas beidzas, nav vērtības', 'a figure that ends has no value')
    : say(
        `vērtība (${unit}) jāraksta kā ${pattern.source}`,
        `the value (${unit}) is to be written like ${pattern.source}`,
      );

/** On none of these days was there a value that an offer could rest on. */
function hadNoValue(name: FigureName, from: Day, to: Day, book: LawBook): boolean {
  for (let on = from; !isAfter(on, to); on = on.add({ days: 1 }))
    if (figureInForce(name, on, book)) return false;
  return true;
}
