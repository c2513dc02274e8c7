import { say } from '../words.ts';
import type { Asked } from './asked.ts';
import { connectionSize } from './connection-size.ts';
import type { ShareRule } from './cost-line.ts';
import { exact, ONE } from './exact.ts';
import { type FeeLaw, settingOf, termOf } from './fee-law.ts';
import { en, lv } from './spoken.ts';

export interface SplitUnder18 {
  /** Construction or load unit. */
  readonly works: ShareRule;
  /** Design, capacity maintenance, connecting, financing; asked for only where there is such a line. */
  others(): ShareRule;
}

/** II.def.split, 1/8: a small connection pays half of the works, any other the whole fee. A contractor of the
 *  customer's choice changes nothing here. What the split does not name stays with the customer (OQ-FEE-3). */
export function splitUnder18(asked: Asked, law: FeeLaw): SplitUnder18 {
  const works = shareOfWorks(asked, law);
  return {
    works,
    others() {
      if (works.ratio.equals(ONE) || settingOf(law, 'split.scope') === 'wholeFee') return works;
      return {
        ratio: ONE,
        because: () =>
          say(
            'Sadalījums attiecas tikai uz būvdarbiem, tāpēc šo klients maksā pilnā apmērā',
            'The split names the works alone, so the customer pays this in full',
          ),
      };
    },
  };
}

function shareOfWorks(asked: Asked, law: FeeLaw): ShareRule {
  const size = connectionSize(asked.connection, law);
  if (size.isSmall) return half(law, size.because);
  const figure = law.figure('works-share-of-larger-connections');
  if (!figure) return whole(law, size.because);
  const unconfirmed =
    figure.status === 'verified'
      ? say('', '')
      : say(' (ziņots, nav apstiprināts)', ' (reported, not confirmed)');
  return {
    ratio: exact(figure.value),
    because: () =>
      say(
        `${size.because().lv}, bet kopš ${lv.date(figure.since!)}${unconfirmed.lv} klients arī no šādiem būvdarbiem maksā ${lv.percent(figure.value)}`,
        `${size.because().en}, but since ${en.date(figure.since!)}${unconfirmed.en} the customer pays ${en.percent(figure.value)} of such works too`,
      ),
  };
}

/** II.def.split, 1/7: a small connection pays half of the whole fee, unless the customer chose the contractor. The text
 *  is silent on larger ones: the whole fee. */
export function splitUnder17(asked: Asked, law: FeeLaw): ShareRule {
  const size = connectionSize(asked.connection, law);
  if (!size.isSmall) return whole(law, size.because);
  if (!asked.connection.customerChoseContractor) return half(law, size.because);
  return {
    ratio: ONE,
    because: () =>
      say(
        'Būvkomersantu izvēlējās klients, tāpēc klients maksā 100 %',
        'The customer chose the contractor, so the customer pays 100 %',
      ),
  };
}

const half = (law: FeeLaw, size: ShareRule['because']): ShareRule =>
  paying(termOf(law, 'smallCustomerShare'), size);
const whole = (law: FeeLaw, size: ShareRule['because']): ShareRule =>
  paying(termOf(law, 'largeCustomerShare'), size);

const paying = (ratio: string, size: ShareRule['because']): ShareRule => ({
  ratio: exact(ratio),
  because: () =>
    say(
      `${size().lv}, tāpēc klients maksā ${lv.percent(ratio)}`,
      `${size().en}, so the customer pays ${en.percent(ratio)}`,
    ),
});
