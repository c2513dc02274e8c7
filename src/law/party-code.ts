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

/** The century is told by the seventh digit; that the day is one of the calendar is asked here, of any year. */
function isDay(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  return month >= 1 && month <= 12 && day >= 1 && day <= new Temporal.PlainYearMonth(2000, month).daysInMonth;
}
