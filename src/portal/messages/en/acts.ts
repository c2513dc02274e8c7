import type { acts as latvian } from '../lv/acts.ts';
import { plural } from '../message.ts';
import { agreement } from './acts/agreement.ts';
import { application } from './acts/application.ts';
import { arranged } from './acts/arranged.ts';
import { connection } from './acts/connection.ts';
import { delivery } from './acts/delivery.ts';
import { ending } from './acts/ending.ts';
import { money } from './acts/money.ts';
import { offer } from './acts/offer.ts';
import { parts } from './acts/parts.ts';
import { people } from './acts/people.ts';
import { personalData } from './acts/personal-data.ts';
import { works } from './acts/works.ts';

export const acts: typeof latvian = {
  next: 'Continue',
  nextHint: 'The next step tells what follows; only then do you confirm.',
  checkTitle: 'Check and confirm',
  edit: 'Edit',
  case: 'Case',
  price: 'The customer pays with VAT',
  operatorShare: 'The operator bears, without VAT',
  ignored: 'Not in the fee',
  bothSides: 'It takes effect only when the other side confirms the same.',
  notNow: 'This act is not possible now, or it is not yours. Open the case: it shows what you can do now.',
  yes: 'Yes',
  no: 'No',
  empty: 'Not given',
  oneALine: 'One a line.',
  wrong: {
    detail: 'Nothing was changed. Mend this and go on.',
    required: 'Fill in this field.',
    notHere: 'This field does not belong to the reason chosen. Leave it empty.',
    day: 'Enter a day that is in the calendar, for example 09/04/2025.',
    amount: 'Enter an amount in euros with at most two decimals, for example 2400.00.',
    number: 'Enter a number, for example 25.',
    email: 'Enter an e-mail address, for example name@example.com.',
    phone: 'Enter a phone number, for example +371 20000001.',
    choice: 'Choose one of these.',
    tick: 'Tick this to go on.',
  },
  withdrawal: {
    leave: 'Leave the contract',
    within: 'The contract ends by the right of withdrawal, which is open until {day}.',
    after:
      'The contract ends. The right of withdrawal was open until {day}, so this is a unilateral exit from the contract, which is possible at any time.',
    exit: 'The contract ends. This is a unilateral exit from the contract, which is possible at any time.',
    refunded: plural({
      one: 'All that was paid is refunded within {count} day. A confirmation is sent.',
      other: 'All that was paid is refunded within {count} days. A confirmation is sent.',
    }),
    refundDecided:
      'How much of what was paid is refunded the operator decides, with reasons: proven costs may be deducted. A confirmation is sent.',
  },
  parts,
  arranged,
  /** Acts by their type: each entry stands in the file of its group. */
  of: {
    ...agreement,
    ...application,
    ...connection,
    ...delivery,
    ...ending,
    ...money,
    ...offer,
    ...people,
    ...personalData,
    ...works,
    'deadline.passed': { act: 'Deadline takes effect', event: 'Deadline passed' },
  },
};
