import type { ActWords } from '../../act-words.ts';

export const agreement = {
  'term.extended': {
    act: 'Pagarināt termiņu',
    event: 'Pagarināts līguma termiņš',
    follows: 'Līguma termiņš mainās uz norādīto dienu.',
  },
  'usage.agreed': {
    act: 'Vienoties par pakalpojumu izmantošanu',
    event: 'Vienošanās par pakalpojumu izmantošanu',
    follows: 'Vienošanās par pakalpojumu izmantošanu kļūst par līguma daļu.',
  },
  'contract.amended': {
    act: 'Grozīt līgumu',
    event: 'Grozīts līgums',
    follows: 'Līgums mainās tā, kā šeit rakstīts.',
  },
  'termination.agreed': {
    act: 'Vienoties par līguma izbeigšanu',
    event: 'Vienošanās par līguma izbeigšanu',
    follows: 'Līgums beidzas, kad tam piekrīt abas puses.',
  },
  'application.reinstated': {
    act: 'Atjaunot pieteikumu',
    event: 'Pieteikums atjaunots',
    follows: 'Pieteikums atkal ir spēkā, kad tam piekrīt abas puses.',
  },
} satisfies Readonly<Record<string, ActWords>>;
