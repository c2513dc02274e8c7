/** What happened, in order: `{{> timeline timeline}}`. */
export interface Timeline {
  readonly entries: readonly TimelineEntry[];
}

export interface TimelineEntry {
  /** RFC 3339, for machines. */
  readonly at: string;
  readonly when: string;
  readonly who: string | null;
  readonly clause: string | null;
  readonly what: string;
  readonly details: readonly string[];
  readonly links: readonly { readonly label: string; readonly href: string }[];
  readonly tone: 'customer' | 'operator' | 'bad';
}
