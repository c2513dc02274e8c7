/** Identification that satisfies II.5.4: the portal by eID or bank, a secure e-signature or presence in person; the
 *  portal password for legal persons alone (II.5.4.3); the phone never for a contract (II.5.4.1). */
export const identificationCounts = (method: string, kind: string | undefined): boolean =>
  method === 'portal-password' ? kind === 'legal' : method !== 'phone' && method !== 'none';
