import type { works as latvian } from '../../lv/acts/works.ts';
import { namesInEnglish } from '../../names/en.ts';

export const works: typeof latvian = {
  'works.started': {
    act: 'Start the works',
    event: 'Works started',
    follows: 'The works have begun, and the customer sees so in the case.',
  },
  'works.completed': {
    act: 'Register completion',
    event: 'Works completed',
    follows: 'The customer receives a notice and the final invoice and is asked to confirm readiness.',
  },
  'works.suspended': {
    act: 'Suspend the works',
    event: 'Works suspended',
    follows: 'The customer receives a notice. The term does not run while the works are suspended.',
    labels: {
      reason: 'Reason for the suspension',
      remedyBy: 'Remedy by',
      flaws: 'Flaws in the design',
      works: 'Preparatory works to be done',
      conditions: 'Conditions',
      municipality: 'Municipality',
      regulation: 'Rules that forbid digging',
    },
    hints: {
      remedyBy: 'For flaws in the design and preparatory works.',
      likelyEndOn: 'Required for unfit conditions.',
      flaws: 'Only where the reason is flaws in the design. One a line.',
      works: 'Only where the reason is preparatory works. One a line.',
      conditions: 'Only for unfit conditions.',
      municipality: 'Only for a ban on digging.',
      regulation: 'Only for a ban on digging.',
    },
    choices: { reason: namesInEnglish.suspension },
  },
  'works.resumed': {
    act: 'Resume the works',
    event: 'Works resumed',
    follows: 'The works go on, and the customer receives a notice with the new term.',
    labels: { reason: 'Reason for the suspension' },
    choices: { reason: namesInEnglish.suspension },
  },
};
