import type { application as latvian } from '../../lv/acts/application.ts';
import { namesInEnglish } from '../../names/en.ts';

const MAKERS = { customer: namesInEnglish.role.customer, operator: namesInEnglish.endedBy.operator };

export const application: typeof latvian = {
  'application.submitted': {
    act: 'Submit the application',
    event: 'Application submitted',
  },
  'application.drafted': {
    act: 'Edit the draft',
    event: 'Draft written',
  },
  'application.returned': {
    act: 'Request more information',
    event: 'More information requested',
    follows:
      'The customer receives the request and completes the application. The case waits for the customer.',
    labels: { missing: 'What is missing' },
  },
  'application.completed': {
    act: 'Complete the application',
    event: 'Application completed',
    follows: 'The completed application goes to the operator, who goes on with it.',
    labels: { documents: 'Documents handed in', notes: 'Explanation' },
    hints: { documents: 'Name what you hand in, one a line.' },
  },
  'application.routed': {
    act: 'Settle the next steps',
    event: 'Next steps of the application settled',
    follows:
      'If nothing is needed, the operator prepares the offer; otherwise the case waits for the design or the contractor.',
    labels: {
      designNeeded: 'A design is needed',
      designBy: 'Who makes the design',
      contractorNeeded: 'A contractor must be determined',
      contractorChosenBy: 'Who chooses the contractor',
      requirementsNumber: 'Number of the technical requirements',
      requirementsValidUntil: 'Technical requirements valid until',
      connectionPoint: 'Connection point',
    },
    hints: {
      designBy: 'Only where needed.',
      contractorChosenBy: 'Only where needed.',
      requirementsNumber: 'Where requirements are issued for this connection alone.',
    },
    choices: { designBy: MAKERS, contractorChosenBy: MAKERS },
  },
  'design.received': {
    act: 'Hand in the design',
    event: 'Design received',
    follows: 'The design is received, and the operator goes on to the offer.',
    labels: { on: 'Day of receipt', designId: 'Number of the design' },
  },
  'contractor.determined': {
    act: 'Name the contractor',
    event: 'Contractor determined',
    follows: 'The contractor is known, and the operator goes on to the offer.',
    labels: { chosenBy: 'Who chooses the contractor', name: 'Contractor' },
    choices: { chosenBy: MAKERS },
  },
  'application.withdrawn': {
    act: 'Withdraw the application',
    event: 'Application withdrawn',
    follows: 'The application ends. A new connection needs a new application.',
  },
};
