import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Language } from '../law/words.ts';
import { paymentCode } from './payment-code.ts';
import { SPEECH } from './speak.ts';

/** The words of the letters: one Handlebars template a letter and language, compiled once. A name that the model does not
 *  hold is an error, values are escaped, and nothing in a value is ever read as a template. */

const FOLDER = join(import.meta.dirname, '../../templates');
const OPTIONS = { strict: true, knownHelpersOnly: false, preventIndent: true } as const;

type Render = (context: object) => string;

const asText = (value: unknown): string => String(value ?? '');

/** What somebody wrote, in paragraphs as they were written. */
const paragraphs = (text: unknown): Handlebars.SafeString =>
  new Handlebars.SafeString(
    asText(text)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `<p>${Handlebars.escapeExpression(line)}</p>`)
      .join('\n'),
  );

/** The same inside a cell or an item, where lines run on. */
const inLine = (text: unknown): string =>
  asText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('; ');

function environmentOf(language: Language): typeof Handlebars {
  const environment = Handlebars.create();
  const speech = SPEECH[language];
  for (const form of ['on', 'until', 'from', 'day', 'of', 'short', 'eur', 'percent', 'clause'] as const) {
    environment.registerHelper(form, (value: unknown) => speech[form](asText(value)));
  }
  environment.registerHelper('num', (value: unknown) => speech.number(asText(value)));
  environment.registerHelper('days', (count: unknown) => speech.days(Number(count)));
  environment.registerHelper('ofDays', (count: unknown) => speech.ofDays(Number(count)));
  environment.registerHelper('is', (one: unknown, other: unknown) => one === other);
  environment.registerHelper('more', (amount: unknown) => Number(amount) > 0);
  environment.registerHelper('both', (one: unknown, other: unknown) => Boolean(one) && Boolean(other));
  environment.registerHelper('either', (one: unknown, other: unknown) => Boolean(one) || Boolean(other));
  environment.registerHelper('paragraphs', paragraphs);
  environment.registerHelper('inLine', inLine);
  environment.registerHelper('paymentCode', paymentCode);
  for (const [name, source] of sourcesIn(join(FOLDER, 'letters', 'partials', language)))
    environment.registerPartial(name, environment.compile(source.trimEnd(), OPTIONS));
  return environment;
}

/** What a reference to a clause consists of stays on one line. */
const tied = (source: string): string =>
  source
    .replace(/\b(I|II) daļa(s?)\b/g, '$1\u00a0daļa$2')
    .replace(/daļas (?=\d)/g, 'daļas\u00a0')
    .replace(/(\d)\. punkt/g, '$1.\u00a0punkt')
    .replace(/\b([Cc]lauses?) (?=\d)/g, '$1\u00a0')
    .replace(/\b(of )?Part (I+)\b/g, (_, of, part) => `${of ? 'of\u00a0' : ''}Part\u00a0${part}`)
    .replace(/\bNr\. /g, 'Nr.\u00a0')
    .replace(/\bNo (?=[\d{])/g, 'No\u00a0');

const sourcesIn = (folder: string): [name: string, source: string][] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => [file.slice(0, -'.hbs'.length), tied(readFileSync(join(folder, file), 'utf8'))]);

function templatesOf(language: Language): ReadonlyMap<string, Render> {
  const environment = environmentOf(language);
  const folders = ['letters', 'documents', 'reminders'].map((one) => join(FOLDER, one, language));
  return new Map(
    folders.flatMap(sourcesIn).map(([name, source]) => [name, environment.compile(source, OPTIONS)]),
  );
}

const compiled = new Map<Language, ReadonlyMap<string, Render>>();

/** The HTML of a letter or document from its model.
 *  @throws where the template names what the model does not hold */
export function rendered(template: string, language: Language, context: object): string {
  const templates = compiled.get(language) ?? templatesOf(language);
  compiled.set(language, templates);
  const render = templates.get(template);
  if (!render) throw new Error(`There is no template ${template} in ${language}.`);
  return render(context);
}
