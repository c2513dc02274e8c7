import { describe, expect, test } from 'vitest';
import { contentTypeOf } from '../../../src/casework/files/content-type.ts';
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
