import { z } from 'zod';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { creditNotesOf } from '../asked.ts';
import { amount, isoDay, ratio, words } from '../fields.ts';
import { partyFields, partyOf } from './shapes.ts';

/** Takes an invoice back that asks for nothing any more. */
export const creditNoteFields = z.strictObject({
  number: words,
  issuedOn: isoDay,
  credits: words,
  creditsIssuedOn: isoDay,
  buyer: partyFields,
  net: amount,
  vatRate: ratio,
  vat: amount,
  gross: amount,
});

interface Credited {
  readonly credits: string;
  readonly creditsIssuedOn: string;
}

export const creditNotesFor = (asked: LetterAsked): z.input<typeof creditNoteFields>[] =>
  creditNotesOf(asked).map(({ number, issuedOn, net, vatRate, vat, gross, data }) => {
    const { credits, creditsIssuedOn } = data as Credited;
    return { number, issuedOn, credits, creditsIssuedOn, buyer: partyOf(asked), net, vatRate, vat, gross };
  });
