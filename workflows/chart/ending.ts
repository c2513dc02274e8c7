import { and } from 'xstate';
import { chart, notice } from './setup.ts';

/** Ends of a contract in force by an act of one side (II.4.3, II.14.3, II.14.5, II.15). Works that are owed for leave their
 *  invoice standing (II.10.4); otherwise it is void. */

const exit = {
  target: 'terminated',
  meta: { clause: 'II.14.5' },
  description: 'The customer leaves by written notice at any time.',
} as const;

const newOwner = {
  target: 'terminated',
  meta: { clause: 'II.4.3' },
  description: 'The owner of the object has changed: the contract ends at once, without connecting.',
} as const;

const operatorEnds = {
  target: 'terminated',
  meta: { clause: 'II.14.3' },
  description: 'The operator ends the contract by a right of its own; a person decides, with reasons.',
} as const;

const circumstancesLast = {
  target: 'terminated',
  meta: { clause: 'II.14.2.3' },
  description: 'Works had started, the circumstances last longer than a month and no new term is agreed.',
} as const;

const monthIsOver = and([
  { type: 'deadlineIs', params: { name: 'force-majeure-end' } },
  'endsForForceMajeure',
]);

export const { on: endings } = chart.createStateConfig({
  on: {
    'contract.withdrawn': [
      {
        target: 'terminated',
        guard: and(['noticeDateCanBe', 'isWithinWithdrawalPeriod']),
        actions: ['recordWithdrawal', 'voidInvoice', notice('N-CONF')],
        meta: { clause: 'II.15' },
        description: 'Withdrawal within fourteen days of entry into force.',
      },
      {
        ...exit,
        guard: and(['noticeDateCanBe', 'worksAreOwedFor']),
        actions: ['recordExit', notice('N-CONF')],
      },
      { ...exit, guard: 'noticeDateCanBe', actions: ['recordExit', 'voidInvoice', notice('N-CONF')] },
    ],
    'owner.changed': [
      {
        ...newOwner,
        guard: and(['ownerDateCanBe', 'isNotConnected', 'worksAreOwedFor']),
        actions: ['recordOwnerChange', notice('N-END')],
      },
      {
        ...newOwner,
        guard: and(['ownerDateCanBe', 'isNotConnected']),
        actions: ['recordOwnerChange', 'voidInvoice', notice('N-END')],
      },
    ],
    'contract.terminated': [
      {
        ...operatorEnds,
        guard: and(['groundIsThere', 'worksAreOwedFor']),
        actions: ['recordTermination', notice('N-END')],
      },
      {
        ...operatorEnds,
        guard: 'groundIsThere',
        actions: ['recordTermination', 'voidInvoice', notice('N-END')],
      },
    ],
    'deadline.passed': [
      {
        ...circumstancesLast,
        guard: and([monthIsOver, 'worksAreOwedFor']),
        actions: ['recordForceMajeureTermination', notice('N-END')],
      },
      {
        ...circumstancesLast,
        guard: monthIsOver,
        actions: ['recordForceMajeureTermination', 'voidInvoice', notice('N-END')],
      },
      {
        target: 'terminated',
        guard: and([{ type: 'deadlineIs', params: { name: 'term' } }, 'endsUnreadyByClause']),
        actions: ['recordUnreadyEnd', notice('N-END')],
        meta: { clause: 'II.4.6' },
        description:
          'Only where the operator has chosen that the contract ends without its notice (OQ-LC-5).',
      },
      {
        actions: 'recordPassed',
        meta: { clause: null },
        description: 'A deadline has passed; staff are told what may or must be done now.',
      },
    ],
  },
});
