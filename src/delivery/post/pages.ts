/** Pages of a PDF that our typesetter made: its page objects stand in the open, none inside a compressed stream. */
export function pagesIn(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const pages = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (pages === 0) throw new Error('A letter to print is required to be a PDF with pages; none were found.');
  return pages;
}
