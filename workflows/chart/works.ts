import { and } from 'xstate';
import { chart, notice } from './setup.ts';

/** The works in the operator's grid and their suspension (II.2, II.13). */

const suspensionGuard = and(['partyMaySuspend', 'suspensionDateCanBe', 'reasonIsNotOpen']);
const suspendedFor = (
  reason: string,
  letter: 'N-SUSP-1' | 'N-SUSP-2' | 'N-SUSP-3' | 'N-SUSP-4',
  clause: string,
  description: string,
) =>
  ({
    target: '#case.contract.works.suspended',
    guard: and([{ type: 'reasonIs', params: { reason } }, suspensionGuard]),
    actions: ['recordSuspension', notice(letter)],
    meta: { clause },
    description,
  }) as const;

const suspend = [
  suspendedFor(
    'design-flaws',
    'N-SUSP-1',
    'II.13.1.1',
    'Flaws in the customer’s design stop the works; a day for the remedy is set.',
  ),
  suspendedFor(
    'preparatory-works',
    'N-SUSP-2',
    'II.13.1.2',
    'The customer’s preparatory works are missing; a day for them is set.',
  ),
  suspendedFor(
    'adverse-conditions',
    'N-SUSP-3',
    'II.13.1.3',
    'Conditions unsuitable for building; either party gives notice.',
  ),
  suspendedFor(
    'digging-ban',
    'N-SUSP-4',
    'II.13.1.4',
    'The municipality’s rules forbid digging in the season.',
  ),
] as const;

const resumeGuard = and(['partyMaySuspend', 'reasonIsOpen']);

export const works = chart.createStateConfig({
  description: 'The works in the operator’s grid.',
  meta: { clause: 'II.2' },
  initial: 'not-started',
  states: {
    'not-started': {
      description: 'The works wait for the full customer share.',
      meta: { clause: 'II.2.2', awaits: 'customer' },
      on: {
        'works.started': [
          {
            target: 'designing',
            guard: and([
              'designIsStillToCome',
              'shareAllowsWorks',
              'worksStartDateCanBe',
              'designIsThere',
              'withdrawalPeriodAllowsWorks',
            ]),
            actions: 'recordWorksStart',
            meta: { clause: 'II.2.3' },
            description: 'The operator begins with the design that it organises.',
          },
          {
            target: 'building',
            guard: and([
              'shareAllowsWorks',
              'worksStartDateCanBe',
              'designIsThere',
              'withdrawalPeriodAllowsWorks',
            ]),
            actions: 'recordWorksStart',
            meta: { clause: 'II.2.2' },
            description: 'The share is paid and the design is there: building begins.',
          },
        ],
      },
    },
    designing: {
      description: 'The operator has the design made.',
      meta: { clause: 'II.2.3', awaits: 'operator' },
      on: {
        'design.received': {
          target: 'building',
          guard: 'designDateCanBe',
          actions: 'recordDesign',
          meta: { clause: 'II.2.3' },
          description: 'The design is made: building begins.',
        },
        'works.suspended': suspend,
      },
    },
    building: {
      description: 'The connection is being built.',
      meta: { clause: 'II.2.1', awaits: 'operator' },
      on: {
        'works.suspended': suspend,
        'works.completed': {
          target: 'completed',
          guard: 'completionDateCanBe',
          actions: [
            'recordCompletion',
            notice('N-COMPL'),
            { type: 'issueInvoice', params: { kind: 'final' } },
            notice('N-FINALINV'),
          ],
          meta: { clause: 'II.2.6' },
          description:
            'The day of the written notice is the day of completion; the final invoice follows at once.',
        },
      },
    },
    suspended: {
      description: 'The works are stopped for one or more reasons and the term stands still.',
      meta: { clause: 'II.13.1', awaits: 'customer' },
      on: {
        'works.suspended': suspend,
        'works.resumed': [
          {
            target: 'designing',
            guard: and(['lastReasonEnds', 'designIsStillToCome', resumeGuard]),
            actions: ['recordResumption', notice('N-RESUME')],
            meta: { clause: 'II.13.1' },
            description: 'The last reason has ended: the design goes on and the term moves.',
          },
          {
            target: 'building',
            guard: and(['lastReasonEnds', resumeGuard]),
            actions: ['recordResumption', notice('N-RESUME')],
            meta: { clause: 'II.13.1' },
            description: 'The last reason has ended: the works go on and the term moves.',
          },
          {
            guard: resumeGuard,
            actions: 'recordResumption',
            meta: { clause: 'II.13.1' },
            description: 'Another reason remains: the works stay suspended.',
          },
        ],
      },
    },
    completed: {
      description:
        'Completed by written notice; the installations up to the boundary are the operator’s (II.2.8).',
      meta: { clause: 'II.2.7', awaits: 'customer' },
    },
  },
});
