import { describe, expect, test } from 'vitest';
import { contentTypeOf } from '../../src/casework/files/content-type.ts';
import { LONGEST_NAME, safeFileName } from '../../src/casework/files/file-name.ts';
import { asice, heic, jpeg, pdf, png, webp, zip } from './file-samples.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('what a file is', () => {
  test.each([
    ['application/pdf', pdf()],
    ['image/jpeg', jpeg()],
    ['image/png', png()],
    ['image/heic', heic()],
    ['image/webp', webp()],
    ['application/zip', zip()],
    ['application/vnd.etsi.asic-e+zip', asice()],
  ])('%s is told by its first bytes', (type, bytes) => expect(contentTypeOf(bytes)).toBe(type));

  test.each([
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['a drawing with scripts', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program for Windows', text('MZ\x90\0')],
    ['a program for Linux', text('\x7fELF')],
    ['a script', text('#!/bin/sh\nrm -rf /')],
    ['a page behind a space and the mark of a PDF', text(' %PDF-1.7')],
    ['an archive that is no ZIP', text('Rar!\x1a\x07')],
    ['a ZIP without an entry', text('PK\x05\x06')],
    ['sound in a RIFF container', text('RIFF\x10\0\0\0WAVE')],
    ['one byte', text('%')],
    ['nothing', new Uint8Array()],
  ])('%s is not taken', (_name, bytes) => expect(contentTypeOf(bytes)).toBeNull());
});

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
