import { expect, test } from 'vitest';
import { daysInText } from '../../src/portal/formats/days-in-text.ts';
import { formatsFor } from '../../src/portal/formats/formats.ts';

const latvian = formatsFor('lv', 'Europe/Riga');
const english = formatsFor('en', 'Europe/Riga');

test('the days of a sentence are written as the page writes days', () => {
  expect(daysInText(latvian, '30 dienas no 2026-02-27: līdz 2026-03-29 plkst. 24.00.')).toBe(
    '30 dienas no 27.02.2026.: līdz 29.03.2026. plkst. 24.00.',
  );
  expect(daysInText(english, '30 days from 2026-02-27')).toBe('30 days from 27 Feb 2026');
});

test('a sentence that ends in a day ends in one full stop', () => {
  expect(daysInText(latvian, 'Noteiktais termiņš ir 2026-07-22.')).toBe('Noteiktais termiņš ir 22.07.2026.');
  expect(daysInText(english, 'The agreed term is 2026-07-22.')).toBe('The agreed term is 22 Jul 2026.');
});

test('a sentence without days stays as it is', () => {
  expect(daysInText(latvian, '25 A × 60,00 EUR/A = 1500,00 EUR')).toBe('25 A × 60,00 EUR/A = 1500,00 EUR');
});
