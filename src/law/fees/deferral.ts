import type { Clause } from '../clauses.ts';
import { say, type Words } from '../words.ts';
import type { Asked, AskedConnection, AskedDeferral } from './asked.ts';
import { CLAUSE, type Regime } from './component.ts';
import { type FeeLaw, settingOf, termOf } from './fee-law.ts';
import { en, lv } from './spoken.ts';

interface DeferralCondition {
  readonly name: 'connection-size' | 'length' | 'guarantees' | 'terms-in-contract';
  readonly met: boolean;
  readonly clause: Clause;
  readonly because: () => Words;
}

export interface DeferralAnswer {
  readonly eligible: boolean;
  readonly conditions: readonly DeferralCondition[];
}

/** The parties may agree a deferral when all conditions hold; the customer has no right to it. They are printed under
 *  1/7 alone and apply to 1/8 as well (OQ-FEE-6). */
export function deferralAnswer(
  asked: Asked,
  deferral: AskedDeferral,
  regime: Regime,
  law: FeeLaw,
): DeferralAnswer {
  if (regime === '1/8' && settingOf(law, 'deferral.conditionsApplyTo') === '1/7')
    return { eligible: true, conditions: [] };
  const conditions = [
    connectionSizeCondition(asked.connection, law),
    lengthCondition(deferral, termOf(law, 'deferralMonths')),
    guarantees(deferral.guaranteesProvided),
    termsInContract(deferral.termsInContract),
  ];
  return { eligible: conditions.every(({ met }) => met), conditions };
}

/** 0.4 kV with more than 100 A in sum, or 6 to 20 kV. 100 A at 0.4 kV is outside, 6,000 V and 20,000 V are inside. */
function connectionSizeCondition(connection: AskedConnection, law: FeeLaw): DeferralCondition {
  const { volt, ampere } = connection;
  const above = termOf(law, 'deferralAboveAmpere');
  const from = termOf(law, 'deferralVoltFrom');
  const to = termOf(law, 'deferralVoltTo');
  const isMediumVoltage = volt.greaterThanOrEqualTo(from) && volt.lessThanOrEqualTo(to);
  const met = isMediumVoltage || (isLowVoltage(connection, law) && ampere.greaterThan(above));
  return condition('connection-size', met, () =>
    say(
      `Pieslēgums: ${lv.number(volt)} V un ${lv.number(ampere)} A; vajag 0,4 kV ar vairāk nekā ${above} A vai ${from / 1000}–${to / 1000} kV.`,
      `The connection has ${en.number(volt)} V and ${en.number(ampere)} A; 0.4 kV with more than ${above} A, or ${from / 1000}–${to / 1000} kV, is asked for.`,
    ),
  );
}

/** Everything up to 400 V is the 0.4 kV level (OQ-FEE-12); the other reading takes 400 V alone. */
function isLowVoltage({ volt }: AskedConnection, law: FeeLaw): boolean {
  const level = termOf(law, 'smallConnectionVolt');
  if (volt.equals(level)) return true;
  return volt.lessThan(level) && settingOf(law, 'voltageClass.lowUpTo400');
}

/** Up to five years from the conclusion of the system-service contract: 60 months are inside, 61 are not. */
const lengthCondition = (
  { monthsFromSystemServiceContract: months }: AskedDeferral,
  most: number,
): DeferralCondition =>
  condition('length', months <= most, () =>
    say(
      `Pēdējais maksājums ir ${months}. mēnesī pēc sistēmas pakalpojuma līguma noslēgšanas; pieļaujams ne vēlāk kā ${most}. mēnesī.`,
      `The last payment falls in month ${months} after the conclusion of the system-service contract; month ${most} is the last one allowed.`,
    ),
  );

const guarantees = (given: boolean): DeferralCondition =>
  condition('guarantees', given, () =>
    given
      ? say(
          'Operatora pieprasītās finanšu garantijas ir sniegtas.',
          'The financial guarantees that the operator asked for are given.',
        )
      : say(
          'Operatora pieprasītās finanšu garantijas nav sniegtas.',
          'The financial guarantees that the operator asked for are not given.',
        ),
  );

const termsInContract = (there: boolean): DeferralCondition =>
  condition('terms-in-contract', there, () =>
    there
      ? say('Atliktā maksājuma nosacījumi ir līgumā.', 'The terms of the deferral stand in the contract.')
      : say(
          'Atliktā maksājuma nosacījumu līgumā nav.',
          'The terms of the deferral do not stand in the contract.',
        ),
  );

const condition = (
  name: DeferralCondition['name'],
  met: boolean,
  because: DeferralCondition['because'],
): DeferralCondition => ({ name, met, clause: CLAUSE.financing17, because });
