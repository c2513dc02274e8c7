/** `npm run quote -- file.json [--json] [--lv|--en]` prices a connection from a file, or from standard input with `-`, by
 *  the delivered law: a table to read, or the answer of the API. */
import { readFileSync } from 'node:fs';
import { type Day, dayOf } from './law/days.ts';
import { type QuoteAnswer, quoteAnswer } from './law/fees/answer.ts';
import { quote } from './law/fees/quote.ts';
import { readQuoteRequest } from './law/fees/read-request.ts';
import { type LawBook, lawBook } from './law/law-book.ts';
import { Refusal } from './law/refusal.ts';
import { type Language, say, type Words } from './law/words.ts';

export interface CommandResult {
  readonly output: string;
  readonly errors: string;
  readonly exitCode: 0 | 1;
}

const USAGE = 'npm run quote -- <file.json | -> [--json] [--lv|--en]';
const OPTIONS = ['--json', '--lv', '--en'];

/** The command without its streams: what it prints and how it ends. */
export function quoteCommand(
  args: readonly string[],
  read: (file: string) => string,
  book: LawBook,
  today: Day,
): CommandResult {
  const language: Language = args.includes('--en') ? 'en' : 'lv';
  const unknown = args.find((arg) => arg.startsWith('--') && !OPTIONS.includes(arg));
  const file = args.find((arg) => !arg.startsWith('--'));
  if (file === undefined || unknown !== undefined) return failed(`${unknown ? `${unknown}?\n` : ''}${USAGE}`);
  try {
    const priced = quote(readQuoteRequest(jsonOf(read, file)), book, today);
    const answer = quoteAnswer(priced, language);
    const output = args.includes('--json') ? JSON.stringify(answer, null, 2) : tableOf(answer, language);
    return { output: `${output}\n`, errors: '', exitCode: 0 };
  } catch (error) {
    if (error instanceof Refusal) return failed(refusalText(error, language));
    if (error instanceof UnreadableFile) return failed(error.reason[language]);
    throw error;
  }
}

const failed = (message: string): CommandResult => ({ output: '', errors: `${message}\n`, exitCode: 1 });

class UnreadableFile extends Error {
  readonly reason: Words;
  constructor(reason: Words) {
    super(reason.en);
    this.reason = reason;
  }
}

function jsonOf(read: (file: string) => string, file: string): unknown {
  let text: string;
  try {
    text = read(file);
  } catch {
    throw new UnreadableFile(say(`Failu ${file} nevar nolasīt.`, `The file ${file} cannot be read.`));
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const what = error instanceof Error ? error.message : '';
    throw new UnreadableFile(
      say(`Failā ${file} nav derīga JSON: ${what}`, `${file} does not hold valid JSON: ${what}`),
    );
  }
}

function refusalText(refusal: Refusal, language: Language): string {
  const head = `${refusal.detail[language]}${refusal.clause ? ` [${refusal.clause}]` : ''}`;
  const fields = refusal.errors.map((error) => {
    const clause = 'clause' in error ? ` [${error.clause}]` : '';
    return `  ${error.field || '(JSON)'}: ${error.message[language]}${clause}`;
  });
  return [head, ...fields].join('\n');
}

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
function tableOf(quoted: QuoteAnswer, language: Language): string {
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

if (import.meta.main) {
  const book = lawBook();
  const read = (file: string): string => readFileSync(file === '-' ? 0 : file, 'utf8');
  const today = dayOf(Temporal.Now.instant(), book.operator.timeZone);
  const { output, errors, exitCode } = quoteCommand(process.argv.slice(2), read, book, today);
  process.stdout.write(output);
  process.stderr.write(errors);
  process.exitCode = exitCode;
}
