import { expect, test } from 'vitest';
import { textsOf } from '../../src/letters/blocks.ts';
import { portalHtml } from '../../src/letters/html.ts';
import { writeLetter } from '../../src/letters/letter.ts';
import { paymentCodeOf } from '../../src/letters/payment-code.ts';
import { sampleLetters } from '../../src/letters/samples/index.ts';

const asked = {
  beneficiary: 'AS "Sadales tīkls"',
  iban: 'LV00 HABA 0000 0000 0000 0',
  bic: 'HABALV22',
  amount: '1815.00',
  reference: 'RF6920250000017',
};

test('EPC069-12: the payment code names payee, account, amount and creditor reference, line by line', () => {
  expect(paymentCodeOf(asked).split('\n')).toEqual([
    'BCD',
    '002',
    '1',
    'SCT',
    'HABALV22',
    'AS "Sadales tīkls"',
    'LV00HABA0000000000000',
    'EUR1815.00',
    '',
    'RF6920250000017',
  ]);
});

test('EPC069-12: a name is cut after 70 signs, and a line break in it opens no line of its own', () => {
  const lines = paymentCodeOf({ ...asked, beneficiary: `${'Ā'.repeat(80)}\nEUR9999.00` }).split('\n');
  expect(lines).toHaveLength(10);
  expect(lines[5]).toBe('Ā'.repeat(70));
});

test('an invoice with something to pay carries the code, one with nothing does not', () => {
  const codes = sampleLetters('lv', 'N-ADVINV').map(({ shows, model }) => {
    const [sheet] = writeLetter(model).sheets;
    const code = sheet!.blocks.find((block) => block.kind === 'payment-code');
    return [shows, code ? code.payload.split('\n')[7] : null];
  });
  expect(codes).toEqual([
    ['whole', 'EUR1815.00'],
    ['replaced', 'EUR1815.00'],
    ['part', 'EUR9605.00'],
    ['nothing', null],
  ]);
});

test('the portal shows the code as a picture beside its words', () => {
  const [sample] = sampleLetters('en', 'N-ADVINV');
  const letter = writeLetter(sample!.model);
  const html = portalHtml(letter);
  expect(html).toMatch(/<figure class="payment-code"><svg [^>]*aria-hidden="true"/);
  expect(textsOf(letter.sheets[0]!.blocks).some((text) => text.startsWith('Scan the code'))).toBe(true);
});
