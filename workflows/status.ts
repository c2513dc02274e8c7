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

/** What is owed after an end stands as it did when the contract ended. */
const AS_IT_STOOD = 'as-it-stood';

const leaf = (value: ChartValue | undefined): string => {
  if (value === undefined || typeof value === 'string') return value ?? '';
  return leaf(Object.values(value)[0]);
};

const within = (value: ChartValue, stage: 'contract' | 'terminated'): ChartValue | undefined =>
  typeof value === 'object' ? value[stage] : undefined;

/** The regions of a contract in force; null before and after it. */
function contractOf(value: ChartValue): Record<string, ChartValue | undefined> | null {
  const contract = within(value, 'contract');
  return typeof contract === 'object' ? contract : null;
}

/** Situations that the law lets stand side by side while a contract is in force. Afterwards they are as they last stood;
 *  only what is owed goes on (II.10.4). */
export function regionsOf(value: ChartValue, facts: Facts): Regions | null {
  const contract = contractOf(value);
  if (contract)
    return {
      payment: leaf(contract.payment),
      works: leaf(contract.works),
      readiness: leaf(contract.readiness),
      link: leaf(contract.link),
      withdrawal: leaf(contract.withdrawal),
    };
  const debt = leaf(within(value, 'terminated'));
  return facts.lastRegions && debt !== '' && debt !== AS_IT_STOOD
    ? { ...facts.lastRegions, payment: debt }
    : facts.lastRegions;
}

/** `suspended` is a contract in force whose works are suspended; `fulfilled` one whose connection may still be due. */
export function statusOf(value: ChartValue): Status {
  if (within(value, 'terminated') !== undefined) return 'terminated';
  const contract = contractOf(value);
  if (!contract) return leaf(value) as Status;
  if (leaf(contract.performance) === 'fulfilled') return 'fulfilled';
  return leaf(contract.works) === 'suspended' ? 'suspended' : 'in-force';
}
