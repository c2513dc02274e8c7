import type { form as latvian } from '../lv/form.ts';
import { plural } from '../message.ts';

export const form: typeof latvian = {
  errorTitle: plural({ one: 'One thing needs to be mended', other: 'Some things need to be mended' }),
  windowTitleError: 'Error:',
  error: 'Error:',
  optional: '(optional)',
  allowedFrom: 'This will be possible from {day}',
  dayHint: 'For example, 09/04/2025',
  fileLimits: 'PDF, JPEG, PNG, HEIC, WebP, EDOC and ASiC-E; up to 25 MB together.',
};
