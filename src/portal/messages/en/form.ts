import type { form as latvian } from '../lv/form.ts';
import { plural } from '../message.ts';

export const form: typeof latvian = {
  errorTitle: plural({ one: 'One thing needs to be mended', other: 'Some things need to be mended' }),
  windowTitleError: 'Error:',
  error: 'Error:',
  optional: '(optional)',
  allowedFrom: 'This will be possible from {day}',
  dayHint: 'For example, 09/04/2025',
  fileLimits:
    'PDF, JPEG, PNG, HEIC, WebP, ZIP, EDOC and ASiC-E: one file up to 20 MB, up to 25 MB together at once.',
  fileTooLarge:
    'The files are too large: one may have up to 20 MB, all together up to 25 MB. Choose fewer, or send them one after the other.',
};
