import { application, draft } from './chart/application.ts';
import { contract } from './chart/contract.ts';
import { annulled, closed, terminated, withdrawn } from './chart/ended.ts';
import { offer } from './chart/offer.ts';
import { personalData } from './chart/personal-data.ts';
import { chart } from './chart/setup.ts';
import { bounced, dispatched } from './chart/throughout.ts';
import { NO_FACTS } from './facts.ts';

/** Version of this chart, recorded on every case. Raise it when a history would replay differently, and run
 *  `npm run verify-history` before an upgrade. */
export const CHART_VERSION = '1';

/** The life of a connection contract, in legal order. */
export const caseMachine = chart.createMachine({
  id: 'case',
  context: NO_FACTS,
  initial: 'draft',
  on: {
    'customer.identified': {
      guard: 'caseIsFiled',
      actions: 'recordIdentification',
      meta: { clause: 'II.5.1' },
      description: 'The customer is identified.',
    },
    'details.changed': {
      actions: 'recordDetails',
      meta: { clause: 'II.1.10' },
      description: 'A party changes its own details; no amendment is needed.',
    },
    'authority.filed': {
      actions: 'recordAuthority',
      meta: { clause: 'II.5.3' },
      description: 'A document of authority is on file from its receipt.',
    },
    'authority.revoked': {
      guard: 'authorityStands',
      actions: 'recordRevocation',
      meta: { clause: 'II.5.3' },
      description: 'A revocation binds from its receipt.',
    },
    'complaint.filed': {
      guard: 'caseIsFiled',
      actions: 'recordComplaint',
      meta: { clause: 'II.16.5' },
      description: 'A question, proposal or complaint is to be answered.',
    },
    'complaint.answered': {
      guard: 'complaintAwaitsAnswer',
      actions: ['recordComplaintAnswer', { type: 'sendNotice', params: { notice: 'N-COMPLAINT' } }],
      meta: { clause: 'II.16.5' },
      description: 'The answer, or within fifteen days the word that extra checks are needed.',
    },
    ...personalData,
    'notice.failed': bounced,
    'notice.dispatched': dispatched,
  },
  states: { draft, application, offer, annulled, withdrawn, contract, closed, terminated },
});
