import type { QuoteAnswer } from '../law/fees/answer.ts';
import { type Language, say, type Words } from '../law/words.ts';

const HEADINGS = {
  line: say('Sastāvdaļa', 'Component'),
  amount: say('Summa', 'Amount'),
  customer: say('Klients', 'Customer'),
  operator: say('Operators', 'Operator'),
  clause: say('Punkts', 'Clause'),
  total: say('Maksa bez PVN', 'Fee, net of VAT'),
  vat: say('PVN', 'VAT'),
  gross: say('Klients maksā ar PVN', 'Customer pays with VAT'),
  deferral: say('Atliktais maksājums', 'Deferral'),
  schedule: say('Maksājumu grafiks (bez PVN)', 'Payments (net of VAT)'),
  compared: say('Salīdzinājums (klienta daļa bez PVN)', 'Compared (customer share, net of VAT)'),
  ignored: say('Neņemts vērā', 'Ignored'),
  figures: say('Lielumi', 'Figures'),
  settings: say('Lasījumi un iestatījumi', 'Readings and settings'),
  obstacles: say('Piedāvāt nevar', 'Not to be offered'),
} as const satisfies Record<string, Words>;

/** The quote as a table: who pays what, then why. */
export function tableOf(quoted: QuoteAnswer, language: Language): string {
  const heading = (name: keyof typeof HEADINGS): string => HEADINGS[name][language];
  const section = (name: keyof typeof HEADINGS, rows: readonly string[]): string[] =>
    rows.length > 0 ? ['', `${heading(name)}:`, ...rows.map((row) => `  ${row}`)] : [];
  const rows = [
    [heading('line'), heading('amount'), heading('customer'), heading('operator'), heading('clause')],
    ...quoted.lines.map((line) => [
      line.label,
      line.amount,
      line.customerShare,
      line.operatorShare,
      line.clause,
    ]),
    [heading('total'), quoted.connectionFeeNet, quoted.customerShareNet, quoted.operatorShareNet, ''],
    [`${heading('vat')} ${quoted.vatRate}`, '', quoted.vat, '', 'II.10.3'],
    [heading('gross'), '', quoted.customerGross, '', ''],
  ];
  return [
    `SPRK ${quoted.regimeApplied}, ${quoted.concludedOn}, EUR`,
    '',
    ...inColumns(rows),
    '',
    ...quoted.lines.map((line) => `${line.label}. ${line.because} [${line.clause}]`),
    ...section(
      'obstacles',
      quoted.obstacles.map(({ detail, clause }) => `${detail} [${clause}]`),
    ),
    ...section(
      'deferral',
      (quoted.deferral?.conditions ?? []).map(
        ({ met, because, clause }) => `${met ? '+' : '–'} ${because} [${clause}]`,
      ),
    ),
    ...section(
      'schedule',
      quoted.financing.schedule.map(({ dueOn, payment }) => `${dueOn}  ${payment}`),
    ),
    ...section(
      'compared',
      quoted.compared.map(
        ({ regime, customerShareNet, because }) => `${regime}: ${customerShareNet}. ${because}`,
      ),
    ),
    ...section(
      'ignored',
      quoted.ignored.map(({ field, because, clause }) => `${field}: ${because} [${clause}]`),
    ),
    ...section(
      'figures',
      quoted.figures.map(
        ({ name, value, since, status, source }) =>
          `${name} = ${value}${since ? `, ${since}` : ''} (${status}; ${source})`,
      ),
    ),
    ...section(
      'settings',
      quoted.settings.map(({ name, value, clause, source }) => `${name} = ${value} [${clause}] (${source})`),
    ),
  ].join('\n');
}

/** Text to the left, numbers to the right. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const isNumber = (column: number): boolean => column > 0 && column < widths.length - 1;
  return rows.map((row) =>
    row
      .map((cell, column) =>
        isNumber(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  );
}
