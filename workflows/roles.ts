/** Who acts: the customer, a part of the operator's staff, or the clock. */
export const ROLES = ['customer', 'service', 'engineer', 'finance', 'privacy', 'admin', 'clock'] as const;
export type Role = (typeof ROLES)[number];

/** The parties of the contract. */
export const PARTIES = ['customer', 'operator'] as const;
export type Party = (typeof PARTIES)[number];

/** What the main user lets a sub-user do: see the contract, pay, write a submission, ask for a service (PO-04). */
export const SUB_USER_RIGHTS = ['see', 'pay', 'write', 'request'] as const;
export type SubUserRight = (typeof SUB_USER_RIGHTS)[number];
