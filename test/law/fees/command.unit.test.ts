import { describe, expect, test } from 'vitest';
import { quoteCommand } from '../../../src/commands/quote.ts';
import { quoteAnswer } from '../../../src/law/fees/answer.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { aLargeRequest, aRequest, priced, TODAY } from './builders.ts';

const REQUEST = aRequest({ costs: { loadUnit: '1600.00', design: '5.00' } });

const run = (args: readonly string[], content: string = JSON.stringify(REQUEST)) =>
  quoteCommand(
    args,
    (file) => (file === 'quote.json' || file === '-' ? content : raise(file)),
    lawBook(),
    TODAY,
  );

const raise = (file: string): never => {
  throw new Error(`ENOENT: ${file}`);
};

describe('npm run quote', () => {
  test('prints who pays what, and why, in Latvian', () => {
    const { output, exitCode } = run(['quote.json']);
    expect(exitCode).toBe(0);
    expect(output).toContain('SPRK 1/8, 2026-11-21, EUR');
    expect(output).toMatch(
      /Slodzes vienības izbūves izmaksas +1600\.00 +800\.00 +800\.00 +II\.def\.fee-1\/8\.3/,
    );
    expect(output).toMatch(/Klients maksā ar PVN +968\.00/);
    expect(output).toContain(
      'tāpēc klients maksā 50 %: 1600,00 EUR × 50 % = 800,00 EUR, operators sedz 800,00 EUR.',
    );
    expect(output).toContain('costs.design: Līdzēji nav vienojušies');
    expect(output).toContain('vat-rate = 0.21, 2012-07-01 (verified;');
  });

  test('prints deferral, payments and obstacles in English, from standard input', () => {
    const request = aLargeRequest({
      costs: { construction: '1000.00' },
      deferral: { months: 2, instalments: 2, annualRate: '0.06', guaranteesProvided: true },
      edition: 'reported',
    });
    const { output } = run(['-', '--en'], JSON.stringify(request));
    expect(output).toContain('Not to be offered:');
    expect(output).toContain(
      '+ The financial guarantees that the operator asked for are given. [II.def.fee-1/7.3]',
    );
    expect(output).toMatch(/2026-12-21 {2}\d+\.\d\d\n {2}2027-01-21 {2}\d+\.\d\d/);
  });

  test('--json prints the answer of the API', () => {
    const { output } = run(['quote.json', '--json', '--en']);
    expect(JSON.parse(output)).toEqual(JSON.parse(JSON.stringify(quoteAnswer(priced(REQUEST), 'en'))));
  });

  test.each([
    [
      ['quote.json', '--en'],
      '{"connection":{"ampere":"0","volt":"400"}}',
      'connection.ampere: the current in amperes is above 0 and written as a string (for example "25") [II.def.technical-parameters]',
    ],
    [
      ['quote.json'],
      '{"connection":{"ampere":"25","volt":"400","distanceM":"1"}}',
      'load-unit-price: trūkst spēkā esoša lieluma [II.def.fee-1/8.3]',
    ],
    [['quote.json', '--en'], 'null', '(JSON): a JSON object is expected [II.def.fee]'],
    [['quote.json', '--en'], '{', 'quote.json does not hold valid JSON'],
    [['other.json', '--en'], '{}', 'The file other.json cannot be read.'],
    [[], '{}', 'npm run quote -- <file.json | -> [--json] [--lv|--en]'],
    [['quote.json', '--yaml'], '{}', '--yaml?'],
  ])('%j on %s ends with 1 and says why', (args, content, message) => {
    const { output, errors, exitCode } = run(args, content);
    expect([output, exitCode]).toEqual(['', 1]);
    expect(errors).toContain(message);
  });
});
