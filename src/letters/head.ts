import { z } from 'zod';
import type { Draft } from '../../workflows/application.ts';
import { type NoticeId, OPERATOR_NOTICES } from '../../workflows/notices.ts';
import type { LetterAsked } from '../casework/carry-out/letter.ts';
import { channel, clause, isoDay, language, words } from './fields.ts';

/** What every letter bears at its head: who writes to whom, when, in which case and by which way. */
export const headSchema = z.strictObject({
  notice: z.enum(OPERATOR_NOTICES),
  language,
  caseNumber: words,
  date: isoDay,
  operator: z.strictObject({
    name: words,
    registrationNumber: words,
    vatNumber: words,
    address: words,
    site: words,
    portal: words,
    email: words,
    phone: words,
    account: z.strictObject({ iban: words, bic: words, bank: words }),
    lastGuaranteedSupplyTrader: words,
  }),
  to: z.strictObject({
    name: words,
    kind: z.enum(['natural', 'legal', 'operator']),
    /** Personal code or registration number: says whose letter it is and is not shown. */
    code: words.nullable(),
    /** Lines of the postal address as the window of an envelope shows them; none where none is known. */
    lines: z.array(words),
    email: words.nullable(),
  }),
  /** The place or installation that the case is about. */
  object: words,
  channel,
  /** When the letter counts as received, and by which clause (II.16.4). */
  receivedOn: isoDay,
  receiptClause: clause,
  /** The letter was sent before and did not arrive. */
  again: z.strictObject({ sentOn: isoDay, channel }).nullable(),
});
export type Head = z.output<typeof headSchema>;

/** `Brīvības iela 1–5, Rīga, LV-1010` → `Brīvības iela 1–5`, `Rīga, LV-1010`: the place stands beside its postal code. */
export function addressLines(address: string): string[] {
  const parts = address
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const last = parts.at(-1);
  if (parts.length < 3 || last === undefined || !/^(LV[-– ]?)?\d{4,5}$/i.test(last)) return parts;
  return [...parts.slice(0, -2), `${parts.at(-2)}, ${last}`];
}

/** The object in one line; an application names an address, a cadastre number or both (II.def.object). */
function objectLine({ object }: Draft, language: 'lv' | 'en'): string {
  const cadastre =
    object?.cadastreNumber &&
    `${language === 'lv' ? 'kadastra Nr.' : 'cadastre no.'} ${object.cadastreNumber}`;
  const place = [object?.address, cadastre].filter((part) => part).join(', ');
  return [place, object?.installation].filter((part) => part).join(' – ');
}

const operatorOf = ({ moment }: LetterAsked): Head['operator'] => {
  const { timeZone: _, casePrefix: __, ...shown } = moment.law.operator;
  return shown;
};

export function headOf(notice: NoticeId, asked: LetterAsked): z.input<typeof headSchema> {
  const { place, happened, language, channel, address, receipt, again } = asked;
  const { application } = happened.state.facts;
  const { customer } = application;
  const postal = channel === 'post' ? address.to : customer?.postalAddress;
  return {
    notice,
    language,
    caseNumber: place.number,
    date: happened.event.today,
    operator: operatorOf(asked),
    to: {
      name: customer?.name ?? '',
      kind: customer?.kind ?? 'natural',
      code: customer?.personalCode ?? customer?.registrationNumber ?? null,
      lines: postal ? addressLines(postal) : [],
      email: channel === 'email' ? address.to : (customer?.email ?? null),
    },
    object: objectLine(application, language),
    channel,
    receivedOn: receipt.on.toString(),
    receiptClause: receipt.clause,
    again: again && { sentOn: again.sentOn, channel: again.channel },
  };
}
