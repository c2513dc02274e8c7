import type { offer as latvian } from '../../lv/acts/offer.ts';
import { plural } from '../../message.ts';

export const offer: typeof latvian = {
  'offer.issued': {
    act: 'Issue the offer',
    event: 'Offer issued',
    follows: 'The customer receives Part I and the advance invoice. The time to sign, pay or object begins.',
    labels: { termOn: 'Term of the contract' },
  },
  'contract.signed': {
    act: 'Sign the contract',
    event: 'Contract signed',
    follows:
      'When both sides have signed, the contract is in force. What is not paid yet falls due by the invoice.',
    labels: { form: 'Form of the signature', signedAt: 'When signed' },
    hints: { signedAt: 'Leave it empty if you sign now.' },
    choices: {
      form: {
        portal: 'In the portal',
        'handwritten-identifiable': 'By hand, signer identified',
        'esign-timestamped': 'Secure e-signature with time stamp',
      },
    },
  },
  'offer.objected': {
    act: 'Object to the offer',
    event: 'Objection filed',
    follows:
      'The operator reviews the objection and answers: revises the offer or rejects with reasons. Until then no contract is concluded.',
    labels: { reasons: 'Your objection' },
    hints: { reasons: 'Explain what you do not accept. The operator will answer with reasons.' },
  },
  'offer.revised': {
    act: 'Issue a revised offer',
    event: 'Revised offer issued',
    follows: 'The customer receives a revised offer and invoice. The time to answer begins anew.',
    labels: { termOn: 'Term of the contract' },
  },
  'objection.rejected': {
    act: 'Reject the objection',
    event: 'Objection rejected',
    follows: 'The customer receives an answer with reasons. The offer stands as it was.',
    hints: { reasons: 'The customer receives this text in the letter.' },
  },
  'annulment.warned': {
    act: 'Warn of annulment',
    event: 'Warning of annulment sent',
    follows: 'The customer receives a warning. The application may be annulled only after its time has run.',
    inBulk: {
      confirm: plural({ one: 'Send {count} warning', other: 'Send {count} warnings' }),
      follows:
        'Each customer receives the warning. Where the customer neither signs nor pays nor objects, the application is annulled no earlier than the day in the warning.',
    },
  },
  'application.annulled': {
    act: 'Annul the application',
    event: 'Application annulled',
    follows: 'The application ends. The customer is notified, and money received is to be refunded.',
  },
  'annulment.held': {
    act: 'Put the annulment on hold',
    event: 'Annulment put on hold',
    follows: 'The application is not annulled until the hold is released.',
    inBulk: {
      confirm: plural({
        one: 'Hold annulment in {count} case',
        other: 'Hold annulment in {count} cases',
      }),
      follows: 'Neither warning nor annulment happens by itself until the hold is released.',
    },
  },
};
