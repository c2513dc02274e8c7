import type { error as latvian } from '../lv/error.ts';

export const error: typeof latvian = {
  toStart: 'To the home page',
  toCase: 'Open the case',
  status: 'Error {status}',
  requestId: 'Request number',
  e400: {
    title: 'The request could not be understood',
    detail: 'The browser sent a request that cannot be read.',
    advice: 'Go back and try again. Nothing was changed.',
  },
  e403: {
    title: 'You have no access here',
    detail: 'You are not allowed to do this.',
    advice: 'If you think that you should be, contact customer service. Nothing was changed.',
  },
  e404: {
    title: 'There is no such page',
    detail: 'The address is wrong, the page has moved, or you may not see it.',
    advice: 'Check the address or start from the home page. You see your own cases after signing in.',
  },
  e405: {
    title: 'This is not possible here',
    detail: 'This page cannot be used in that way.',
    advice: 'Open the page from the menu and try again.',
  },
  e409: {
    title: 'This is not possible now',
    detail: 'The present state of the case does not allow it.',
    advice: 'Open the case again: it shows what is possible now. Nothing was changed.',
  },
  e413: {
    title: 'The attachment is too large',
    detail: 'All files sent at one time may be up to 25 MB together.',
    advice: 'Make the files smaller or send them in parts. Nothing was saved.',
  },
  e415: {
    title: 'We do not accept this kind of content',
    detail: 'The form was sent in a way that we cannot read.',
    advice: 'Open the page again and fill in the form anew.',
  },
  e422: {
    title: 'The form has errors',
    detail: 'Some fields need to be mended.',
    advice: 'Go back to the form and mend the fields named. Nothing was changed.',
  },
  e429: {
    title: 'Too many requests',
    detail: 'Too many requests came from your address within a short time.',
    advice: 'Wait a minute and try again.',
  },
  e500: {
    title: 'A fault on our side',
    detail: 'The request could not be carried out. Nothing is half done.',
    advice: 'Try again. If the fault comes back, write to us and name the request number.',
  },
  e503: {
    title: 'The portal is not available now',
    detail: 'The database cannot be reached.',
    advice: 'Try again in a moment.',
  },
};
