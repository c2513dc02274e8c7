import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/law/words.ts';
import { checkedModel, LetterIsIncomplete } from '../../src/letters/compose.ts';
import { writeLetter } from '../../src/letters/letter.ts';
import { letterPdf } from '../../src/letters/pdf.ts';
import { sampleLetters } from '../../src/letters/samples/index.ts';
import { SPEECH } from '../../src/letters/speak.ts';
import { closedUp, pdfText } from './support/pdf-text.ts';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^\d+\.\d{2}$/;

/** Facts that some forms of a letter have no use for: a day that does not matter there, an amount that is nothing. */
const SILENT: Readonly<Record<string, readonly string[]>> = {
  'N-RECEIPT': ['letter.offerLastDay'], // a temporary connection has no offer
  'N-OFFER': ['letter.advanceGross'],
  'N-ADVINV': ['letter.dueOn'],
  'N-OBJREJ': ['letter.windowLastDay'], // whoever has accepted needs none
  'N-ANNWARN': ['letter.received'],
  'N-ANN': ['letter.refund'],
  'N-INFORCE': ['letter.outstanding', 'letter.paymentDueOn'],
  'N-COMPL': ['letter.outstanding', 'letter.invoice.dueOn'], // settled
  'N-FINALINV': ['letter.advanceTotal', 'letter.overpaid'], // the advances stand one by one
  'N-END': [
    'letter.dueOn',
    'letter.termOn',
    'letter.remedyBy',
    'letter.settlement.received',
    'letter.settlement.refundDue',
    'letter.settlement.debt',
  ],
  'N-CONF': ['letter.settlement.received', 'letter.settlement.refundDue', 'letter.settlement.debt'],
};

interface Fact {
  readonly path: string;
  readonly forms: readonly string[];
}

/** Days and amounts of a model in the forms in which a letter may say them. */
function factsIn(value: unknown, language: Language, path = ''): Fact[] {
  const speech = SPEECH[language];
  if (typeof value === 'string') {
    if (ISO_DAY.test(value))
      return [
        {
          path,
          forms: [
            value,
            speech.day(value),
            speech.on(value),
            speech.until(value),
            speech.from(value),
            speech.of(value),
            speech.short(value),
          ],
        },
      ];
    return AMOUNT.test(value) ? [{ path, forms: [speech.eur(value), speech.percent(value)] }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    factsIn(item, language, path === '' ? key : `${path}.${key}`),
  );
}

describe('the paper says the facts of its model', () => {
  const cases = (['lv', 'en'] as const).flatMap((language) =>
    sampleLetters(language).map(
      ({ notice, shows, model }) => [`${notice} ${shows} (${language})`, language, model] as const,
    ),
  );

  test.each(cases)('%s', (_name, language, model) => {
    const text = pdfText(letterPdf(writeLetter(model)));
    const facts = factsIn(
      { letter: model.letter, enclosures: model.enclosures, date: model.head.date },
      language,
    );
    const unsaid = facts
      .filter(({ forms }) => !forms.some((form) => text.includes(closedUp(form))))
      .map(({ path }) => path);
    expect(unsaid.filter((path) => !(SILENT[model.head.notice] ?? []).includes(path))).toEqual([]);
    expect(text).toContain(closedUp(model.head.caseNumber));
    expect(text).toContain(closedUp(model.head.object));
    expect(text).toContain(closedUp(model.head.to.name));
  });
});

describe('what is missing is an error, not a blank', () => {
  const [sample] = sampleLetters('lv', 'N-ANNWARN');

  test.each(['earliestDay', 'outstanding', 'windowLastDay'])(
    'N-ANNWARN without %s cannot be written',
    (field) => {
      const { [field]: _left, ...letter } = sample!.model.letter;
      expect(() => checkedModel('N-ANNWARN', { ...sample!.model, letter })).toThrow(LetterIsIncomplete);
    },
  );

  test('an empty day is missing, and the error quotes nobody', () => {
    const model = {
      ...sample!.model,
      head: { ...sample!.model.head, to: { ...sample!.model.head.to, name: '' } },
      letter: { ...sample!.model.letter, earliestDay: '' },
    };
    expect(() => checkedModel('N-ANNWARN', model)).toThrow(
      /^N-ANNWARN cannot be written: head\.to\.name \(too_small\), letter\.earliestDay \(invalid_format\)$/,
    );
  });
});

describe('days and numbers in the forms of the language', () => {
  test('Latvian cases of a date', () => {
    const { on, until, from, day, of } = SPEECH.lv;
    expect([on, until, from, day, of].map((form) => form('2025-04-09').replaceAll('\u00a0', ' '))).toEqual([
      '2025. gada 9. aprīlī',
      'līdz 2025. gada 9. aprīlim',
      'no 2025. gada 9. aprīļa',
      '2025. gada 9. aprīlis',
      '2025. gada 9. aprīļa',
    ]);
    expect(SPEECH.lv.until('2026-03-01').replaceAll('\u00a0', ' ')).toBe('līdz 2026. gada 1. martam');
  });

  test('one day and many days', () => {
    expect([1, 2, 11, 21, 30].map((count) => SPEECH.lv.days(count).replace('\u00a0', ' '))).toEqual([
      '1 diena',
      '2 dienas',
      '11 dienas',
      '21 diena',
      '30 dienas',
    ]);
    expect([1, 2, 21].map((count) => SPEECH.lv.ofDays(count).replace('\u00a0', ' '))).toEqual([
      '1 dienas',
      '2 dienu',
      '21 dienas',
    ]);
    expect([1, 2].map((count) => SPEECH.en.days(count).replace('\u00a0', ' '))).toEqual(['1 day', '2 days']);
  });

  test('clauses', () => {
    expect(
      ['II.11.3', 'II.def.fee-1/8.3', 'VAT Act 142'].map((clause) =>
        SPEECH.lv.clause(clause).replaceAll('\u00a0', ' '),
      ),
    ).toEqual([
      'II daļas 11.3. punkts',
      'II daļas terminu skaidrojums',
      'Pievienotās vērtības nodokļa likuma 142. pants',
    ]);
    expect(
      ['II.11.3', 'VAT Act 142'].map((clause) => SPEECH.en.clause(clause).replaceAll('\u00a0', ' ')),
    ).toEqual(['clause 11.3 of Part II', 'VAT Act section 142']);
  });
});
