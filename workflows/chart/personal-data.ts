import { and } from 'xstate';
import { notice } from './setup.ts';

/** What concerns personal data, in every case that was filed, also after its end; none of it moves the case (II.8, II.9). */
export const personalData = {
  'data-request.filed': {
    guard: 'caseIsFiled',
    actions: 'recordDataRequest',
    meta: { clause: 'II.9.3' },
    description:
      'A data subject uses a right; the answer is due within the time of II.16.5, at most a month.',
  },
  'data-request.prolonged': {
    guard: and(['dataRequestAwaitsAnswer', 'rightWasAskedFor', 'requestMayBeProlonged']),
    actions: ['recordProlongedDataRequest', notice('N-GDPR')],
    meta: { clause: 'II.16.5' },
    description: 'Within fifteen days the word that extra checks are needed.',
  },
  'data-request.answered': {
    guard: and(['dataRequestAwaitsAnswer', 'rightWasAskedFor']),
    actions: ['recordDataAnswer', notice('N-GDPR')],
    meta: { clause: 'II.9.3' },
    description: 'The request is granted or, with reasons, refused in whole or in part.',
  },
  'disclosure.notified': {
    guard: and(['caseIsFiled', 'discoveryDateCanBe']),
    actions: notice('N-BREACH'),
    meta: { clause: 'II.8.4' },
    description: 'The customer is told of an unauthorised disclosure and of what has been done.',
  },
} as const;
