import { say } from '../words.ts';
import type { Asked } from './asked.ts';
import { CLAUSE } from './component.ts';
import type { FeeLaw } from './fee-law.ts';
import type { Price } from './price.ts';
import type { OfferObstacle } from './quote-shape.ts';

/** A price is offered only on confirmed figures, with a deferral that may be agreed, and with every amount named. */
export function obstaclesToOffer(asked: Asked, law: FeeLaw, { applied, regimes }: Price): OfferObstacle[] {
  const obstacles: OfferObstacle[] = [];
  if (law.edition === 'reported') {
    obstacles.push({
      code: 'edition-reported',
      clause: 'II.1.4',
      detail: say(
        'Aprēķinā ir arī lielumi, par kuriem tikai ziņots. Piedāvājumam administratoram tie jāapstiprina, norādot avotu.',
        'The price also rests on figures that are only reported. An administrator has to confirm them with a source before an offer.',
      ),
    });
  }
  if (asked.deferral && !applied.deferral?.eligible) {
    obstacles.push({
      code: 'deferral-not-eligible',
      clause: CLAUSE.financing17,
      detail: say(
        'Atliktā maksājuma nosacījumi nav izpildīti, tāpēc to piedāvāt nevar.',
        'The conditions of a deferral are not met, so it cannot be offered.',
      ),
    });
  }
  for (const { field, clause, because } of regimes.flatMap(({ notGiven }) => notGiven)) {
    const { lv, en } = because();
    obstacles.push({ code: 'amount-not-given', clause, detail: say(`${field}: ${lv}`, `${field}: ${en}`) });
  }
  return obstacles;
}
