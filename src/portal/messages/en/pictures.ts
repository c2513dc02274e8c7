import type { life as latvianLife, shares as latvianShares } from '../lv/pictures.ts';

export const life: typeof latvianLife = {
  past: 'done',
  present: 'now',
  ahead: 'still to come',
  both: 'Both sides',
  possible: 'Also possible',
};

export const shares: typeof latvianShares = {
  customer: 'Customer: {amount} ({percent})',
  operator: 'Operator: {amount} ({percent})',
};
