import { plural } from '../message.ts';

export const form = {
  errorTitle: plural({ one: 'Jālabo viens lauks', other: 'Jālabo vairāki lauki' }),
  windowTitleError: 'Kļūda:',
  error: 'Kļūda:',
  optional: '(nav obligāti)',
  allowedFrom: 'Tas būs iespējams no {day}',
  dayHint: 'Piemēram, 09.04.2025',
  fileLimits:
    'Der PDF, JPEG, PNG, HEIC, WebP, ZIP, EDOC un ASiC-E: viens fails līdz 20 MB, vienā reizē kopā līdz 25 MB.',
  fileTooLarge:
    'Faili ir par lieliem: viens drīkst būt līdz 20 MB, visi kopā līdz 25 MB. Izvēlieties mazāk vai sūtiet pa daļām.',
};
