import { applicationCompleted } from '../acts/application/completed.ts';
import { contractorDetermined } from '../acts/application/contractor-determined.ts';
import { designReceived } from '../acts/application/design-received.ts';
import { applicationDrafted } from '../acts/application/drafted.ts';
import { applicationReturned } from '../acts/application/returned.ts';
import { applicationRouted } from '../acts/application/routed.ts';
import { applicationSubmitted } from '../acts/application/submitted.ts';
import { applicationWithdrawn } from '../acts/application/withdrawn.ts';
import { projectJoined } from '../acts/connection/project-joined.ts';
import { deadlinePassed } from '../acts/deadline-passed.ts';
import { ownerChanged } from '../acts/ending/owner-changed.ts';
import { offerIssued } from '../acts/offer/issued.ts';
import { leads, type StateConfig } from './leads.ts';

/** From the draft to the evaluated application (II.11.1). */

export const APPLICATION_ACTS = [
  applicationSubmitted,
  applicationDrafted,
  applicationReturned,
  applicationCompleted,
  applicationRouted,
  designReceived,
  contractorDetermined,
  offerIssued,
  applicationWithdrawn,
  projectJoined,
] as const;

export const draft: StateConfig = {
  description: 'The customer is filling in the application; no clause applies yet.',
  meta: { clause: null },
  on: leads(
    [applicationDrafted.ways.kept],
    [applicationSubmitted.ways.registered, 'application'],
    [applicationWithdrawn.ways.draft, 'withdrawn'],
  ),
};

export const application: StateConfig = {
  description: 'The application is with the operator.',
  meta: { clause: 'II.11.1' },
  initial: 'received',
  on: leads(
    [applicationWithdrawn.ways.application, 'withdrawn'],
    [ownerChanged.ways.beforeTheOffer, '.incomplete'],
    [projectJoined.ways.joined],
    [deadlinePassed.ways.beforeTheOffer],
  ),
  states: {
    received: {
      description: 'Registered; the receipt date is fixed.',
      meta: { clause: 'II.11.1.1' },
      on: leads(
        [applicationReturned.ways.missing, 'incomplete'],
        [applicationRouted.ways.toDesign, 'awaiting-design'],
        [applicationRouted.ways.toContractor, 'awaiting-contractor'],
        [applicationRouted.ways.toEvaluation, 'evaluating'],
      ),
    },
    incomplete: {
      description: 'Identification or documents are missing.',
      meta: { clause: 'II.5.2' },
      on: leads(
        [applicationCompleted.ways.supplied, 'received'],
        [applicationReturned.ways.missing, 'incomplete'],
      ),
    },
    'awaiting-design': {
      description: 'Construction law needs a design; the time for the offer starts when it is received.',
      meta: { clause: 'II.11.1.2' },
      on: leads(
        [designReceived.ways.contractorStillToCome, 'awaiting-contractor'],
        [designReceived.ways.evaluationBegins, 'evaluating'],
        [contractorDetermined.ways.beforeTheDesign],
        [applicationReturned.ways.missing, 'incomplete'],
      ),
    },
    'awaiting-contractor': {
      description: 'A construction contractor is to be determined; the time for the offer starts then.',
      meta: { clause: 'II.11.1.2' },
      on: leads(
        [contractorDetermined.ways.evaluationBegins, 'evaluating'],
        [applicationReturned.ways.missing, 'incomplete'],
      ),
    },
    evaluating: {
      description: 'Technical evaluation and fee; the time for the offer runs.',
      meta: { clause: 'II.11.1' },
      on: leads(
        [offerIssued.ways.issued, '#case.offer'],
        [applicationRouted.ways.toDesign, 'awaiting-design'],
        [applicationRouted.ways.toContractor, 'awaiting-contractor'],
        [applicationReturned.ways.missing, 'incomplete'],
      ),
    },
  },
};
