import { describe, expect, test } from 'vitest';
import { textsOf } from '../../src/letters/blocks.ts';
import { headFacts } from '../../src/letters/heading.ts';
import { mailHtml, portalHtml } from '../../src/letters/html.ts';
import { type WrittenLetter, writeLetter } from '../../src/letters/letter.ts';
import { blocksOf } from '../../src/letters/markup.ts';
import { letterPdf } from '../../src/letters/pdf.ts';
import { type SampleLetter, sampleLetters } from '../../src/letters/samples/index.ts';
import { mailText } from '../../src/letters/text.ts';
import { closedUp, pdfText } from './support/pdf-text.ts';

/** E-mail, plain text, portal and PDF of one letter never differ: all are made from the same blocks. */

const LANGUAGES = ['lv', 'en'] as const;
const samples = LANGUAGES.flatMap((language) =>
  sampleLetters(language).map((sample) => ({ ...sample, language })),
);
const named = ({ notice, shows, language }: SampleLetter & { language: string }) =>
  `${notice} ${shows} (${language})`;

/** Everything that the letter says, in reading order; blank cells of forms say nothing. */
const saidBy = (letter: WrittenLetter): string[] =>
  [
    ...headFacts(letter.head)
      .slice(1)
      .map(([, value]) => value),
    ...letter.sheets.flatMap(({ blocks }) => textsOf(blocks)),
  ]
    .filter((text) => text !== '')
    .map(closedUp);

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const textOfHtml = (html: string): string =>
  closedUp(html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!));

/** Plain text names where a link leads behind its words. */
const withoutAddresses = (text: string): string => text.replace(/ \((https?:|mailto:)[^)]*\)/g, '');

describe('each letter in each language', () => {
  test.each(samples.map((sample) => [named(sample), sample] as const))(
    '%s says the same in every form',
    (_name, { model }) => {
      const letter = writeLetter(model);
      const said = saidBy(letter);
      const forms = {
        mail: textOfHtml(mailHtml(letter)),
        portal: textOfHtml(portalHtml(letter)),
        text: closedUp(withoutAddresses(mailText(letter))),
        pdf: pdfText(letterPdf(letter)),
      };
      for (const [form, text] of Object.entries(forms))
        expect(
          said.filter((one) => !text.includes(one)),
          form,
        ).toEqual([]);
    },
  );
});

test('a letter is written in its own language, with its own title', () => {
  const titles = LANGUAGES.map(
    (language) =>
      new Map(
        sampleLetters(language).map(({ notice, shows, model }) => [
          `${notice} ${shows}`,
          writeLetter(model).title,
        ]),
      ),
  );
  for (const [name, title] of titles[0]!) expect(titles[1]!.get(name), name).not.toBe(title);
});

test('no letter holds what a template left over', () => {
  for (const sample of samples) {
    const text = mailText(writeLetter(sample.model));
    expect(text, named(sample)).not.toMatch(/\{\{|\}\}|undefined|\[object|NaN|\bnull\b/);
    expect(text, named(sample)).not.toMatch(/\( | ,|\s\.(\s|$)|\.\.(\s|$)/m);
  }
});

test('links lead to the operator alone', () => {
  for (const sample of samples) {
    const html = mailHtml(writeLetter(sample.model));
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(
      new Set(links).difference(
        new Set(['https://www.e-st.lv', 'https://www.sadalestikls.lv', 'mailto:st@sadalestikls.lv']),
      ),
      named(sample),
    ).toEqual(new Set());
    expect(links, named(sample)).toContain('https://www.e-st.lv');
  }
});

test('the e-mail needs nothing from outside and runs nothing', () => {
  for (const { model } of samples)
    expect(mailHtml(writeLetter(model))).not.toMatch(/<(script|link|iframe|img|form)\b|url\(|@import/i);
});

describe('the markup of the templates', () => {
  test.each([
    '<script>alert(1)</script>',
    '<p>a<br>b</p>',
    'loose',
    '<p><a href="javascript:alert(1)">x</a></p>',
    '<div>x</div>',
    '<p>a',
    '<p>1 < 2</p>',
    '<p>a</p></p>',
    '<p>a</strong></p>',
    '<p class=key>a</p>',
    '<p>a</p><!-- b -->',
    '<p><![CDATA[a]]></p>',
    '<?php a ?><p>a</p>',
    '<!DOCTYPE p [<!ENTITY a "b">]><p>&a;</p>',
    '</letter><p>a</p>',
    '<table><tr>a</tr></table>',
    '<ul><p>a</p></ul>',
  ])('refuses %s', (html) => {
    expect(() => blocksOf(html)).toThrow(/A letter is written with/);
  });

  test('turns what people wrote into text', () => {
    expect(blocksOf('<p>&lt;script&gt; &amp; &quot;&#x27;</p>')).toEqual([
      { kind: 'paragraph', style: 'plain', runs: [{ text: '<script> & "\'' }] },
    ]);
  });
});
