import type { parts as latvian } from '../../lv/acts/parts.ts';
import { namesInEnglish } from '../../names/en.ts';
import { myData } from '../my-data.ts';

/** What parts of acts are called wherever they stand; an act that calls one otherwise says so in its own entry. */
export const parts: typeof latvian = {
  labels: {
    advanceGross: 'Amount of the advance invoice with VAT',
    agent: 'Representative',
    agreement: 'What is agreed',
    amount: 'Amount',
    channel: 'How to send the letter',
    from: 'From which day',
    likelyEndOn: 'Likely end',
    on: 'Day',
    ownershipBoundary: 'Boundary of ownership',
    paymentDueOn: 'Payment due',
    reasons: 'Reasons',
    right: 'Which right the customer uses',
    termOn: 'New term',
    text: 'Answer',
    worksBeforeFullPayment: 'Works may start before full payment',
    worksInWithdrawalPeriod: 'The customer asked in writing for works within the withdrawal period',
  },
  hints: {
    advanceGross: 'Empty: the whole customer share.',
    agreement: 'The other side must confirm the same.',
    ownershipBoundary: 'Where the operator’s installations end and the customer’s begin.',
  },
  choices: { channel: namesInEnglish.channel, right: myData.request.kinds },
};
