import type { delivery as latvian } from '../../lv/acts/delivery.ts';

export const delivery: typeof latvian = {
  'notice.failed': {
    act: 'Register a letter as undelivered',
    event: 'Letter could not be delivered',
  },
  'notice.dispatched': {
    act: 'Register a letter as posted or signed for',
    event: 'Letter sent',
  },
};
