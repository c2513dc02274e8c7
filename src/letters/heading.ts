import type { Head } from './head.ts';
import { SPEECH } from './speak.ts';

/** What stands above the words of every letter, in each of its forms. */

const LABELS = {
  lv: { date: 'Datums', case: 'Lieta', object: 'Objekts', to: 'Kam', sent: 'Nosūtīts' },
  en: { date: 'Date', case: 'Case', object: 'Object', to: 'To', sent: 'Sent' },
} as const;

const WAYS = {
  lv: {
    portal: 'Klientu portālā',
    email: 'e-pastā',
    post: 'pa pastu',
    hand: 'nodots personīgi pret parakstu',
  },
  en: {
    portal: 'in the customer portal',
    email: 'by e-mail',
    post: 'by post',
    hand: 'handed over in person against signature',
  },
} as const;

/** „e-pastā anna@piemers.example” */
function wayOfHead({ channel, language, to }: Head): string {
  const way = WAYS[language][channel];
  return channel === 'email' && to.email ? `${way} ${to.email}` : way;
}

export function headFacts(head: Head): [name: string, value: string][] {
  const label = LABELS[head.language];
  return [
    [label.to, [head.to.name, ...head.to.lines].join(', ')],
    [label.date, SPEECH[head.language].day(head.date)],
    [label.case, head.caseNumber],
    [label.object, head.object],
    [label.sent, wayOfHead(head)],
  ];
}

/** Who writes, at the foot of an e-mail. */
export const senderLine = ({ operator }: Head): string =>
  `${operator.name}, ${operator.registrationNumber}, ${operator.address}`;
