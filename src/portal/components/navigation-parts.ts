import type { Field } from '../forms/fields.ts';
import type { IconName } from '../frame/icons.ts';

/** Views of one thing, each an address of its own: `{{> tabs tabs}}`. */
export interface Tabs {
  /** What the tabs are views of, for screen readers. */
  readonly label: string;
  readonly tabs: readonly {
    readonly label: string;
    readonly href: string;
    readonly current: boolean;
    readonly count: string | null;
  }[];
}

/** Nothing here yet, and what one can do about it: `{{> empty empty}}`. */
export interface Empty {
  readonly iconName: IconName;
  readonly title: string;
  readonly text: string;
  readonly action: { readonly label: string; readonly href: string } | null;
}

/** Walks by cursor, so there is a next page and a first, and no numbers: `{{> pagination pagination}}`. */
export interface Pagination {
  readonly shown: string;
  readonly first: string | null;
  readonly next: string | null;
}

/** Filters that stand in the address: `{{> filter-bar filters}}`. */
export interface FilterBar {
  readonly label: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly resetHref: string | null;
  /** Those that are set, each with the address without it. */
  readonly set: readonly { readonly label: string; readonly href: string }[];
}
