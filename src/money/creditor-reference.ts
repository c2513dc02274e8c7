/** Creditor reference of ISO 11649 (`RF` and two check digits by ISO 7064 MOD 97-10) for a national reference of up to 21
 *  letters and digits. `539007547034` → `RF18539007547034`. */
export function creditorReference(national: string): string {
  const plain = national.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const digits = (text: string) => [...text].map((one) => Number.parseInt(one, 36)).join('');
  const check = 98n - (BigInt(digits(`${plain}RF00`)) % 97n);
  return `RF${check.toString().padStart(2, '0')}${plain}`;
}
