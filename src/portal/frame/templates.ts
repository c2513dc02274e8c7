import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { iconMarkup } from './icons.ts';
import type { View } from './view.ts';

/** Every template of `templates/`, compiled once. Strict: a name that the page model does not have is an error of ours and
 *  not an empty place on a page. */
export interface Templates {
  /** A page's own part, `public/home`. */
  page(name: string, model: object, view: View): string;
  layout(model: object, view: View): string;
}

export const TEMPLATES_FOLDER = fileURLToPath(new URL('../../../templates', import.meta.url));

const HELPERS = { t: true, icon: true, asset: true, csrf: true } as const;

const OPTIONS: CompileOptions = {
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: { ...HELPERS, if: true, unless: true, each: true, with: true, lookup: true } as KnownHelpers,
};

type Compiled = HandlebarsTemplateDelegate<object>;

export function openTemplates(
  assetUrl: (name: string) => string,
  folder: string = TEMPLATES_FOLDER,
): Templates {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({
    t: (key: string, options: Handlebars.HelperOptions) =>
      (options.data.view as View).t(key as never, options.hash),
    icon: (name: string) => new Handlebars.SafeString(iconMarkup(name)),
    asset: (name: string) => assetUrl(name),
    csrf: (options: Handlebars.HelperOptions) => (options.data.view as View).csrf(),
  });
  for (const [name, source] of sourcesIn(join(folder, 'partials'))) {
    handlebars.registerPartial(name, handlebars.compile(source, OPTIONS));
  }
  const pages = new Map<string, Compiled>();
  for (const [name, source] of sourcesIn(join(folder, 'pages')))
    pages.set(name, handlebars.compile(source, OPTIONS));
  const layout = handlebars.compile(readFileSync(join(folder, 'layouts', 'page.hbs'), 'utf8'), OPTIONS);

  return {
    page(name, model, view) {
      const template = pages.get(name);
      if (!template) throw new Error(`No template "pages/${name}.hbs"`);
      return template(model, { data: { view } });
    },
    layout: (model, view) => layout(model, { data: { view } }),
  };
}

/** Names without folder and ending: `partials/notice.hbs` is `notice`, `pages/public/home.hbs` is `public/home`. */
function* sourcesIn(folder: string): Generator<[string, string]> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.hbs')) continue;
    const path = join(entry.parentPath, entry.name);
    yield [
      relative(folder, path)
        .replaceAll('\\', '/')
        .replace(/\.hbs$/, ''),
      readFileSync(path, 'utf8'),
    ];
  }
}
