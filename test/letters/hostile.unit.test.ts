import { describe, expect, test } from 'vitest';
import { checkedModel } from '../../src/letters/compose.ts';
import { NO_SHAPE } from '../../src/letters/glyphs.ts';
import { mailHtml, portalHtml } from '../../src/letters/html.ts';
import { writeLetter } from '../../src/letters/letter.ts';
import { letterPdf } from '../../src/letters/pdf.ts';
import { sampleLetters } from '../../src/letters/samples/index.ts';
import { mailText } from '../../src/letters/text.ts';
import { closedUp, pdfPages, pdfText } from './support/pdf-text.ts';

/** What people write stays text in every form of a letter, and legible. */

const HOSTILE = {
  script: '<script>alert("x")</script>',
  template: '{{head.operator.account.iban}} {{{constructor}}}',
  typesetter: '#sys.inputs.data $ x $ *b* _i_ `#eval("1+1")` \\u{41} @ref <label>',
  entity: '&lt;b&gt; &amp;amp; &#0; &nbsp;',
  attribute: '" onmouseover="alert(1)" x="',
  control: 'a\u0000b\u0007c\u001bd',
  rightToLeft: 'Jānis \u202egpj.exe\u202c Bērziņš\u200f',
  zeroWidth: 'Jā\u200bnis\ufeff Bē\u00adrziņš',
  scripts: '東京 😀 שלום',
  lines: '- viens\r\n\r\n\r\n\r\n- divi\u2028trīs',
} as const;

const [warning] = sampleLetters('lv', 'N-OBJREJ');
const [connected] = sampleLetters('lv', 'N-RECEIPT');

const objecting = (reasons: string) =>
  writeLetter(checkedModel('N-OBJREJ', { ...warning!.model, letter: { ...warning!.model.letter, reasons } }));
const namedCustomer = (name: string) =>
  writeLetter(
    checkedModel('N-RECEIPT', {
      ...connected!.model,
      head: { ...connected!.model.head, to: { ...connected!.model.head.to, name } },
    }),
  );

describe('hostile words', () => {
  test.each(Object.entries(HOSTILE))('%s stays text', (_name, text) => {
    for (const letter of [objecting(text), namedCustomer(text.replace(/\s+/g, ' '))]) {
      expect(() => letterPdf(letter)).not.toThrow();
      for (const html of [mailHtml(letter), portalHtml(letter)]) {
        expect(html).not.toMatch(/<script|<[^>]*\sonmouseover=/i);
        expect(html).not.toContain('LV00HABA0000000000000');
      }
    }
  });

  test('markup, templates and typesetting come out as they were written', () => {
    for (const text of [
      HOSTILE.script,
      HOSTILE.template,
      HOSTILE.typesetter,
      HOSTILE.entity,
      HOSTILE.attribute,
    ]) {
      const letter = objecting(text);
      expect(mailText(letter)).toContain(text);
      expect(pdfText(letterPdf(letter))).toContain(closedUp(text));
    }
  });

  test('marks that turn the text around or show nothing are left out', () => {
    expect(mailText(namedCustomer(HOSTILE.rightToLeft))).toContain('Kam: Jānis gpj.exe Bērziņš,');
    expect(mailText(namedCustomer(HOSTILE.zeroWidth))).toContain('Kam: Jānis Bērziņš,');
    expect(mailText(objecting(HOSTILE.control))).toContain('abcd');
  });

  test('signs that the font lacks are shown as such on paper and kept elsewhere', () => {
    const letter = objecting(HOSTILE.scripts);
    expect(mailText(letter)).toContain(HOSTILE.scripts);
    expect(pdfText(letterPdf(letter))).toContain(closedUp(HOSTILE.scripts.replace(/[^ ]/gu, NO_SHAPE)));
  });

  test('a name of 5,000 characters breaks its lines and is wholly there', () => {
    const name = 'Ķ'.repeat(5000);
    const letter = writeLetter(
      checkedModel('N-OBJREJ', { ...warning!.model, letter: { ...warning!.model.letter, reasons: name } }),
    );
    expect(closedUp(pdfPages(letterPdf(letter)).join(''))).toContain(name);
    expect(pdfPages(letterPdf(namedCustomer('Ķ'.repeat(300)))).length).toBeLessThan(4);
  });

  test('what was written in paragraphs stays in paragraphs', () => {
    const { sheets } = objecting(HOSTILE.lines);
    const paragraphs = sheets[0]!.blocks
      .filter((block) => block.kind === 'paragraph')
      .map((block) => block.runs.map((run) => run.text).join(''));
    expect(paragraphs).toEqual(expect.arrayContaining(['- viens', '- divi', 'trīs']));
  });
});
