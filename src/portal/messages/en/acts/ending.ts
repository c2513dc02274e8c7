import type { ending as latvian } from '../../lv/acts/ending.ts';
import { plural } from '../../message.ts';
import { namesInEnglish } from '../../names/en.ts';

export const ending: typeof latvian = {
  'force-majeure.notified': {
    act: 'Notify force majeure',
    event: 'Force majeure notified',
    follows: 'The other side is informed. Obligations are put off while the circumstances last.',
    labels: { startedOn: 'First day', event: 'What has happened' },
  },
  'force-majeure.ended': {
    act: 'Notify the end of force majeure',
    event: 'Force majeure ended',
    follows: 'Obligations are to be fulfilled as before.',
  },
  'ending.held': {
    act: 'Put the end on hold',
    event: 'End of the contract put on hold',
    follows: 'The contract does not end by itself until the hold is released.',
    inBulk: {
      confirm: plural({
        one: 'Hold the end of {count} contract',
        other: 'Hold the end of {count} contracts',
      }),
      follows: 'The contract does not end by itself for non-payment until the hold is released.',
    },
  },
  'hold.released': {
    act: 'Release the hold',
    event: 'Hold released',
    follows: 'Deadlines take effect again as usual.',
    inBulk: {
      confirm: plural({ one: 'Release {count} hold', other: 'Release {count} holds' }),
      follows: 'The clock goes on from today: what is due happens.',
    },
  },
  'owner.changed': {
    act: 'Report a new owner',
    event: 'The object has a new owner',
    follows: 'The contract with the former owner ends and is settled.',
    labels: { newOwner: 'New owner' },
  },
  'contract.withdrawn': {
    act: 'Withdraw from the contract',
    event: 'Customer withdrew from the contract',
    follows:
      'The contract ends. What was paid is refunded less what the contract provides; you receive a confirmation.',
    labels: { form: 'Form of the withdrawal', dispatchedOn: 'When the withdrawal was sent' },
    hints: { dispatchedOn: 'For a withdrawal by post: the day of dispatch.' },
    choices: { form: { portal: 'In the portal', paper: 'On paper' } },
  },
  'contract.terminated': {
    act: 'End the contract',
    event: 'Operator ended the contract',
    follows:
      'The act waits for a second person. Once approved, the contract ends and the customer is notified.',
    labels: { reason: 'Reason for the end', facts: 'Facts' },
    hints: {
      facts: 'With evidence: dates, letters, checks.',
      reasons: 'The customer receives this text in the letter.',
    },
    choices: { reason: namesInEnglish.ending },
  },
};
