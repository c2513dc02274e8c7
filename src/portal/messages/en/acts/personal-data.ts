import type { personalData as latvian } from '../../lv/acts/personal-data.ts';

export const personalData: typeof latvian = {
  'data-request.answered': {
    act: 'Answer the data request',
    event: 'Data request answered',
    follows: 'The customer receives the answer in a letter.',
    labels: { outcome: 'Decision', reasons: 'Reasons of the refusal' },
    hints: { reasons: 'Needed where the request is not granted, or only in part.' },
    choices: { outcome: { granted: 'Granted', partly: 'Granted in part', refused: 'Refused' } },
  },
  'data-request.filed': {
    act: 'File a request about personal data',
    event: 'Request about personal data received',
    follows:
      'A request is answered within 15 days, with extra checks within 30 days, and within a month at most.',
    labels: { text: 'What you ask for' },
  },
  'data-request.prolonged': {
    act: 'Tell that the data request needs extra checks',
    event: 'Data request needs extra checks',
    follows:
      'The customer receives a letter with the new day of the answer. Possible within the first 15 days.',
    labels: { reasons: 'Which checks are needed' },
  },
  'disclosure.notified': {
    act: 'Notify of an unauthorised disclosure of data',
    event: 'Unauthorised disclosure of data notified',
    follows: 'The customer receives a letter by e-mail, or by post where there is no e-mail address.',
    labels: {
      discoveredOn: 'Discovered on',
      happened: 'What happened',
      data: 'Information disclosed',
      measures: 'What has been done',
      advice: 'What you advise the customer',
    },
  },
};
