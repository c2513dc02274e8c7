/** `npm run quote -- file.json [--json] [--lv|--en]` prices a connection from a file, or from standard input with `-`, by
 *  the delivered law: a table to read, or the answer of the API. */
import { readFileSync } from 'node:fs';
import { type Day, dayOf } from '../law/days.ts';
import { quoteAnswer } from '../law/fees/answer.ts';
import { quote } from '../law/fees/quote.ts';
import { readQuoteRequest } from '../law/fees/read-request.ts';
import { type LawBook, lawBook } from '../law/law-book.ts';
import { Refusal } from '../law/refusal.ts';
import { type Language, say, type Words } from '../law/words.ts';
import { tableOf } from './quote-table.ts';

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

if (import.meta.main) {
  const book = lawBook();
  const read = (file: string): string => readFileSync(file === '-' ? 0 : file, 'utf8');
  const today = dayOf(Temporal.Now.instant(), book.operator.timeZone);
  const { output, errors, exitCode } = quoteCommand(process.argv.slice(2), read, book, today);
  process.stdout.write(output);
  process.stderr.write(errors);
  process.exitCode = exitCode;
}
