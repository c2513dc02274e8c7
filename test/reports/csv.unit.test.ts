import { describe, expect, test } from 'vitest';
import { csvBegin, csvLine } from '../../src/reports/csv.ts';

describe('comma-separated values (RFC 4180)', () => {
  test('begin with the mark of UTF-8 and stand between semicolons', () => {
    expect(csvBegin(['Lieta', 'Klients'])).toBe('\uFEFFLieta;Klients\r\n');
  });

  test('quote what would end a cell or a line', () => {
    expect(csvLine(['SIA "Paraugs"', 'a;b', 'pirmā\notrā', 'a,b'])).toBe(
      '"SIA ""Paraugs""";"a;b";"pirmā\notrā";a,b\r\n',
    );
  });

  test.each(['=1+1', '+371 20000001', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'never hand a spreadsheet the formula %j',
    (text) => {
      expect(csvLine([text])).toMatch(/^"?'/);
    },
  );
});
