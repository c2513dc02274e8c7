import type { connection as latvian } from '../../lv/acts/connection.ts';

export const connection: typeof latvian = {
  'project.joined': {
    act: 'Join a common project',
    event: 'Joined a common project',
    follows: 'The case becomes part of a common project with the share given.',
    labels: { projectId: 'Number of the common project', shareNet: 'Share without VAT' },
  },
  'readiness.confirmed': {
    act: 'Confirm readiness',
    event: 'Readiness for voltage confirmed',
    follows:
      'The operator can connect the object. If the site check disproves it, readiness must be confirmed again.',
    labels: {
      installationsBuilt: 'My installations are built',
      preparedForVoltage: 'They are prepared to receive voltage',
      tradingContract: 'There is an electricity trading contract',
    },
    hints: { tradingContract: 'Without one the supplier of last resort supplies electricity.' },
  },
  'readiness.disproved': {
    act: 'Register that readiness was disproved',
    event: 'Readiness disproved by the site check',
    follows: 'The customer is told that the object is not ready and confirms readiness again.',
    labels: { findings: 'What the check found' },
  },
  'connection.made': {
    act: 'Register the connection',
    event: 'Connected to the grid',
    follows: 'The object is connected. The customer receives a notice.',
    labels: { loadSwitched: 'Load switched from the old supply', meter: 'Meter number' },
  },
  'old-supply.cut': {
    act: 'Register the cut of the old supply',
    event: 'Old supply cut off',
    follows: 'The customer is told that the old supply is cut.',
  },
};
