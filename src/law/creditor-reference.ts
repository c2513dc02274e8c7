const digitsOf = (text: string): string => [...text].map((one) => Number.parseInt(one, 36)).join('');

/** Creditor reference of ISO 11649 (`RF` and two check digits by ISO 7064 MOD 97-10) for a national reference of up to 21
 *  letters and digits. `539007547034` → `RF18539007547034`. */
export function creditorReference(national: string): string {
  const plain = national.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const check = 98n - (BigInt(digitsOf(`${plain}RF00`)) % 97n);
  return `RF${check.toString().padStart(2, '0')}${plain}`;
}

const WELL_FORMED = /^RF\d{2}[0-9A-Z]{1,21}$/;

/** A reference as people type it: in groups, in small letters. null: its check digits do not fit, so it is nobody's. */
export function readReference(typed: string): string | null {
  const reference = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  if (!WELL_FORMED.test(reference)) return null;
  const turned = digitsOf(`${reference.slice(4)}${reference.slice(0, 4)}`);
  return BigInt(turned) % 97n === 1n ? reference : null;
}

/** In groups of four, as it is read aloud: `RF18 5390 0754 7034`. */
export const groupedReference = (reference: string): string => reference.match(/.{1,4}/g)?.join(' ') ?? '';
