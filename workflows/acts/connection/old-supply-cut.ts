import { z } from 'zod';
import { say } from '../../../src/law/words.ts';
import { type Asking, notBefore, notInTheFuture, refuse, type Standing } from '../../conditions/verdict.ts';
import { isoDay } from '../../data.ts';
import { replacesOldInstallation } from '../../derived.ts';
import { notice } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';

const data = z.strictObject({ on: isoDay });

/** II.4.2: old installations to be dismantled, new ones built, and the load switched first; only then may the old entry
 *  be cut, without warning. */
const loadIsSwitched: Standing = (facts) => {
  if (!replacesOldInstallation(facts))
    return refuse({
      code: 'old-supply.none',
      clause: 'II.4.2',
      detail: say(
        'Šajā lietā nav veca pieslēguma, ko atslēgt.',
        'There is no old connection to cut in this case.',
      ),
    });
  if (!facts.connected?.loadSwitched)
    return refuse({
      code: 'old-supply.load-not-switched',
      clause: 'II.4.2',
      detail: say(
        'Vispirms pārslēdziet slodzi uz jauno pieslēgumu, tad atslēdziet veco.',
        'Switch the load to the new connection first, then cut the old one.',
      ),
    });
  return null;
};

const cutDateCanBe: Asking<Happening<string, z.output<typeof data>>> = (facts, { data: { on }, today }) =>
  notInTheFuture('on', on, today, 'II.4.2') ??
  notBefore(
    'on',
    on,
    facts.connected?.on ?? null,
    'II.4.2',
    say('slodzes pārslēgšana', 'the switch of the load'),
  );

/** II.4.2: the load first, then the old entry, without warning. */
export const oldSupplyCut = act({
  type: 'old-supply.cut',
  clause: 'II.4.2',
  data,
  form: { on: { first: 'today' } },
  by: { engineer: 'operator' },
  ways: {
    cut: {
      says: 'The load is switched: the old entry is cut.',
      possible: { loadIsSwitched },
      allowed: { cutDateCanBe },
      write: (_facts, { data: { on } }) => ({ oldSupplyCutOn: on }),
      effects: [notice('N-CUTOLD')],
    },
  },
});
