import { say, type Words } from '../words.ts';
import type { AskedConnection } from './asked.ts';
import { type FeeLaw, settingOf, termOf } from './fee-law.ts';
import { en, lv } from './spoken.ts';

export interface ConnectionSize {
  /** Voltage up to 400 V and rated current up to 100 A, both inclusive (II.def.split). */
  readonly isSmall: boolean;
  readonly because: () => Words;
}

/** The size that the split looks at: the summed current, or each device alone (OQ-FEE-4; 2 × 63 A is 126 A). */
export function connectionSize(connection: AskedConnection, law: FeeLaw): ConnectionSize {
  const mostVolt = termOf(law, 'smallConnectionVolt');
  if (connection.volt.greaterThan(mostVolt)) {
    return { isSmall: false, because: () => aboveVolt(connection, mostVolt) };
  }
  const perDevice = connection.hasSeveralDevices && settingOf(law, 'split.currentBasis') === 'perDevice';
  const current = perDevice ? connection.largestDevice : connection.ampere;
  const mostAmpere = termOf(law, 'smallConnectionAmpere');
  if (current.greaterThan(mostAmpere)) {
    return { isSmall: false, because: () => aboveAmpere({ ampere: current }, mostAmpere) };
  }
  return {
    isSmall: true,
    because: () =>
      say(
        `${lv.number(current)} A un ${lv.number(connection.volt)} V nepārsniedz ${mostAmpere} A un ${mostVolt} V`,
        `${en.number(current)} A and ${en.number(connection.volt)} V are within ${mostAmpere} A and ${mostVolt} V`,
      ),
  };
}

export const aboveVolt = ({ volt }: Pick<AskedConnection, 'volt'>, most: number): Words =>
  say(`${lv.number(volt)} V pārsniedz ${most} V`, `${en.number(volt)} V is above ${most} V`);

export const aboveAmpere = ({ ampere }: Pick<AskedConnection, 'ampere'>, most: number): Words =>
  say(`${lv.number(ampere)} A pārsniedz ${most} A`, `${en.number(ampere)} A is above ${most} A`);
