import type { StatusTag } from './status-tag.ts';

/** Label and value in rows: `{{> summary-list list}}`. */
export interface SummaryList {
  readonly rows: readonly SummaryRow[];
}

export interface SummaryRow {
  readonly label: string;
  readonly text: string;
  readonly href: string | null;
  readonly tag: StatusTag | null;
  readonly note: string | null;
  readonly clause: string | null;
  readonly change: { readonly href: string; readonly label: string } | null;
}

type More = Partial<Omit<SummaryRow, 'label' | 'text'>>;

export const row = (label: string, text: string, more: More = {}): SummaryRow => ({
  label,
  text,
  href: null,
  tag: null,
  note: null,
  clause: null,
  change: null,
  ...more,
});

export const summaryList = (...rows: readonly (SummaryRow | null)[]): SummaryList => ({
  rows: rows.filter((one) => one !== null),
});
