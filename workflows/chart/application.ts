import { and } from 'xstate';
import { chart, notice } from './setup.ts';
import { joinsProject } from './throughout.ts';

/** From the draft to the evaluated application (II.11.1). */

const returned = {
  target: 'incomplete',
  actions: ['recordMissing', notice('N-MISSING')],
  meta: { clause: 'II.5.2' },
  description: 'Something is missing: the customer is told what.',
} as const;

const toDesign = {
  target: 'awaiting-design',
  guard: and(['isNotTemporary', 'requirementsStillHold', 'routeNeedsDesign']),
  actions: ['recordRoute', notice('N-TECH')],
  meta: { clause: 'II.11.1.2' },
  description: 'A design is needed: the time for the offer waits for it.',
} as const;

const toContractor = {
  target: 'awaiting-contractor',
  guard: and(['isNotTemporary', 'requirementsStillHold', 'routeNeedsContractor']),
  actions: ['recordRoute', notice('N-TECH')],
  meta: { clause: 'II.11.1.2' },
  description: 'A contractor is to be determined: the time for the offer waits for it.',
} as const;

export const draft = chart.createStateConfig({
  description: 'The customer is filling in the application; no clause applies yet.',
  meta: { clause: null, awaits: 'customer' },
  on: {
    'application.drafted': {
      actions: 'recordDraft',
      meta: { clause: null },
      description: 'The draft is kept.',
    },
    'application.submitted': {
      target: 'application',
      guard: 'applicationIsComplete',
      actions: ['recordReceipt', notice('N-RECEIPT')],
      meta: { clause: 'II.11.1' },
      description: 'The application is registered; its receipt starts the time for the offer.',
    },
    'application.withdrawn': {
      target: 'withdrawn',
      actions: 'recordWithdrawnApplication',
      meta: { clause: null },
      description: 'The draft is given up.',
    },
  },
});

export const application = chart.createStateConfig({
  description: 'The application is with the operator.',
  meta: { clause: 'II.11.1', awaits: 'operator' },
  initial: 'received',
  on: {
    'application.withdrawn': {
      target: 'withdrawn',
      actions: ['recordWithdrawnApplication', notice('N-CONF')],
      meta: { clause: null },
      description: 'The customer takes the application back.',
    },
    'owner.changed': {
      target: '.incomplete',
      guard: 'ownerDateCanBe',
      actions: ['recordNewApplicant', notice('N-MISSING')],
      meta: { clause: 'II.4.3' },
      description: 'The object has a new owner before conclusion: the new applicant is to be identified.',
    },
    'project.joined': joinsProject,
    'deadline.passed': {
      actions: 'recordPassed',
      meta: { clause: 'II.11.1' },
      description: 'The time for the offer is over; staff are told.',
    },
  },
  states: {
    received: {
      description: 'Registered; the receipt date is fixed.',
      meta: { clause: 'II.11.1.1', awaits: 'operator' },
      on: {
        'application.returned': returned,
        'application.routed': [
          toDesign,
          toContractor,
          {
            target: 'evaluating',
            guard: and(['isNotTemporary', 'requirementsStillHold']),
            actions: 'recordRoute',
            meta: { clause: 'II.11.1.1' },
            description: 'Neither a design nor a contractor is needed: the time runs from receipt.',
          },
        ],
      },
    },
    incomplete: {
      description: 'Identification or documents are missing.',
      meta: { clause: 'II.5.2', awaits: 'customer' },
      on: {
        'application.completed': {
          target: 'received',
          guard: 'applicationIsComplete',
          actions: 'recordSupplement',
          meta: { clause: 'II.5.2' },
          description: 'What was missing has been handed over.',
        },
        'application.returned': { ...returned, description: 'Something else is missing.' },
      },
    },
    'awaiting-design': {
      description: 'Construction law needs a design; the time for the offer starts when it is received.',
      meta: { clause: 'II.11.1.2', awaits: 'customer' },
      on: {
        'design.received': [
          {
            target: 'awaiting-contractor',
            guard: and(['designDateCanBe', 'contractorIsStillToCome']),
            actions: 'recordDesign',
            meta: { clause: 'II.11.1.2' },
            description: 'The design is there, the contractor is still to be determined.',
          },
          {
            target: 'evaluating',
            guard: 'designDateCanBe',
            actions: 'recordDesign',
            meta: { clause: 'II.11.1.2' },
            description: 'The design is there: the thirty days for the offer run.',
          },
        ],
        'contractor.determined': {
          guard: 'contractorDateCanBe',
          actions: 'recordContractor',
          meta: { clause: 'II.11.1.2' },
          description: 'The contractor is determined before the design is there.',
        },
        'application.returned': returned,
      },
    },
    'awaiting-contractor': {
      description: 'A construction contractor is to be determined; the time for the offer starts then.',
      meta: { clause: 'II.11.1.2', awaits: 'operator' },
      on: {
        'contractor.determined': {
          target: 'evaluating',
          guard: 'contractorDateCanBe',
          actions: 'recordContractor',
          meta: { clause: 'II.11.1.2' },
          description: 'The contractor is determined: the thirty days for the offer run.',
        },
        'application.returned': returned,
      },
    },
    evaluating: {
      description: 'Technical evaluation and fee; the time for the offer runs.',
      meta: { clause: 'II.11.1', awaits: 'operator' },
      on: {
        'offer.issued': {
          target: '#case.offer',
          guard: and(['isNotTemporary', 'offerFitsItsDates', 'offerIsPriced', 'customerIsIdentified']),
          actions: [
            'recordOffer',
            notice('N-OFFER'),
            { type: 'issueInvoice', params: { kind: 'advance' } },
            notice('N-ADVINV'),
          ],
          meta: { clause: 'II.11.1' },
          description: 'Part I and the advance invoice are issued in one act.',
        },
        'application.routed': [toDesign, toContractor],
        'application.returned': returned,
      },
    },
  },
});
