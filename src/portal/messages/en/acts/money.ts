import type { money as latvian } from '../../lv/acts/money.ts';

export const money: typeof latvian = {
  'payment.received': {
    act: 'Register a payment',
    event: 'Payment received',
    follows:
      'The payment counts for this case. Where an offer awaits payment and the sum is complete, the contract comes into force by it.',
    labels: {
      receivedOn: 'Day of receipt',
      reference: 'Payment reference',
      account: 'Account',
      payer: 'Payer',
      bankReference: 'Bank’s reference of the line',
      differsFrom: 'Another line than entry no.',
    },
    hints: {
      account: 'main is the account on the invoice.',
      bankReference: 'As on the statement. By it one line is not booked twice.',
      differsFrom: 'Only where the case has the same payment already and this is another one.',
    },
  },
  'refund.decided': {
    act: 'Decide the refund',
    event: 'Refund decided',
    follows: 'The sum to be refunded is settled; it must be paid in time.',
    labels: { refund: 'To refund', retained: 'To retain' },
    hints: { reasons: 'The customer receives this text in the letter.' },
  },
  'refund.paid': {
    act: 'Register the refund',
    event: 'Refund paid',
    follows: 'The refund is made. Where nothing more is owed, everything is settled.',
  },
  'debt.warned': {
    act: 'Warn of the debt',
    event: 'Debt warning sent',
    follows: 'The customer is warned that the debt may be handed over for recovery.',
  },
  'debt.handed-over': {
    act: 'Hand the debt over',
    event: 'Debt handed over for recovery',
    follows: 'A recovery provider takes over the debt.',
    labels: { provider: 'Debt recovery provider' },
  },
};
