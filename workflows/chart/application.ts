import { and } from 'xstate';
import { chart, notice } from './setup.ts';

/** From the draft to the evaluated application (II.11.1). */

export const draft = chart.createStateConfig({
  description: 'The customer is filling in the application; no clause applies yet.',
  meta: { clause: null, awaits: 'customer' },
  on: {
    'application.drafted': { actions: 'recordDraft' },
    'application.submitted': {
      target: 'application',
      guard: 'applicationIsComplete',
      actions: ['recordReceipt', notice('N-RECEIPT')],
      meta: { clause: 'II.11.1' },
      description: 'The application is registered; its receipt starts the time for the offer.',
    },
    'application.withdrawn': { target: 'withdrawn', actions: 'recordWithdrawnApplication' },
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
    },
    'owner.changed': {
      target: '.incomplete',
      guard: 'ownerDateCanBe',
      actions: ['recordNewApplicant', notice('N-MISSING')],
      meta: { clause: 'II.4.3' },
      description: 'The object has a new owner before conclusion: the new applicant is to be identified.',
    },
    'deadline.passed': { actions: 'recordPassed', meta: { clause: 'II.11.1' } },
  },
  states: {
    received: {
      description: 'Registered; the receipt date is fixed.',
      meta: { clause: 'II.11.1.1', awaits: 'operator' },
      on: {
        'application.returned': { target: 'incomplete', actions: ['recordMissing', notice('N-MISSING')], meta: { clause: 'II.5.2' } },
        'application.routed': [
          { target: 'awaiting-design', guard: and(['isNotTemporary', 'routeNeedsDesign']), actions: ['recordRoute', notice('N-TECH')], meta: { clause: 'II.11.1.2' } },
          { target: 'awaiting-contractor', guard: and(['isNotTemporary', 'routeNeedsContractor']), actions: ['recordRoute', notice('N-TECH')], meta: { clause: 'II.11.1.2' } },
          { target: 'evaluating', guard: 'isNotTemporary', actions: 'recordRoute', meta: { clause: 'II.11.1.1' } },
        ],
      },
    },
    incomplete: {
      description: 'Identification or documents are missing.',
      meta: { clause: 'II.5.2', awaits: 'customer' },
      on: {
        'application.completed': { target: 'received', guard: 'applicationIsComplete', actions: 'recordSupplement', meta: { clause: 'II.5.2' } },
        'application.returned': { actions: ['recordMissing', notice('N-MISSING')], meta: { clause: 'II.5.2' } },
      },
    },
    'awaiting-design': {
      description: 'Construction law needs a design; the time for the offer starts when it is received.',
      meta: { clause: 'II.11.1.2', awaits: 'customer' },
      on: {
        'design.received': [
          { target: 'awaiting-contractor', guard: and(['designDateCanBe', 'contractorIsStillToCome']), actions: 'recordDesign', meta: { clause: 'II.11.1.2' } },
          { target: 'evaluating', guard: 'designDateCanBe', actions: 'recordDesign', meta: { clause: 'II.11.1.2' } },
        ],
        'contractor.determined': { guard: 'contractorDateCanBe', actions: 'recordContractor', meta: { clause: 'II.11.1.2' } },
        'application.returned': { target: 'incomplete', actions: ['recordMissing', notice('N-MISSING')], meta: { clause: 'II.5.2' } },
      },
    },
    'awaiting-contractor': {
      description: 'A construction contractor is to be determined; the time for the offer starts then.',
      meta: { clause: 'II.11.1.2', awaits: 'operator' },
      on: {
        'contractor.determined': { target: 'evaluating', guard: 'contractorDateCanBe', actions: 'recordContractor', meta: { clause: 'II.11.1.2' } },
        'application.returned': { target: 'incomplete', actions: ['recordMissing', notice('N-MISSING')], meta: { clause: 'II.5.2' } },
      },
    },
    evaluating: {
      description: 'Technical evaluation and fee; the time for the offer runs.',
      meta: { clause: 'II.11.1', awaits: 'operator' },
      on: {
        'offer.issued': {
          target: '#case.offer',
          guard: and(['isNotTemporary', 'offerFitsItsDates', 'offerIsPriced', 'customerIsIdentified']),
          actions: ['recordOffer', notice('N-OFFER'), { type: 'issueInvoice', params: { kind: 'advance' } }, notice('N-ADVINV')],
          meta: { clause: 'II.11.1' },
          description: 'Part I and the advance invoice are issued in one act.',
        },
        'application.routed': [
          { target: 'awaiting-design', guard: and(['isNotTemporary', 'routeNeedsDesign']), actions: ['recordRoute', notice('N-TECH')], meta: { clause: 'II.11.1.2' } },
          { target: 'awaiting-contractor', guard: and(['isNotTemporary', 'routeNeedsContractor']), actions: ['recordRoute', notice('N-TECH')], meta: { clause: 'II.11.1.2' } },
        ],
        'application.returned': { target: 'incomplete', actions: ['recordMissing', notice('N-MISSING')], meta: { clause: 'II.5.2' } },
      },
    },
  },
});
