import { z } from 'zod';
import {
  debtIsNotHandedOver,
  debtMayBeHandedOver,
  debtRouteIsOpen,
  debtSurvivesTheEnd,
  invoiceIsOverdue,
} from '../../conditions/debt.ts';
import { line } from '../../data.ts';
import { act } from '../act.ts';
import type { Writing } from '../way.ts';

const write: Writing = (_facts, { today }) => ({ debtHandedOverOn: today });

/** The debt goes to a recovery provider, after a warning and sixty complete days of delay (II.10.5). */
export const debtHandedOver = act({
  type: 'debt.handed-over',
  clause: 'II.10.5',
  data: z.strictObject({ provider: line.optional() }),
  by: { finance: 'operator' },
  approval: { setting: 'approval.debt.handed-over' },
  weight: 'ends',
  ways: {
    underTheContract: {
      says: 'After the warning and sixty complete days of delay.',
      possible: { debtRouteIsOpen, invoiceIsOverdue, debtMayBeHandedOver, debtIsNotHandedOver },
      write,
    },
    afterTheEnd: {
      says: 'The duty to pay outlives the contract.',
      possible: { debtSurvivesTheEnd, debtRouteIsOpen, debtMayBeHandedOver, debtIsNotHandedOver },
      write,
    },
  },
});
