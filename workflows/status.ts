import type { Facts, Regions } from './facts.ts';

/** Public statuses of a case, in legal order. */
export const STATUSES = [
  'draft',
  'received',
  'incomplete',
  'awaiting-design',
  'awaiting-contractor',
  'evaluating',
  'offered',
  'objected',
  'offer-lapsed',
  'annulment-warned',
  'annulled',
  'withdrawn',
  'in-force',
  'suspended',
  'fulfilled',
  'closed',
  'terminated',
] as const;
export type Status = (typeof STATUSES)[number];

/** The chart's own value of a state: a name, or nested names. */
export type ChartValue = string | { readonly [state: string]: ChartValue | undefined };

const leaf = (value: ChartValue | undefined): string => {
  if (value === undefined || typeof value === 'string') return value ?? '';
  return leaf(Object.values(value)[0]);
};

const contractOf = (value: ChartValue): Record<string, ChartValue | undefined> | null =>
  typeof value === 'object' && typeof value.contract === 'object' ? value.contract : null;

/** Situations that the law lets stand side by side while a contract is in force; afterwards as they last stood. */
export function regionsOf(value: ChartValue, facts: Facts): Regions | null {
  const contract = contractOf(value);
  if (!contract) return facts.lastRegions;
  return {
    payment: leaf(contract.payment),
    works: leaf(contract.works),
    readiness: leaf(contract.readiness),
    link: leaf(contract.link),
    withdrawal: leaf(contract.withdrawal),
  };
}

/** `suspended` is a contract in force whose works are suspended; `fulfilled` one whose connection may still be due. */
export function statusOf(value: ChartValue): Status {
  const contract = contractOf(value);
  if (!contract) return leaf(value) as Status;
  if (leaf(contract.performance) === 'fulfilled') return 'fulfilled';
  return leaf(contract.works) === 'suspended' ? 'suspended' : 'in-force';
}
