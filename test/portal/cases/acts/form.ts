/** What a browser would send from a form as it stands, read from the page's own markup. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#x3D': '=',
  '#x60': '`',
};

const decoded = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? whole);

const attribute = (tag: string, name: string): string | null => {
  const found = tag.match(new RegExp(` ${name}="([^"]*)"`));
  return found ? decoded(found[1]!) : null;
};

export function formAt(html: string, action: string): Record<string, string> {
  const from = html.indexOf(`action="${action}"`);
  if (from < 0) throw new Error(`No form on the page goes to ${action}.`);
  const form = html.slice(from, html.indexOf('</form>', from));
  const values: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type');
    if (name === null || name === '_csrf' || type === 'file') continue;
    if ((type === 'checkbox' || type === 'radio') && !tag.includes(' checked')) continue;
    values[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, tag, text] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    values[attribute(tag!, 'name')!] = decoded(text!);
  for (const [, tag, options] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen =
      options!.match(/<option value="([^"]*)" selected/) ?? options!.match(/<option value="([^"]*)"/);
    values[attribute(tag!, 'name')!] = decoded(chosen?.[1] ?? '');
  }
  return values;
}

/** What is said at a field, '' where nothing is. */
export function problemAt(html: string, field: string): string {
  const id = `f-${field.replaceAll(/[^\w-]/g, '-')}`;
  const found = html.match(new RegExp(`<p class="field__error" id="${id}-error"[^>]*>([\\s\\S]*?)</p>`));
  return decoded((found?.[1] ?? '').replace(/<[^>]+>/g, '')).trim();
}
