import type { Language } from '../../law/words.ts';
import type { NavigationItem } from '../area.ts';
import type { ErrorSummary } from '../forms/form-errors.ts';
import { isDoneKey } from './done.ts';
import { addressIn, LANGUAGES } from './language.ts';
import type { Crumb, Page } from './page.ts';
import type { View, Viewer } from './view.ts';

/** The frame around every page: head, way here, what was done, foot. */
export interface Layout {
  readonly language: Language;
  readonly windowTitle: string;
  readonly title: string;
  readonly lead: string | null;
  readonly showsHeading: boolean;
  readonly wide: boolean;
  readonly body: string;
  readonly scripts: readonly string[];
  readonly crumbs: readonly Crumb[];
  readonly errors: ErrorSummary | null;
  readonly done: string | null;
  readonly languages: readonly LanguageLink[];
  readonly navigation: readonly (NavigationItem & { readonly current: boolean })[];
  readonly viewer: ViewerModel | null;
  readonly signInHref: string | null;
  readonly demo: boolean;
  readonly operator: {
    readonly name: string;
    readonly phone: string;
    readonly phoneHref: string;
    readonly email: string;
    readonly site: string;
  };
  readonly footer: readonly NavigationItem[];
}

interface LanguageLink {
  readonly code: Language;
  readonly short: string;
  readonly name: string;
  readonly href: string;
  readonly current: boolean;
}

interface ViewerModel extends Viewer {
  readonly several: boolean;
  /** The customer in whose name this person acts now; null: in the own one. */
  readonly actingFor: string | null;
  readonly address: string;
}

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { lv: 'Latviešu', en: 'English' };

interface LayoutParts {
  readonly view: View;
  readonly page: Page;
  readonly body: string;
  readonly navigation: readonly NavigationItem[];
  readonly demo: boolean;
  /** From the address: `?done=…`. */
  readonly done: unknown;
}

export function layoutOf({ view, page, body, navigation, demo, done }: LayoutParts): Layout {
  const { t, operator, language } = view;
  const frame = page.frame ?? {};
  const doneKey = frame.done ?? (isDoneKey(done) ? done : null);
  return {
    language,
    windowTitle: `${frame.errors ? `${t('form.windowTitleError')} ` : ''}${page.title} · ${t('frame.product')}`,
    title: page.title,
    lead: frame.lead ?? null,
    showsHeading: !frame.ownHeading,
    wide: frame.wide ?? false,
    body,
    scripts: frame.scripts ?? [],
    crumbs: frame.ownHeading ? [] : crumbsOf(view, page),
    errors: frame.errors ?? null,
    done: doneKey ? t(`done.${doneKey}`) : null,
    languages: LANGUAGES.map((code) => ({
      code,
      short: code.toUpperCase(),
      name: LANGUAGE_NAMES[code],
      href: addressIn(code, withoutDone(view.address)),
      current: code === language,
    })),
    navigation: navigation.map((item) => ({
      ...item,
      current: (item.within ?? [item.href]).some((href) => isWithin(view.path, href)),
    })),
    viewer: view.viewer && {
      ...view.viewer,
      several: view.viewer.contexts.length > 1,
      actingFor: view.caller?.actingFor
        ? (view.viewer.contexts.find(({ current }) => current)?.label ?? null)
        : null,
      address: view.address,
    },
    signInHref: view.viewer ? null : signInHref(view),
    demo,
    operator: {
      name: operator.name,
      phone: operator.phone,
      phoneHref: `tel:${operator.phone.match(/\+[\d ]+/)?.[0].replaceAll(' ', '') ?? operator.phone}`,
      email: operator.email,
      site: operator.site,
    },
    footer: [
      { label: t('frame.footer.process'), href: '/process' },
      { label: t('frame.footer.waitingTimes'), href: '/waiting-times' },
      { label: t('frame.footer.forms'), href: '/forms' },
      { label: t('frame.footer.terms'), href: '/terms' },
      { label: t('frame.footer.accessibility'), href: '/accessibility' },
      { label: t('frame.footer.privacy'), href: '/privacy' },
    ],
  };
}

const crumbsOf = (view: View, page: Page): readonly Crumb[] => [
  { label: view.t('frame.start'), href: '/' },
  ...(page.frame?.crumbs ?? []),
  { label: page.title, href: null },
];

const isWithin = (path: string, href: string): boolean =>
  path === href || (href !== '/' && path.startsWith(`${href}/`));

function withoutDone(address: string): string {
  const url = new URL(address, 'http://localhost');
  url.searchParams.delete('done');
  return url.pathname + url.search;
}

function signInHref({ path }: View): string {
  return path === '/' || path.startsWith('/sign-') || path.startsWith('/register')
    ? '/sign-in'
    : `/sign-in?next=${encodeURIComponent(path)}`;
}
