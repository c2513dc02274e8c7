import type { agreement as latvian } from '../../lv/acts/agreement.ts';

export const agreement: typeof latvian = {
  'term.extended': {
    act: 'Extend the term',
    event: 'Term extended',
    follows: 'The term of the contract moves to the day given.',
  },
  'usage.agreed': {
    act: 'Agree terms of use',
    event: 'Terms of use agreed',
    follows: 'The agreement on the use of services becomes part of the contract.',
  },
  'contract.amended': {
    act: 'Amend the contract',
    event: 'Contract amended',
    follows: 'The contract changes as written here.',
  },
  'termination.agreed': {
    act: 'Agree to end the contract',
    event: 'End of the contract agreed',
    follows: 'The contract ends when both sides agree.',
  },
  'application.reinstated': {
    act: 'Reinstate the application',
    event: 'Application reinstated',
    follows: 'The application stands again once both sides agree.',
  },
};
