import type { FeeSetting } from '../../law/fees/fee-law.ts';
import { SETTINGS, type SettingName } from '../../law/settings/settings.ts';
import { type Language, say, type Words } from '../../law/words.ts';

/** How the operator reads the fee rules where they allow several readings, in a customer's words. */
const READINGS: Readonly<Record<FeeSetting, Readonly<Record<string, Words>>>> = {
  'money.rounding': {
    HALF_UP: say(
      'summas noapaļojam līdz veselam centam, puscentu uz augšu',
      'sums are rounded to the cent, half a cent upwards',
    ),
    HALF_EVEN: say(
      'summas noapaļojam līdz veselam centam, puscentu uz pāra centu',
      'sums are rounded to the cent, half a cent to the even one',
    ),
  },
  'split.beforeVat': {
    true: say('daļas sadalām pirms PVN', 'the shares are split before VAT'),
    false: say('daļas sadalām pēc PVN', 'the shares are split after VAT'),
  },
  'split.scope': {
    worksOnly: say('dalām tikai darbu izmaksas', 'only the cost of works is split'),
    wholeFee: say('dalām visu maksu', 'the whole fee is split'),
  },
  'split.currentBasis': {
    sum: say(
      'dalījumam skaitām visu ievadaizsardzības aparātu kopējo strāvu',
      'the split looks at the summed current of all entry devices',
    ),
    perDevice: say(
      'dalījumam skaitām lielākā ievadaizsardzības aparāta strāvu',
      'the split looks at the current of the largest entry device',
    ),
  },
  'financing.method': {
    simple: say(
      'finansēšanas izmaksas rēķinām ar vienkāršiem procentiem',
      'financing is computed with simple interest',
    ),
    annualCompound: say(
      'finansēšanas izmaksas rēķinām ar salikto procentu gadā',
      'financing is compounded yearly',
    ),
    monthlyCompound: say(
      'finansēšanas izmaksas rēķinām ar salikto procentu mēnesī',
      'financing is compounded monthly',
    ),
  },
  'deferral.conditionsApplyTo': {
    '1/7,1/8': say(
      'atliktā maksājuma nosacījumi attiecas uz abiem lēmumiem',
      'the conditions of a deferral apply under both decisions',
    ),
    '1/7': say(
      'atliktā maksājuma nosacījumi attiecas tikai uz lēmumu 1/7',
      'the conditions of a deferral apply under decision 1/7 alone',
    ),
  },
  'regime.compareBasis': {
    customerShareNet: say(
      'aprēķinus salīdzinām pēc klienta daļas',
      'the calculations are compared by the customer share',
    ),
    totalFee: say('aprēķinus salīdzinām pēc visas maksas', 'the calculations are compared by the whole fee'),
  },
  'voltageClass.lowUpTo400': {
    true: say('230 V pieder pie 0,4 kV', '230 V belongs to 0.4 kV'),
    false: say('230 V nepieder pie 0,4 kV', '230 V does not belong to 0.4 kV'),
  },
};

export function readingOf(name: string, value: string | number | boolean, language: Language): string {
  const told = READINGS[name as FeeSetting]?.[String(value)];
  return told ? told[language] : `${SETTINGS[name as SettingName]?.label[language] ?? name}: ${value}`;
}
