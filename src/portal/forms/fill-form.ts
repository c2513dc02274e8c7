import Handlebars from 'handlebars';
import type { KeptForm } from '../../identity/kept-forms.ts';

/** Writes what was typed into the form of a page of ours, whichever page it is. Our templates escape every value, so that a
 *  tag ends at its first `>`. What a form carries hidden stays as the page has it now, and passwords stay empty. */

const FORM = /<form\b[^>]*>[\s\S]*?<\/form>/g;
const TYPED: ReadonlySet<string> = new Set(['text', 'email', 'tel', 'search']);

const escaped = (text: string): string => Handlebars.escapeExpression(text);

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** null: the page has no such form any more. */
export function fillForm(html: string, { action, fields }: KeptForm): string | null {
  const isSame = (form: string): boolean => {
    const tag = form.slice(0, form.indexOf('>') + 1);
    const act = /<input type="hidden" name="act" value="([^"]*)"/.exec(form)?.[1];
    return (
      attribute(tag, 'method') === 'post' &&
      attribute(tag, 'action') === escaped(action) &&
      (act === undefined || act === escaped(fields.act?.[0] ?? ''))
    );
  };
  const form = [...html.matchAll(FORM)].find(([one]) => isSame(one));
  if (!form) return null;
  const end = form.index + form[0].length;
  return html.slice(0, form.index) + filled(form[0], fields) + html.slice(end);
}

function filled(form: string, fields: KeptForm['fields']): string {
  const typed = (tag: string): readonly string[] => fields[attribute(tag, 'name') ?? ''] ?? [];
  return form
    .replace(/<input\b[^>]*>/g, (tag) => {
      const type = attribute(tag, 'type') ?? 'text';
      if (type === 'checkbox' || type === 'radio') {
        const isChosen = typed(tag).some((one) => escaped(one) === attribute(tag, 'value'));
        return withWord(tag, 'checked', isChosen);
      }
      const [value] = typed(tag);
      if (!TYPED.has(type) || value === undefined) return tag;
      return tag.replace(/\svalue="[^"]*"/, () => ` value="${escaped(value)}"`);
    })
    .replace(/(<textarea\b[^>]*>)[\s\S]*?(<\/textarea>)/g, (whole, open: string, close: string) => {
      const [value] = typed(open);
      // A browser drops the first line break.
      return value === undefined ? whole : `${open}\n${escaped(value)}${close}`;
    })
    .replace(/<select\b[^>]*>[\s\S]*?<\/select>/g, (select) => {
      const [value] = typed(select.slice(0, select.indexOf('>') + 1));
      if (value === undefined) return select;
      return select.replace(/<option\b[^>]*>/g, (tag) =>
        withWord(tag, 'selected', attribute(tag, 'value') === escaped(value)),
      );
    });
}

const withWord = (tag: string, word: string, isSet: boolean): string => {
  const without = tag.replace(new RegExp(` ${word}(?=[ >])`), '');
  return isSet ? without.replace(/>$/, ` ${word}>`) : without;
};
