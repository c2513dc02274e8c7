import { describe, expect, test } from 'vitest';
import { LONGEST_NAME, safeFileName } from '../../../src/casework/files/file-name.ts';

describe('the name of a file', () => {
  test.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\anna\\plāns.pdf', 'plāns.pdf'],
    ['rēķins\0.pdf', 'rēķins.pdf'],
    ['rekins\u202Egpj.exe', 'rekinsgpj.exe.pdf'],
    ['\u200Fplans\u2066.pdf', 'plans.pdf'],
    ['a"; filename="b.html', 'a_; filename=_b.html.pdf'],
    ['lapa.html', 'lapa.html.pdf'],
    ['SKANS.PDF', 'SKANS.PDF'],
    ['.htaccess', 'htaccess.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    ['\ud800.pdf', '\ufffd.pdf'],
    ['divas\r\nrindas.pdf', 'divasrindas.pdf'],
    ['zīme\u0304.pdf', 'zīm\u0113.pdf'],
  ])('%j is kept as %j', (given, kept) => expect(safeFileName(given, 'application/pdf')).toBe(kept));

  test('is cut where it is long, and keeps its end', () => {
    const kept = safeFileName(`${'a'.repeat(5000)}-beigas.pdf`, 'application/pdf');
    expect([...kept]).toHaveLength(LONGEST_NAME);
    expect(kept).toMatch(/a-beigas\.pdf$/);
  });

  test('is not cut within a letter', () => {
    const kept = safeFileName('😀'.repeat(3000), 'image/jpeg');
    expect(kept.isWellFormed()).toBe(true);
    expect(kept).toMatch(/😀\.jpg$/u);
  });

  test('may end as any container of its kind does', () => {
    expect(safeFileName('līgums.edoc', 'application/vnd.etsi.asic-e+zip')).toBe('līgums.edoc');
    expect(safeFileName('līgums.edoc', 'application/zip')).toBe('līgums.edoc');
    expect(safeFileName('program.jar', 'application/zip')).toBe('program.jar.zip');
  });
});
