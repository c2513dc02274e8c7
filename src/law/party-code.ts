/** Personal codes and registration numbers are written with and without a hyphen: `010190-10000` is `01019010000`. */
export const normalPartyCode = (code: string): string => code.replaceAll('-', '').trim();
