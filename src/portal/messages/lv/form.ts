import { plural } from '../message.ts';

export const form = {
  errorTitle: plural({ one: 'Jālabo viens lauks', other: 'Jālabo vairāki lauki' }),
  windowTitleError: 'Kļūda:',
  error: 'Kļūda:',
  optional: '(nav obligāti)',
  allowedFrom: 'Tas būs iespējams no {day}',
  dayHint: 'Piemēram, 09.04.2025',
  fileLimits: 'Der PDF, JPEG, PNG, HEIC, WebP, EDOC un ASiC-E; kopā līdz 25 MB.',
};
