import type { people as latvian } from '../../lv/acts/people.ts';

export const people: typeof latvian = {
  'customer.identified': {
    act: 'Register the identification',
    event: 'Customer identified',
    follows: 'The identification of the customer is on record. Without it no contract can be concluded.',
    labels: { method: 'How the customer was identified', documentId: 'Number of the document' },
    hints: { documentId: 'The document or signature by which the customer was identified.' },
    choices: {
      method: {
        'portal-eid': 'In the portal by eID',
        'portal-bank': 'In the portal by internet bank',
        'portal-password': 'In the portal by password',
        'qualified-esignature': 'By secure electronic signature',
        phone: 'By phone',
        'in-person': 'In person',
      },
    },
  },
  'complaint.answered': {
    act: 'Answer the complaint',
    event: 'Complaint answered',
    follows: 'The customer receives the answer in a letter.',
    labels: { extraChecks: 'Extra checks are needed' },
  },
  'details.changed': {
    act: 'Change details',
    event: 'Details changed',
    follows: 'Letters go to the new address from now on.',
    labels: {
      name: 'Name',
      email: 'E-mail',
      phone: 'Phone',
      postalAddress: 'Postal address',
      validFrom: 'Valid from',
    },
  },
  'authority.filed': {
    act: 'File an authority',
    event: 'Authority filed',
    follows: 'The representative may act for you within the limits given.',
    labels: { scope: 'What they may do', until: 'Until which day' },
  },
  'authority.revoked': {
    act: 'Revoke an authority',
    event: 'Authority revoked',
    follows: 'The representative may no longer act from the moment of receipt.',
    labels: { receivedAt: 'Day of receipt' },
  },
  'complaint.filed': {
    act: 'File a complaint',
    event: 'Complaint received',
    follows: 'The operator answers in writing within the time set.',
    labels: { text: 'Your question, proposal or complaint' },
  },
};
