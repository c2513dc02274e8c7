import type { Router } from 'express';
import type { Caller } from '../casework/caller.ts';
import type { IconName } from './frame/icons.ts';
import type { View } from './frame/view.ts';
import type { Portal } from './portal.ts';

export interface NavigationItem {
  readonly label: string;
  readonly href: string;
  readonly icon?: IconName;
  /** Where the pages of the item begin, if elsewhere than at its own page. */
  readonly within?: readonly string[];
}

/** A part of the portal with pages of its own: everything public, the account, the customer's, the staff's. */
export interface Area {
  readonly routes: (portal: Portal) => Router;
  /** Links of the head of every page, for whoever asks. */
  readonly navigation?: (view: View) => readonly NavigationItem[];
  /** Where this person begins after signing in; null: somewhere else. */
  readonly landing?: (caller: Caller) => string | null;
}
