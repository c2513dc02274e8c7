import type { done as latvian } from '../lv/done.ts';

export const done: typeof latvian = {
  signedOut: 'You have signed out.',
  registered: 'Your registration was received. You can now sign in with your e-mail address and password.',
};
