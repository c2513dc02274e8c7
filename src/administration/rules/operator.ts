import type { Operator } from '../../law/operator.ts';
import { Refusal } from '../../law/refusal.ts';
import { say } from '../../law/words.ts';
import { type Present, wrong } from './rule.ts';

/** The operator's own details count from their approval (II.1.10). The time zone dates every deadline: it is set before
 *  the first case and never moves. */
export function assertOperator({ account, timeZone }: Operator, { book, thereAreCases }: Present): void {
  if (!addsUp(account.iban))
    throw wrong(
      'profile.account.iban',
      say('konta numura kontrolskaitļi neatbilst', 'the check digits of the account number are wrong'),
    );
  if (!isTimeZone(timeZone))
    throw wrong(
      'profile.timeZone',
      say('nav zināma laika josla, piemēram, Europe/Riga', 'is no known time zone like Europe/Riga'),
    );
  if (timeZone !== book.operator.timeZone && thereAreCases) throw zoneIsSet(book.operator.timeZone);
}

/** ISO 13616: letters are 10 to 35, the first four characters stand last, the number leaves 1 modulo 97. */
function addsUp(iban: string): boolean {
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((one) => Number.parseInt(one, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return /^[A-Za-z]/.test(name);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const zoneIsSet = (zone: string): Refusal =>
  new Refusal({
    code: 'operator.time-zone-is-set',
    detail: say(
      `Laika josla ${zone} ir noteikta ar pirmo lietu un vairs nemainās.`,
      `The time zone ${zone} was settled with the first case and no longer changes.`,
    ),
  });
