import type { ErrorSummary } from '../forms/form-errors.ts';
import type { DoneKey } from './done.ts';

export interface Crumb {
  readonly label: string;
  /** null: the page itself. */
  readonly href: string | null;
}

/** What every page model has; the rest is the page's own. */
export interface Page {
  /** The heading, and the first part of the window's title. */
  readonly title: string;
  readonly frame?: PageFrame;
}

interface PageFrame {
  /** The way here, without the start page and without the page itself. */
  readonly crumbs?: readonly { readonly label: string; readonly href: string }[];
  /** Where the body needs the whole width: queues and tables. */
  readonly wide?: boolean;
  /** Files of `assets/js` that make this page more comfortable; it works without them. */
  readonly scripts?: readonly string[];
  /** The page's own heading stands in its body, not above it (home, error pages). */
  readonly ownHeading?: boolean;
  readonly lead?: string;
  readonly errors?: ErrorSummary | null;
  /** What was done before the redirect that led here. */
  readonly done?: DoneKey | null;
}
