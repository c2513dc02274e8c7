/** Comma-separated values (RFC 4180) as spreadsheets of this country open them: UTF-8 with its mark, since Excel takes the
 *  text for Windows-1257 without it, and semicolons between the cells, since the comma is the decimal mark here. */

const BYTE_ORDER_MARK = '\uFEFF';
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[";\r\n]/;

/** A cell that a spreadsheet would run as a formula is led by an apostrophe, which makes it text. */
function cell(value: string): string {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(';')}\r\n`;

export const csvBegin = (heads: readonly string[]): string => BYTE_ORDER_MARK + csvLine(heads);

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';
