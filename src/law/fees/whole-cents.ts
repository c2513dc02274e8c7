import { Decimal } from 'decimal.js';
import { exact, total } from './exact.ts';

const CENT = exact('0.01');

/** Parts in whole cents that add up to `sum`: each is cut to the cent, and the cents left over go to the parts that lost
 *  the most (largest remainder), the earlier one first where they lost the same.
 *  0.335 and 0.335 of 0.67: 0.34 and 0.33. */
export function inWholeCents(parts: readonly Decimal[], sum: Decimal): Decimal[] {
  const cut = parts.map((part) => part.toDecimalPlaces(2, Decimal.ROUND_DOWN));
  let left = sum.minus(total(cut)).dividedBy(CENT).toNumber();
  if (left === 0) return cut;
  const byLoss = parts
    .map((part, index) => ({ index, loss: part.minus(cut[index]!) }))
    .sort((a, b) => b.loss.comparedTo(a.loss) || a.index - b.index);
  for (const { index } of byLoss) {
    if (left <= 0) break;
    cut[index] = cut[index]!.plus(CENT);
    left -= 1;
  }
  return cut;
}
