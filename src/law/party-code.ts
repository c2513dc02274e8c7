/** Personal codes and registration numbers are written with and without a hyphen: `010190-10000` is `01019010000`. */
export const normalPartyCode = (code: string): string => code.replaceAll('-', '').trim();

/** Whether this can be a Latvian personal code: eleven digits, of which the first six are a day that there was, or which
 *  begin with 32 and tell no day. */
export function isPersonalCode(code: string): boolean {
  const digits = normalPartyCode(code);
  if (!/^\d{11}$/.test(digits)) return false;
  return digits.startsWith('32') || isDay(digits);
}

/** Registration numbers of the register of enterprises and its sister registers. */
export const isRegistrationNumber = (code: string): boolean => /^[4-9]\d{10}$/.test(normalPartyCode(code));

export const isLatvianCode = (code: string): boolean => isPersonalCode(code) || isRegistrationNumber(code);

const CENTURIES: Readonly<Record<string, number>> = { 0: 1800, 1: 1900, 2: 2000 };

/** The day of birth is one of the calendar. The seventh digit tells the century: of any other a day may be that of a leap
 *  year. */
function isDay(digits: string): boolean {
  const [day, month, year] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  const century = CENTURIES[digits[6]!];
  if (month < 1 || month > 12) return false;
  const inYear = century === undefined ? 2000 : century + year;
  return day >= 1 && day <= new Temporal.PlainYearMonth(inYear, month).daysInMonth;
}
