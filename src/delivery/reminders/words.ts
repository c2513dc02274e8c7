import type { Operator } from '../../law/operator.ts';
import type { Language } from '../../law/words.ts';
import { type Block, plain } from '../../letters/blocks.ts';
import { mailPage } from '../../letters/html.ts';
import type { MailWords } from '../../letters/mail-words.ts';
import { blocksOf } from '../../letters/markup.ts';
import { rendered } from '../../letters/templates.ts';
import { mailTextOf } from '../../letters/text.ts';
import type { Remindable } from './planned.ts';

/** What a reminder says. It names the case and the deadline and nothing else of the customer: it may go to an address that
 *  others read. */
export interface ReminderFacts {
  readonly deadline: Remindable;
  readonly lastDay: string;
  readonly daysLeft: number;
  readonly clause: string;
  readonly caseNumber: string;
  readonly today: string;
}

export interface ReminderWords {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const LABELS = { lv: { case: 'Lieta' }, en: { case: 'Case' } } as const;

export function reminderWords(facts: ReminderFacts, language: Language, operator: Operator): ReminderWords {
  const { name, registrationNumber, address, portal, phone, email } = operator;
  const blocks: readonly Block[] = blocksOf(
    rendered('reminder', language, { ...facts, operator: { name, portal, phone, email } }),
  );
  const [first] = blocks;
  if (first?.kind !== 'heading') throw new Error(`The reminder (${language}) begins with its title, an h1.`);
  const title = plain(first.runs);
  const words: MailWords = {
    language,
    title,
    sender: name,
    facts: [[LABELS[language].case, facts.caseNumber]],
    sheets: [blocks],
    foot: `${name}, ${registrationNumber}, ${address}`,
  };
  return { subject: `${title} (${facts.caseNumber})`, html: mailPage(words), text: mailTextOf(words) };
}
