type Data = Readonly<Record<string, unknown>>;

export interface ApplicationParts {
  readonly customer?: Data;
  readonly object?: Data;
  readonly connection?: Data;
}

/** Three phases of 25 A at 400 V, for good and beside nothing that is replaced. */
export const CONNECTION = {
  phases: 3,
  ampere: '25',
  volt: '400',
  generationKw: '0',
  temporary: false,
  replacesOldInstallation: false,
} as const;

let houses = 0;

/** What a client sends to apply: a household, a house of its own in every application, and {@link CONNECTION}. */
export function applicationBody({ customer, object, connection }: ApplicationParts = {}) {
  houses += 1;
  return {
    customer: {
      kind: 'natural',
      name: 'Anna Ozoliņa',
      email: 'anna@piemers.example',
      postalAddress: 'Brīvības iela 1–5, Rīga, LV-1010',
      household: true,
      ...customer,
    },
    object: { address: `Liepu iela ${houses}, Sigulda`, ...object },
    connection: { ...CONNECTION, ...connection },
    purpose: 'new',
  };
}
