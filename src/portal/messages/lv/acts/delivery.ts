import type { ActWords } from '../../act-words.ts';

export const delivery = {
  'notice.failed': {
    act: 'Reģistrēt, ka vēstule nav piegādāta',
    event: 'Vēstule nav piegādāta',
  },
  'notice.dispatched': {
    act: 'Reģistrēt, ka vēstule nodota pastā vai pret parakstu',
    event: 'Vēstule nosūtīta',
  },
} satisfies Readonly<Record<string, ActWords>>;
